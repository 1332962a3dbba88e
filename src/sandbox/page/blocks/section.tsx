import { ElementView } from '../elements/element.tsx';
import { plain, Text } from '../text/text.tsx';
import { PictureView } from './image.tsx';
import type { Section } from './shapes.ts';

export function SectionBlock({ block, id }: { readonly block: Section; readonly id: string }) {
  const { text, fields, accessory } = block;
  return (
    <div className="section">
      <div className="section-words">
        {text && <Text of={text} />}
        {fields && (
          <div className="fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other identity than their place
              <div key={index}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="accessory">
          {accessory.type === 'image' && 'alt_text' in accessory ? (
            <PictureView picture={accessory} className="accessory-image" />
          ) : (
            <ElementView
              blockId={id}
              element={accessory as Exclude<typeof accessory, { alt_text: string }>}
              dispatch
              name={firstLine(plain(text))}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** What stands beside a control names it, without mrkdwn's marks. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[*_~`]/g, '').slice(0, 80);
}
