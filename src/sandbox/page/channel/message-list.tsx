import { Fragment } from 'react';
import type { Message } from '../../page-api.ts';
import { Icon } from '../icon.tsx';
import { nearDay } from '../text/slack-date.ts';
import { MessageView } from './message.tsx';
import { continues, dayOf, timeOf } from './threads.ts';
import { useNewest } from './use-newest.ts';

type Props = {
  readonly label: string;
  readonly messages: readonly Message[];
  /** All of the channel, from which threads are counted. */
  readonly all: readonly Message[];
  readonly empty?: string;
  readonly inThread?: boolean;
  /** Counts what the person has sent from the composer under it. */
  readonly sent: number;
};

/** Messages with the newest in view, unless the person has scrolled up to read. */
export function MessageList({ label, messages, all, empty, inThread = false, sent }: Props) {
  const { scroller, content, away, toNewest } = useNewest(messages.at(-1)?.ts, sent);
  return (
    <div className="message-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div ref={scroller} className="message-scroll" role="log" aria-label={label} tabIndex={0}>
        <div ref={content} className="message-content">
          {empty && <p className="beginning">{empty}</p>}
          {messages.map((message, index) => (
            <Fragment key={message.ts}>
              {!inThread && dayOf(message) !== before(messages, index) && <DayLine message={message} />}
              {inThread && index === 1 && <ReplyLine count={messages.length - 1} />}
              <MessageView
                message={message}
                all={all}
                inThread={inThread}
                follows={!(inThread && index === 1) && continues(messages[index - 1], message)}
              />
            </Fragment>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" className="to-newest" onClick={toNewest}>
          <Icon name="down" />
          New messages
        </button>
      )}
    </div>
  );
}

function before(messages: readonly Message[], index: number): string | null {
  const last = messages[index - 1];
  return last ? dayOf(last) : null;
}

function DayLine({ message }: { readonly message: Message }) {
  const day = timeOf(message);
  const words =
    nearDay(day, new Date()) ?? day.toLocaleDateString('en', { weekday: 'long', month: 'long', day: 'numeric' });
  return (
    <div className="day-line">
      <span>{words}</span>
    </div>
  );
}

function ReplyLine({ count }: { readonly count: number }) {
  return (
    <div className="reply-line">
      <span>{count === 1 ? '1 reply' : `${count} replies`}</span>
    </div>
  );
}
