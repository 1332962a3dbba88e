import type { Command } from '../engine/command.ts';
import { helpFor } from './help.ts';
import { invoiceAdd } from './invoice-add.ts';
import { invoiceExport } from './invoice-export.ts';
import { invoiceFind } from './invoice-find.ts';
import { invoiceReview } from './invoice-review.ts';
import { invoiceShow } from './invoice-show.ts';
import { pennyAudit } from './penny-audit.ts';
import { pennyDigest } from './penny-digest.ts';
import { pennySettings } from './penny-settings.ts';
import { pennyStatus } from './penny-status.ts';
import { spend } from './spend.ts';

const named: readonly Command[] = [
  spend,
  invoiceAdd,
  invoiceExport,
  invoiceFind,
  invoiceReview,
  invoiceShow,
  pennyStatus,
  pennyAudit,
  pennyDigest,
  pennySettings,
];

/** Every command. Slash commands of the manifest are the first words of these. */
export const commands: readonly Command[] = [...named, ...helpFor(named)];
