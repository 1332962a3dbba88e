import { z } from 'zod';
import { job } from '../engine/job.ts';
import { tableFormats } from '../ports/table-files.ts';
import { exportInvoices } from '../workflows/export-invoices.ts';

/** Writes invoices into a file and sends it to the person who asked, in their messages with Penny. */
export const sendExport = job({
  name: 'send-export',
  payload: z.object({
    person: z.string(),
    name: z.string(),
    says: z.string(),
    format: z.enum(tableFormats),
    from: z.string(),
    to: z.string(),
    currency: z.string(),
    vendor: z.string(),
    category: z.string(),
  }),
  attempts: 4,
  timeoutSeconds: 1_800,
  concurrency: 1,

  async run({ person, name, says, format, ...filter }, ports) {
    const channel = await ports.workspace.directMessages(person);
    await ports.workspace.attach(channel, null, { name, says, content: exportInvoices(filter, format, ports) });
  },

  async gaveUp({ person, name }, { workspace }) {
    const channel = await workspace.directMessages(person);
    const problem = `${name} could not be written after several tries. Ask for it again; an admin finds the cause in the log.`;
    await workspace.post(
      channel,
      null,
      { summary: problem, parts: [{ part: 'text', text: problem }] },
      `export:${name}`,
    );
  },
});
