import type { FileFacts } from '../domain/file.ts';

/**
 * Tells what a file is by its content. Throws Fault('invalid') with the sentence for the person when it is nothing that Penny reads
 * (an empty file, a program, a page of text with a PDF's name).
 */
export type SniffFile = (path: string, known: Omit<FileFacts, 'type'>) => Promise<FileFacts>;
