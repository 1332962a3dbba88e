import { z } from 'zod';
import { authorize, may } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import { longestWords } from '../domain/invoice-filter.ts';
import { type Button, type Reply, say } from '../domain/reply.ts';
import { happening } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { sql } from '../engine/sql.ts';
import { type Heard, hear, nearestReports } from '../reports/ask/sentence.ts';
import { askReport } from './ask-report.ts';
import { invoicePage } from './invoice-page.ts';
import { showPrivately } from './invoice-show.ts';
import { answerWords } from './report-controls.ts';
import { reviewList } from './review-confirm.ts';

/**
 * Somebody writes to Penny as one writes to a colleague: "what did we spend on AWS last quarter?". What fits the grammar of the commands is answered as they
 * would be, all else with the nearest commands as buttons. No language model; nothing leaves this machine.
 */
export const askedInWords = happening({
  name: 'asked-in-words',
  origin: 'message',
  needs: 'desk.read',
  given: z.object({ text: z.string() }),

  async run({ text: written }, { call, grant, ports }) {
    const { actor } = grant;
    const text = written.trim().replace(/^\/?(?:spend|invoice|penny)\b\s*/i, '');
    const [, number] = /^(?:(?:show|invoice)\s+)?#?(\d{1,18})$/i.exec(text) ?? [];
    if (number !== undefined && may(actor, 'invoice.read-own'))
      return showPrivately(BigInt(number), authorize(actor, 'invoice.read-own'), ports);
    if (/\b(?:review|wait(?:s|ing)?|to do|todo)\b/i.test(text) && may(actor, 'invoice.read-own'))
      return reviewList(authorize(actor, 'invoice.read-own'), ports);
    if (!may(actor, 'report.read')) return say(forOthers);
    if (greeting.test(text)) return offer(text, 'Ask me about spend in your own words.');
    const today = dayOf(ports.clock.now(), actor.zone);
    const heard = hear(text, today);
    const words = heard && (await named(heard, ports));
    if (words === null) return offer(text);
    return answerWords(words, call.by, authorize(actor, 'report.read'), ports).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'invalid') return offer(text, error.message);
      throw error;
    });
  },
});

const greeting = /^(?:hi|hello|hey|hallo|help|good \w+|thanks?(?: you)?)?[\s!.?]*$/i;

const forOthers =
  'Share an invoice here or in an intake channel, and Penny reads it. Type /invoice review for what waits for you, /penny help for all that you can do.';

/** The question in words, with the vendor or category that the rest of the sentence names; null where it names neither. */
async function named({ words, name }: Heard, { rows }: Pick<Ports, 'rows'>): Promise<string | null> {
  if (name === null) return words;
  const [found] = await rows.read(
    sql`select exists (select from vendor where position(lower(${name}::text) in lower(name)) > 0) as vendor,
               exists (select from category where position(lower(${name}::text) in lower(name)) > 0) as category`,
    z.object({ vendor: z.boolean(), category: z.boolean() }),
  );
  if (found?.vendor) return `${words} vendor:"${name}"`;
  return found?.category ? `${words} category:"${name}"` : null;
}

/** What could be meant, to be pressed. */
function offer(text: string, says = 'I am not sure what you ask.'): Reply {
  const words = text.replaceAll(/[?!]/g, '').trim();
  const search = words !== '' && words.length <= longestWords && !greeting.test(text);
  const near = nearestReports(text, search ? 2 : 3).map(
    ({ name, asks }): Button => ({ ...askReport.draw({ words: name }), label: asks }),
  );
  const find: readonly Button[] = search
    ? [{ ...invoicePage.draw({ filter: { words }, from: 0 }), label: `Find invoices: ${words}` }]
    : [];
  const summary = `${says} Did you mean one of these? Or type /penny help.`;
  return {
    kind: 'say',
    to: 'person',
    saying: {
      summary,
      parts: [
        { part: 'text', text: summary },
        { part: 'controls', controls: [...near, ...find] },
      ],
    },
  };
}
