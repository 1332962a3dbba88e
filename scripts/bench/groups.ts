import type { Group } from './harness.ts';

/** The groups of figures, in the order they are measured. */
export const groups: readonly Group[] = [
  { name: 'size', says: 'what an install weighs', load: async () => (await import('./size.ts')).size },
  {
    name: 'start',
    says: 'until Penny is at her desk, cold and warm',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'share',
    says: 'a text PDF from its sharing to its card',
    load: async () => (await import('./share.ts')).share,
  },
  { name: 'parts', says: 'the steps of that alone', load: async () => (await import('./parts.ts')).parts },
  { name: 'ocr', says: 'a scanned page', load: async () => (await import('./ocr.ts')).ocr },
  { name: 'einvoice', says: 'an e-invoice', load: async () => (await import('./einvoice.ts')).einvoice },
  {
    name: 'readings',
    says: 'readings a minute, by kind, on two cores',
    load: async () => (await import('./readings.ts')).readings,
  },
  { name: 'spend', says: '/spend until its picture is seen', load: async () => (await import('./spend.ts')).spend },
  {
    name: 'reports',
    says: 'every /spend report, on a small and a large ledger',
    load: async () => (await import('./reports.ts')).reports,
  },
  {
    name: 'find',
    says: '/invoice find among a million invoices',
    load: async () => (await import('./find.ts')).find,
  },
  {
    name: 'home',
    says: 'the App Home of each role, over a million invoices',
    load: async () => (await import('./home.ts')).home,
  },
  {
    name: 'crowd',
    says: 'twenty people at once while fifty files are read',
    load: async () => (await import('./crowd.ts')).crowd,
  },
  { name: 'chart', says: 'one chart drawn', load: async () => (await import('./chart.ts')).chart },
  {
    name: 'load',
    says: 'ways to insert rows, near and far',
    load: async () => (await import('./load.ts')).load,
  },
  {
    name: 'tables',
    says: 'a CSV from its file into the ledger',
    load: async () => (await import('./tables.ts')).tables,
  },
  {
    name: 'inbox',
    says: 'events kept before they are acknowledged',
    load: async () => (await import('./inbox.ts')).inbox,
  },
];
