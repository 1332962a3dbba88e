import { Message } from 'slack-blocks-to-jsx';

/** Emoji that node-emoji does not know: slack-blocks-to-jsx has Slack's whole list, but only gives it out drawn. */
export function LibraryEmoji({ name }: { readonly name: string }) {
  return (
    <span className="library-emoji">
      <Message
        withoutWrapper
        name=""
        logo=""
        blocks={[{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name }] }] }]}
      />
    </span>
  );
}
