import type { Job } from '../engine/job.ts';
import { interactions } from '../interactions/all.ts';
import { catchUp } from './catch-up.ts';
import { deliverWish } from './deliver-wish.ts';
import { drawFigures } from './draw-figures.ts';
import { drawInvoice } from './draw-invoice.ts';
import { dueDigests } from './due-digests.ts';
import { indexWords } from './index-words.ts';
import { loadImport } from './load-import.ts';
import { loadRates } from './load-rates.ts';
import { readAgain } from './read-again.ts';
import { readDocument } from './read-document.ts';
import { renewHome } from './renew-home.ts';
import { renewHomes } from './renew-homes.ts';
import { sendDigest } from './send-digest.ts';
import { sendExport } from './send-export.ts';
import { sendReport } from './send-report.ts';
import { showInvoice } from './show-invoice.ts';
import { takeDrops } from './take-drops.ts';
import { takeEvent } from './take-event.ts';
import { tryImport } from './try-import.ts';

export const jobs: readonly Job[] = [
  takeEvent(interactions),
  readDocument,
  readAgain,
  loadImport,
  tryImport,
  deliverWish,
  showInvoice,
  drawInvoice,
  drawFigures,
  renewHome,
  renewHomes,
  sendExport,
  sendReport,
  catchUp,
  indexWords,
  takeDrops,
  dueDigests,
  sendDigest,
  loadRates,
];
