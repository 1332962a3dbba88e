import { setTimeout as pause } from 'node:timers/promises';
import type { Picture, Saying } from '../../domain/reply.ts';
import type { Log } from '../../ports/log.ts';
import { type Block, blocksOf, type Look, summaryOf, type Uploaded } from './blocks/blocks.ts';
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
      if (look === 'full') return attempt(way, 'simple', pictures);
      if (pictures.size > 0) return attempt(way, 'simple', none);
      return { sent: await way.words(), pictures: none };
    }
  }

  return {
    async send(saying, post, asFile) {
      const uploaded = await upload(saying);
      const drawn = (look: Look, pictures: Uploaded) =>
        post(message(saying, blocksOf(saying, pictures, 'message', look)));
      const way = { drawn, words: () => post(message(saying)), fresh: drawnIn(saying).length > 0 };
      const { sent, pictures } = await attempt(way, 'full', uploaded);
      if (asFile && pictures.size < uploaded.size) await everyPicture(saying, asFile, log);
      return sent;
    },
    async publish(saying, post) {
      const drawn = (look: Look, pictures: Uploaded) => post(blocksOf(saying, pictures, 'home', look));
      const words = () => post([noteBlock(saying.summary)]);
      const way = { drawn, words, fresh: drawnIn(saying).length > 0 };
      return (await attempt(way, 'full', await upload(saying))).sent;
    },
  };
}

const none: Uploaded = new Map();

/** The ways to post one saying: drawn in blocks, or in words where no block is accepted. */
type Way<T> = { drawn(look: Look, pictures: Uploaded): Promise<T>; words(): Promise<T>; readonly fresh: boolean };
type Attempted<T> = { readonly sent: T; readonly pictures: Uploaded };

const message = (saying: Saying, blocks?: Block[]): Message => ({
  text: summaryOf(saying),
  ...(blocks && blocks.length > 0 ? { blocks } : {}),
  unfurl_links: false,
  unfurl_media: false,
});

const picturesOf = (saying: Saying): readonly Picture[] =>
  saying.parts.flatMap((part) =>
    part.part === 'picture' ? [part.picture] : part.part === 'text' && part.beside ? [part.beside] : [],
  );

/** One that Slack does not have yet. */
export type Drawn = Extract<Picture, { readonly png: string }>;
const drawnIn = (saying: Saying): readonly Drawn[] => picturesOf(saying).filter((picture) => 'png' in picture);

export const hasPicture = (saying: Saying): boolean => picturesOf(saying).length > 0;

/** What files.uploadV2 takes for a picture. */
export const pictureFile = ({ png, name, alt }: Drawn) => ({
  file: Buffer.from(png, 'base64'),
  filename: name.endsWith('.png') ? name : `${name}.png`,
  alt_text: alt.slice(0, 1000),
});

/** Uploads what a saying shows, each picture once, however many ways it is sent. One that fails is told in words: an answer without it beats none. */
function uploads(posts: Client, log: Log): (saying: Saying) => Promise<Uploaded> {
  const known = new WeakMap<Picture, string>();
  const upload = async (picture: Drawn) => {
    if (known.has(picture)) return;
    const { files } = await posts.filesUploadV2(pictureFile(picture));
    const id = files[0]?.files?.[0]?.id;
    if (id) known.set(picture, id);
  };
  return async (saying) => {
    await everyPicture(saying, upload, log);
    return new Map(
      picturesOf(saying).flatMap((picture) =>
        toPair(picture, 'slackFile' in picture ? picture.slackFile : known.get(picture)),
      ),
    );
  };
}

const toPair = (picture: Picture, id: string | undefined): (readonly [Picture, string])[] =>
  id === undefined ? [] : [[picture, id]];

async function everyPicture(saying: Saying, act: (picture: Drawn) => Promise<unknown>, log: Log): Promise<void> {
  const tried = await Promise.allSettled(drawnIn(saying).map(act));
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
