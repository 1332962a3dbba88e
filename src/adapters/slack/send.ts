import { setTimeout as pause } from 'node:timers/promises';
import type { Picture, Saying } from '../../domain/reply.ts';
import type { Log } from '../../ports/log.ts';
import { type Block, blocksOf, isNative, type Look, nativeCharts, summaryOf, type Uploaded } from './blocks/blocks.ts';
import { noteBlock } from './blocks/note.ts';
import type { Client } from './clients.ts';
import { slackCode, slackDetails } from './faults.ts';

/** A message as Slack's methods take it. */
export type Message = {
  readonly text: string;
  readonly blocks?: Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

export type Sender = {
  /**
   * Gives the saying to `post` as a message. A picture goes up first, visible to nobody; Slack then needs some seconds before a message may show it, so the
   * message (never the upload) is tried again. Where Slack will not have it, the message goes without, and each picture to `asFile` instead.
   */
  send<T>(
    saying: Saying,
    post: (message: Message) => Promise<T>,
    asFile?: (picture: Drawn) => Promise<unknown>,
  ): Promise<T>;
  /** The same for the App Home, whose pictures may be left out. */
  publish<T>(saying: Saying, post: (blocks: Block[]) => Promise<T>): Promise<T>;
};

export type SenderParts = {
  readonly posts: Client;
  readonly log: Log;
  /** How long a fresh picture may take to be usable, in milliseconds. */
  readonly pictureWithin: number;
};

/** Milliseconds between tries: evenly short for the first second, for Slack is often quick; then longer. */
const shortPause = 75;
const longPause = 1_000;

export function sender({ posts, log, pictureWithin }: SenderParts): Sender {
  const upload = uploads(posts, log);

  /** Runs `post` until Slack knows the pictures; null when it did not in time. Only what was just uploaded is worth waiting for. */
  async function withPictures<T>(
    pictures: Uploaded,
    post: () => Promise<T>,
    fresh: boolean,
  ): Promise<{ readonly sent: T } | null> {
    const begun = Date.now();
    for (;;) {
      const wait = Date.now() - begun < longPause ? shortPause : longPause;
      try {
        return { sent: await post() };
      } catch (error) {
        if (pictures.size === 0 || !isFreshFile(error)) throw error;
        if (!fresh || Date.now() + wait > begun + pictureWithin) return null;
        await pause(wait);
      }
    }
  }

  /** Posts what is drawn; where Slack refuses it, in a simpler look, then without pictures, then as words alone. */
  async function attempt<T>(way: Way<T>, look: Look, pictures: Uploaded): Promise<Attempted<T>> {
    try {
      const done = await withPictures(pictures, () => way.drawn(look, pictures), way.fresh);
      if (done !== null) return { ...done, pictures };
      log.warn({ pictures: pictures.size }, 'Slack does not accept a picture in a message; it goes without');
      return attempt(way, look, none);
    } catch (error) {
      if (!isRefusedBlock(error)) throw error;
      log.error({ err: error, details: slackDetails(error), look }, 'Slack refuses blocks; a simpler look is tried');
      if (look === 'native') return attempt(way, 'full', await way.pictures());
      if (look === 'full') return attempt(way, 'simple', pictures);
      if (pictures.size > 0) return attempt(way, 'simple', none);
      return { sent: await way.words(), pictures: none };
    }
  }

  return {
    async send(saying, post, asFile) {
      let uploaded = none;
      const pictures = async (look: Look) => {
        uploaded = await upload(saying, look);
        return uploaded;
      };
      const way = {
        drawn: (look: Look, shown: Uploaded) => post(message(saying, blocksOf(saying, shown, 'message', look))),
        words: () => post(message(saying)),
        pictures: () => pictures('full'),
        fresh: drawnIn(saying).length > 0,
      };
      const look = isNative(saying) ? 'native' : 'full';
      const { sent, pictures: shown } = await attempt(way, look, await pictures(look));
      if (asFile && shown.size < uploaded.size) await everyPicture(drawnIn(saying), asFile, log);
      return sent;
    },
    async publish(saying, post) {
      const drawn = (look: Look, pictures: Uploaded) => post(blocksOf(saying, pictures, 'home', look));
      const words = () => post([noteBlock(saying.summary)]);
      const pictures = () => upload(saying, 'full');
      const way = { drawn, words, pictures, fresh: drawnIn(saying).length > 0 };
      return (await attempt(way, 'full', await pictures())).sent;
    },
  };
}

const none: Uploaded = new Map();

/** The ways to post one saying: drawn in blocks, or in words where no block is accepted. */
type Way<T> = {
  drawn(look: Look, pictures: Uploaded): Promise<T>;
  words(): Promise<T>;
  /** Uploads what Slack was to draw itself. */
  pictures(): Promise<Uploaded>;
  readonly fresh: boolean;
};
type Attempted<T> = { readonly sent: T; readonly pictures: Uploaded };

const message = (saying: Saying, blocks?: Block[]): Message => ({
  text: summaryOf(saying),
  ...(blocks && blocks.length > 0 ? { blocks } : {}),
  unfurl_links: false,
  unfurl_media: false,
});

/** What is to be uploaded for that look: Slack draws some charts itself. */
function picturesOf(saying: Saying, look: Look): readonly Picture[] {
  const own = look === 'native' ? nativeCharts(saying) : null;
  return saying.parts.flatMap((part, i) => {
    if (part.part === 'picture') return [part.picture];
    if (part.part === 'chart') return own?.has(i) ? [] : [part.otherwise];
    return part.part === 'text' && part.beside ? [part.beside] : [];
  });
}

/** One that Slack does not have yet. */
export type Drawn = Extract<Picture, { readonly png: string }>;
const drawnIn = (saying: Saying, look: Look = 'full'): readonly Drawn[] =>
  picturesOf(saying, look).filter((picture) => 'png' in picture);

/** Does it show one, or might it: of a chart that Slack refuses to draw. */
export const hasPicture = (saying: Saying): boolean => picturesOf(saying, 'full').length > 0;

/** What files.uploadV2 takes for a picture. */
export const pictureFile = ({ png, name, alt }: Drawn) => ({
  file: Buffer.from(png, 'base64'),
  filename: name.endsWith('.png') ? name : `${name}.png`,
  alt_text: alt.slice(0, 1000),
});

/** Uploads what a saying shows, each picture once, however many ways it is sent. One that fails is told in words: an answer without it beats none. */
function uploads(posts: Client, log: Log): (saying: Saying, look: Look) => Promise<Uploaded> {
  const known = new WeakMap<Picture, string>();
  const upload = async (picture: Drawn) => {
    if (known.has(picture)) return;
    const { files } = await posts.filesUploadV2(pictureFile(picture));
    const id = files[0]?.files?.[0]?.id;
    if (id) known.set(picture, id);
  };
  return async (saying, look) => {
    await everyPicture(drawnIn(saying, look), upload, log);
    return new Map(
      picturesOf(saying, look).flatMap((picture) =>
        toPair(picture, 'slackFile' in picture ? picture.slackFile : known.get(picture)),
      ),
    );
  };
}

const toPair = (picture: Picture, id: string | undefined): (readonly [Picture, string])[] =>
  id === undefined ? [] : [[picture, id]];

async function everyPicture(
  pictures: readonly Drawn[],
  act: (picture: Drawn) => Promise<unknown>,
  log: Log,
): Promise<void> {
  const tried = await Promise.allSettled(pictures.map(act));
  for (const one of tried)
    if (one.status === 'rejected') log.warn({ err: one.reason }, 'a picture could not be uploaded');
}

const isFreshFile = (error: unknown): boolean => slackDetails(error).some((line) => /invalid slack file/i.test(line));

/** Views have a code of their own for the same. */
const refusals = [
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_attachments',
  'msg_too_long',
];

export const isRefusedBlock = (error: unknown): boolean => refusals.includes(slackCode(error) ?? '');
