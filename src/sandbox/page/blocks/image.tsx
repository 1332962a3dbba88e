import { useState } from 'react';
import { plain } from '../text/text.tsx';
import type { Picture, TextObject } from './shapes.ts';

type Pictured = Pick<Picture, 'image_url' | 'slack_file' | 'alt_text'>;

/** Where the bytes of a picture are: a file of this workspace, or an address of the app's choosing. */
export function sourceOf(picture: Pictured): string {
  const id = picture.slack_file?.id ?? /F[A-Z0-9]{8,}/.exec(picture.slack_file?.url ?? '')?.[0];
  return id ? `/sandbox/file/${id}` : (picture.image_url ?? '');
}

export function PictureView({ picture, className }: { readonly picture: Pictured; readonly className: string }) {
  const [broken, setBroken] = useState(false);
  const source = sourceOf(picture);
  if (broken || source === '') return <span className={`${className} picture-broken`}>{picture.alt_text}</span>;
  return <img className={className} src={source} alt={picture.alt_text} onError={() => setBroken(true)} />;
}

type Props = { readonly picture: Pictured; readonly title: TextObject | undefined };

/** A picture of its own, as wide as the message allows; a click opens it whole. */
export function ImageView({ picture, title }: Props) {
  return (
    <figure className="image-block">
      {title && <figcaption>{plain(title)}</figcaption>}
      <a href={sourceOf(picture)} target="_blank" rel="noreferrer" aria-label={`Open picture: ${picture.alt_text}`}>
        <PictureView picture={picture} className="image-block-image" />
      </a>
    </figure>
  );
}
