import { useId } from 'react';
import type { Channel } from '../../page-api.ts';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import { useWorkspace } from '../workspace.tsx';
import { sizeOf } from './file-card.tsx';

type Props = {
  readonly channel: Channel;
  readonly inThread: boolean;
  readonly attach: (files: readonly File[]) => void;
};

/** What can be added besides words: files, a sample invoice, a shortcut of the app. */
export function ComposerTools({ channel, inThread, attach }: Props) {
  const id = useId();
  return (
    <div className="composer-tools">
      <label className="icon-button" htmlFor={id} title="Attach files">
        <Icon name="attach" />
        <input
          id={id}
          className="visually-hidden"
          type="file"
          multiple
          aria-label="Attach files"
          onChange={(event) => {
            attach([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      <Shortcuts channel={channel} />
      {!inThread && <Samples channel={channel} />}
    </div>
  );
}

function Shortcuts({ channel }: { readonly channel: Channel }) {
  const { snapshot, act } = useWorkspace();
  const items = snapshot.shortcuts
    .filter((shortcut) => shortcut.type === 'global')
    .map(({ name, callbackId }) => ({
      key: callbackId,
      label: name,
      detail: snapshot.app.name,
      icon: <Icon name="bolt" />,
      onPick: () => void act({ do: 'shortcut', callbackId, channel: channel.id }),
    }));
  return <Menu label="Shortcuts" heading="Shortcuts" button={<Icon name="bolt" />} items={items} />;
}

function Samples({ channel }: { readonly channel: Channel }) {
  const { snapshot, shareSample } = useWorkspace();
  if (snapshot.samples.length === 0) return null;
  const items = snapshot.samples.map(({ name, description, size }) => ({
    key: name,
    label: description || name,
    detail: `${name} · ${sizeOf(size)}`,
    icon: <Icon name="receipt" />,
    onPick: () => void shareSample(channel.id, name),
  }));
  return (
    <Menu
      label="Sample invoices"
      heading="Share a sample"
      className="text-button"
      button={
        <>
          <Icon name="receipt" />
          <span>Sample invoices</span>
        </>
      }
      items={items}
    />
  );
}
