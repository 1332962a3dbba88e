import { authorize, type Grant } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { type Digest, type DigestAsks, digestName, digestPlace } from '../domain/digest.ts';
import type { Part, Reply, Span } from '../domain/reply.ts';
import { capital, dayWords, type Rhythm, timetableWords } from '../domain/rhythm.ts';
import type { Ports } from '../engine/ports.ts';
import { askerOn, askRegularly } from '../reports/ask/ask-regularly.ts';
import { digestNew } from './digest-new.ts';
import { digestSend } from './digest-send.ts';
import { digestStop } from './digest-stop.ts';

type Said = Extract<Reply, { readonly kind: 'say' }>;

/** The question of a digest, as it is asked from now on. Fault('invalid') for words that are none, Fault('forbidden') for a report that they may not see. */
export function regularQuestion(
  words: string,
  { rhythm, zone }: { readonly rhythm: Rhythm; readonly zone: string },
  grant: Grant<'digest.manage'>,
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
): DigestAsks {
  const asked = askRegularly(words, rhythm, askerOn(dayOf(clock.now(), zone), settings));
  authorize(grant.actor, asked.report.needs);
  return { kind: 'report', words: asked.words };
}

/** Two blocks each, of the fifty that Slack shows. */
const most = 20;

/** What comes on a schedule, the next first; `first` stands above. */
export async function digestList({ store }: Pick<Ports, 'store'>, first: readonly Part[] = []): Promise<Said> {
  const digests = await store.digests.running();
  const summary =
    digests.length === 0
      ? 'Nothing comes on a schedule yet.'
      : `${digests.length} ${digests.length === 1 ? 'digest comes' : 'digests come'} on a schedule.`;
  const more = digests.length - most;
  const parts: readonly Part[] = [
    ...first,
    { part: 'text', text: [{ bold: summary }] },
    ...digests.slice(0, most).flatMap(row),
    ...(more > 0 ? [{ part: 'note', text: `${more} more come later than these.` } as const] : []),
    { part: 'controls', controls: [digestNew.draw({})] },
    { part: 'note', text: ['Before due dates: ', { code: '/penny digest reminders in #finance 3 days before' }] },
  ];
  return { kind: 'say', to: 'person', saying: { summary, parts } };
}

function row(digest: Digest): readonly Part[] {
  const { asks, next, zone, setBy, leftOut } = digest;
  const by: Span = setBy.slackUser === null ? setBy.name : { person: setBy.slackUser };
  const late = leftOut === null ? [] : [`\nLeft out on ${dayWords(leftOut.slot, zone)}: ${leftOut.why}`];
  return [
    {
      part: 'text',
      text: [
        { bold: digestName(asks) },
        ' in ',
        digestPlace(digest),
        `\n${capital(timetableWords(digest))} · next on ${dayWords(next, zone)} · set by `,
        by,
        ...late,
      ],
    },
    { part: 'controls', controls: controls(digest) },
  ];
}

const controls = ({ id }: Digest) => [digestSend.draw({ digest: String(id) }), digestStop.draw({ digest: String(id) })];

/** What was set, where and when it comes first. */
export function digestIsSet(digest: Digest): Said {
  const [name, place] = [digestName(digest.asks), digestPlace(digest)];
  const verb = digest.asks.kind === 'report' ? 'comes' : 'come';
  const when = `${timetableWords(digest)}, first on ${dayWords(digest.next, digest.zone)}.`;
  return {
    kind: 'say',
    to: 'person',
    saying: {
      summary: `${name} ${verb} ${when}`,
      parts: [
        { part: 'text', text: [{ bold: name }, ` ${verb} to `, place, ` ${when}`] },
        { part: 'controls', controls: controls(digest) },
      ],
    },
  };
}
