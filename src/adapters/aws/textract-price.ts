import type { PagesRead } from '../../ports/reading-jobs.ts';

/** Millionths of a US dollar: AnalyzeExpense, a page, the first million pages a month in US East. https://aws.amazon.com/textract/pricing/ */
export const microUsdPerPage = 10_000;

export const costOf = (pages: number): PagesRead => ({
  reader: 'textract',
  pages,
  microUsd: pages * microUsdPerPage,
});
