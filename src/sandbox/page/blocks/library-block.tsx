import { type Block as LibraryKind, Message } from 'slack-blocks-to-jsx';
import type { Block } from '../../page-api.ts';
import { emoji } from '../text/emoji.ts';
import { slackDate } from '../text/slack-date.ts';
import { useWorkspace } from '../workspace.tsx';

const drawn = new Set(['markdown', 'data_visualization', 'video', 'plan', 'task_card', 'file']);

/** What nobody presses and nobody types in is drawn by slack-blocks-to-jsx: Markdown, charts, plans. */
export function LibraryBlock({ block }: { readonly block: Block }) {
  const { snapshot } = useWorkspace();
  if (!drawn.has(block.type)) return <p className="unknown">The sandbox does not draw “{block.type}” yet.</p>;
  const users = snapshot.people.map(({ id, realName }) => ({ id, name: realName }));
  const channels = snapshot.channels.map(({ id, name }) => ({ id, name }));
  return (
    <div className={`library-block library-${block.type}`}>
      <Message
        withoutWrapper
        name=""
        logo=""
        // The library's own union names the same shapes; the block came through as the app sent it.
        // Block ids are left out: it would make them ids of the document, where messages repeat them.
        blocks={[{ ...block, block_id: undefined } as unknown as LibraryKind]}
        data={{ users, channels }}
        hooks={{
          emoji: ({ name }) => emoji(name),
          date: ({ timestamp, format }) => slackDate(Number(timestamp), format),
        }}
      />
    </div>
  );
}
