import { interpret } from '../../domain/interpret/interpret.ts';
import { lessonsIn, type Stated } from '../../domain/interpret/lessons.ts';
import type { Context } from '../../domain/interpret/paper.ts';
import type { Lesson } from '../../domain/layout-hint.ts';
import type { Page } from '../../domain/page.ts';
import type { InvoiceReading, Reading } from '../../domain/reading.ts';

/** What runs in the child: `interpret` with its arguments as one message. */
export async function understand({ reading, context }: Question): Promise<readonly InvoiceReading[]> {
  return interpret(reading, context);
}

/** What runs in the child when a paper was corrected: `lessonsIn`, likewise. */
export async function learn({ reading, stated, context }: Corrected): Promise<readonly Lesson[]> {
  return lessonsIn(reading, stated, context);
}

export type Corrected = Question & { readonly stated: Stated };
export type Question = { readonly reading: Reading; readonly context: Context };

/** Called by a child when it has loaded this module early: what runs for the first time runs slowest. */
export function warm(): void {
  const pages = [pageOf('Acme GmbH|Invoice no. 4711|Date 2026-03-31|Net 100.00|VAT 19 % 19.00|Total EUR 119.00')];
  interpret({ kind: 'pages', reader: 'warm', pages }, { today: '2026-04-01' });
}

function pageOf(text: string): Page {
  const words = text.split('|').flatMap((line, row) =>
    line.split(' ').map((word, column) => ({
      text: word,
      box: { left: 0.1 + column * 0.12, top: 0.1 + row * 0.03, width: 0.1, height: 0.012 },
    })),
  );
  return { number: 1, width: 595, height: 842, source: 'text', words };
}
