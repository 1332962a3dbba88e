import { setTimeout as pause } from 'node:timers/promises';
import type { Picture, Saying } from '../../domain/reply.ts';
import type { Log } from '../../ports/log.ts';
import { type Block, blocksOf, summaryOf, type Uploaded } from './blocks/blocks.ts';
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
    asFile?: (picture: Picture) => Promise<unknown>,
  ): Promise<T>;
  /** The same for the App Home, whose pictures may be left out. */
  publish(saying: Saying, post: (blocks: Block[]) => Promise<unknown>): Promise<void>;
};

export type SenderParts = {
  readonly posts: Client;
  readonly log: Log;
  /** How long a fresh picture may take to be usable, in milliseconds. */
  readonly pictureWithin: number;
};

/** Milliseconds between tries: short at first, for Slack is often quick, then each twice as long. */
const firstPause = 100;
const longestPause = 1_000;

export function sender({ posts, log, pictureWithin }: SenderParts): Sender {
  const upload = uploads(posts, log);

  /** Runs `post` until Slack knows the picture; null when it did not in time, or refuses for another reason that may lie in the picture. */
  async function withPictures<T>(uploaded: Uploaded, post: () => Promise<T>): Promise<{ readonly sent: T } | null> {
    const until = Date.now() + pictureWithin;
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        return { sent: await post() };
      } catch (error) {
        const isFresh = isFreshFile(error);
        if (uploaded.size === 0 || !(isFresh || isRefusedBlock(error))) throw error;
        if (!isFresh || Date.now() + wait > until) return null;
        await pause(wait);
      }
    }
  }

  async function inWords<T>(saying: Saying, post: (message: Message) => Promise<T>, error: unknown): Promise<T> {
    if (!isRefusedBlock(error)) throw error;
    log.error(
      { err: error, details: slackDetails(error) },
      'Slack refuses the blocks of a message; it goes out as text',
    );
    return post(message(saying));
  }

  return {
    async send(saying, post, asFile) {
      const uploaded = await upload(saying);
      const withBlocks = (pictures: Uploaded) => () => post(message(saying, blocksOf(saying, pictures)));
      try {
        const done = await withPictures(uploaded, withBlocks(uploaded));
        if (done !== null) return done.sent;
        log.warn({ pictures: uploaded.size }, 'Slack does not accept a picture in a message; it is sent as a file');
        const sent = await withBlocks(new Map())();
        if (asFile) await everyPicture(saying, asFile, log);
        return sent;
      } catch (error) {
        return inWords(saying, post, error);
      }
    },
    async publish(saying, post) {
      const uploaded = await upload(saying);
      const done = await withPictures(uploaded, () => post(blocksOf(saying, uploaded, 'home')));
      if (done === null) await post(blocksOf(saying, new Map(), 'home'));
    },
  };
}

const message = (saying: Saying, blocks?: Block[]): Message => ({
  text: summaryOf(saying),
  ...(blocks && blocks.length > 0 ? { blocks } : {}),
  unfurl_links: false,
  unfurl_media: false,
});

const picturesOf = (saying: Saying): readonly Picture[] =>
  saying.parts.flatMap((part) => (part.part === 'picture' ? [part.picture] : []));

export const hasPicture = (saying: Saying): boolean => picturesOf(saying).length > 0;

/** What files.uploadV2 takes for a picture. */
export const pictureFile = ({ png, name, alt }: Picture) => ({
  file: Buffer.from(png, 'base64'),
  filename: name.endsWith('.png') ? name : `${name}.png`,
  alt_text: alt.slice(0, 1000),
});

/** Uploads what a saying shows, each picture once, however many ways it is sent. One that fails is told in words: an answer without it beats none. */
function uploads(posts: Client, log: Log): (saying: Saying) => Promise<Uploaded> {
  const known = new WeakMap<Picture, string>();
  const upload = async (picture: Picture) => {
    if (known.has(picture)) return;
    const { files } = await posts.filesUploadV2(pictureFile(picture));
    const id = files[0]?.files?.[0]?.id;
    if (id) known.set(picture, id);
  };
  return async (saying) => {
    await everyPicture(saying, upload, log);
    return new Map(picturesOf(saying).flatMap((picture) => toPair(picture, known.get(picture))));
  };
}

const toPair = (picture: Picture, id: string | undefined): (readonly [Picture, string])[] =>
  id === undefined ? [] : [[picture, id]];

async function everyPicture(saying: Saying, act: (picture: Picture) => Promise<unknown>, log: Log): Promise<void> {
  const tried = await Promise.allSettled(picturesOf(saying).map(act));
  for (const one of tried)
    if (one.status === 'rejected') log.warn({ err: one.reason }, 'a picture could not be uploaded');
}

const isFreshFile = (error: unknown): boolean => slackDetails(error).some((line) => /invalid slack file/i.test(line));

const isRefusedBlock = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== null && ['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'invalid_attachments'].includes(code)
  );
};
