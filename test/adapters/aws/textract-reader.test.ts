import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Textract, textractCalls } from '../../../src/adapters/aws/textract-calls.ts';
import { textractReader } from '../../../src/adapters/aws/textract-reader.ts';
import { postgresReadingJobs } from '../../../src/adapters/postgres/reading-jobs.ts';
import { Fault } from '../../../src/domain/fault.ts';
import type { FileType } from '../../../src/domain/file.ts';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { Log } from '../../../src/ports/log.ts';
import { testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';
import { answer, type paper, plainPaper } from './answers.ts';

const host = 'https://textract.eu-central-1.amazonaws.com';
const account = {
  region: 'eu-central-1',
  endpoint: null,
  credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
};
const { database } = await testDatabase();
const jobs = postgresReadingJobs(database);
const folder = await mkdtemp(join(tmpdir(), 'penny textract '));
const open: Textract[] = [];
let asked: { target: string; body: Record<string, unknown> }[] = [];

beforeEach(() => {
  if (!nock.isActive()) nock.activate(); // another file of this worker may have put it away
  nock.disableNetConnect();
  asked = [];
});
afterEach(async () => {
  for (const textract of open.splice(0)) textract.close();
  nock.cleanAll();
  await database.query(sql`delete from page_read`);
});
afterAll(async () => {
  nock.enableNetConnect(/127\.0\.0\.1/);
  nock.restore();
  await rm(folder, { recursive: true, force: true });
});

/** Textract answers with these, one after the other, and notes what it was asked. */
function textractSays(...replies: readonly (readonly [number, unknown] | 'reset' | 'truncated')[]) {
  for (const reply of replies) {
    const post = nock(host).post('/');
    if (reply === 'reset') post.replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    else if (reply === 'truncated') post.reply(200, JSON.stringify(answer(plainPaper())).slice(0, 400));
    else
      post.reply(reply[0], async (request: Request) => {
        const target = request.headers.get('x-amz-target')?.split('.')[1] ?? '';
        asked.push({ target, body: (await request.json()) as Record<string, unknown> }); // what the SDK wrote
        return reply[1];
      });
  }
}
const failure = (type: string) => ({ __type: type, message: type });

const lines: { level: string; sentence: string }[] = [];
const noting: Log = {
  ...silent,
  warn: (_, sentence) => void lines.push({ level: 'warn', sentence }),
  error: (_, sentence) => void lines.push({ level: 'error', sentence }),
};

/** A server that takes every question and never answers, and another that hangs up in the middle of its answer. */
async function serverThat(behaves: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => request.resume().on('end', () => behaves(response)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Settings = {
  bucket?: string | null;
  pages?: number;
  log?: Log;
  patience?: number;
  restMilliseconds?: number;
  endpoint?: string;
  changed?: (isAway: boolean) => void;
};

function readerWith({
  bucket = 'files',
  pages = 1,
  log = silent,
  patience = 2_000,
  restMilliseconds,
  endpoint,
  changed = () => {},
}: Settings = {}) {
  const textract = textractCalls({
    account: { ...account, endpoint: endpoint ?? null },
    log,
    changed,
    secondsPerCall: 1,
    ...(restMilliseconds && { restMilliseconds }),
  });
  open.push(textract);
  return textractReader({
    textract,
    jobs,
    bucket,
    log,
    countPages: async () => pages,
    pauseFor: () => 5,
    patience,
  });
}

let files = 0;
async function file(type: FileType = 'application/pdf', size = 20) {
  files += 1;
  const path = join(folder, `file-${files}`);
  await writeFile(path, Buffer.alloc(Math.min(size, 100), 'x'));
  return { path, name: 'bill', type, size, sha256: files.toString(16).padStart(64, '0') };
}
const signal = () => AbortSignal.timeout(20_000);
const metered = () =>
  database.query(sql`select pages, micro_usd as "microUsd" from page_read where reader = 'textract'`);
const stateOf = async (sha256: string) => (await jobs.last(sha256, 'textract'))?.state;

test('a PDF of one page is sent as it is, and read exactly; its page is metered', async () => {
  textractSays([200, answer(plainPaper())]);

  const reading = await readerWith().read(await file(), signal());

  expect(asked).toMatchObject([{ target: 'AnalyzeExpense', body: { Document: { Bytes: expect.any(String) } } }]);
  expect(await metered()).toEqual([{ pages: 1n, microUsd: 10_000n }]);
  const [invoice] = reading ? interpret(reading, { today: '2026-03-01' }) : [];
  expect(invoice?.fields).toMatchObject({ total: { value: 119_000n }, date: { value: '2026-02-14' } });
});

test('a large picture is read from the bucket', async () => {
  textractSays([200, answer(plainPaper())]);
  const large = await file('image/png', 7 * 1024 * 1024);

  await readerWith().read(large, signal());

  expect(asked[0]?.body).toMatchObject({
    Document: { S3Object: { Bucket: 'files', Name: expect.stringContaining(large.sha256) } },
  });
});

test.each([
  ['application/xml', 10, 'files', null],
  ['image/webp', 10, 'files', null],
  ['image/heic', 10, 'files', null],
  ['image/png', 11 * 1024 * 1024, 'files', null],
  ['image/jpeg', 6 * 1024 * 1024, null, null],
  ['application/pdf', 6 * 1024 * 1024, null, null],
  ['application/pdf', 40 * 1024 * 1024, 'files', 50],
  ['image/tiff', 10, 'files', 50],
  ['image/jpeg', 10, null, 50],
] as const)('%s of %i bytes, bucket %s: claims %s', async (type, size, bucket, claim) => {
  expect(readerWith({ bucket }).claim({ type, size, name: 'x', sha256: 'a'.repeat(64) })).toBe(claim);
});

test('throttling, errors of the server and lost connections are tried again', async () => {
  textractSays([400, failure('ThrottlingException')], [500, failure('InternalServerError')], 'reset', [
    200,
    answer(plainPaper()),
  ]);

  expect(await readerWith().read(await file('image/png'), signal())).toMatchObject({ kind: 'fields' });
});

test.each([
  [
    'keeps throttling',
    () => Array.from({ length: 4 }, () => [400, failure('ProvisionedThroughputExceededException')] as const),
  ],
  ['is cut off', () => Array.from({ length: 4 }, () => 'truncated' as const)],
])('Textract %s: it is unavailable, to be tried again, and nothing is metered', async (_, replies) => {
  textractSays(...replies());

  await expect(readerWith().read(await file('image/png'), signal())).rejects.toMatchObject({
    name: 'Fault',
    code: 'unavailable',
  });
  expect(await metered()).toEqual([]);
});

test.each([
  ['never answers', () => {}],
  [
    'hangs up in the middle',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 5000 }).write('{"ExpenseDocuments":[');
      setTimeout(() => response.destroy(), 20);
    },
  ],
])('a server that %s: it is unavailable, to be tried again', async (_, behaves) => {
  nock.enableNetConnect(/127\.0\.0\.1/);
  const reader = readerWith({ endpoint: await serverThat(behaves) });
  await expect(reader.read(await file('image/png'), signal())).rejects.toMatchObject({ code: 'unavailable' });
});

test('work that is called off ends at once with the reason', async () => {
  nock.enableNetConnect(/127\.0\.0\.1/);
  const reader = readerWith({ endpoint: await serverThat(() => {}) });
  const off = new AbortController();
  const reason = new Error('Penny is stopped');
  setTimeout(() => off.abort(reason), 50);
  await expect(reader.read(await file('image/png'), off.signal)).rejects.toBe(reason);
  expect(reader.claim(await file('image/png'))).toBe(50);
});

test.each(['UnsupportedDocumentException', 'BadDocumentException', 'DocumentTooLargeException'])(
  '%s: the file is for the next reader',
  async (type) => {
    textractSays([400, failure(type)]);
    expect(await readerWith().read(await file('image/png'), signal())).toBeNull();
  },
);

test('keys that AWS does not know are told to the log, and the file goes to the next reader', async () => {
  lines.length = 0;
  textractSays([400, failure('UnrecognizedClientException')]);

  expect(await readerWith({ log: noting }).read(await file('image/png'), signal())).toBeNull();
  expect(lines).toContainEqual({ level: 'error', sentence: expect.stringContaining('AWS does not let Penny') });
});

test('an answer in an unknown shape is told to the log, and the file goes to the next reader', async () => {
  lines.length = 0;
  textractSays([200, { ExpenseDocuments: [{ SummaryFields: 'many' }] }]);

  expect(await readerWith({ log: noting }).read(await file('image/png'), signal())).toBeNull();
  expect(lines.some(({ level }) => level === 'error')).toBe(true);
});

test('when Textract keeps failing it is left alone for a while, and then asked again', async () => {
  lines.length = 0;
  const heard: boolean[] = [];
  const reader = readerWith({ log: noting, restMilliseconds: 300, changed: (isAway) => heard.push(isAway) });
  const denied = Array.from({ length: 2 }, () => [403, failure('AccessDeniedException')] as const);
  textractSays(...denied);
  const picture = await file('image/png');

  for (const _ of denied) expect(await reader.read(picture, signal())).toBeNull();

  expect(reader.claim(picture)).toBeNull();
  expect(lines).toContainEqual({ level: 'error', sentence: expect.stringContaining('keeps failing') });
  expect(await reader.read(picture, signal())).toBeNull(); // and nobody is asked
  await expect.poll(() => reader.claim(picture)).toBe(50);
  textractSays([403, failure('AccessDeniedException')]);
  expect(await reader.read(picture, signal())).toBeNull();
  expect(reader.claim(picture)).toBeNull(); // still failing: left alone again
  await expect.poll(() => reader.claim(picture)).toBe(50);
  textractSays([200, answer(plainPaper())]);
  expect(await reader.read(picture, signal())).not.toBeNull();
  expect(reader.claim(picture)).toBe(50);
  expect(heard.at(0)).toBe(true);
  expect(heard.at(-1)).toBe(false);
});

test('refused files do not speak against Textract', async () => {
  const reader = readerWith();
  const picture = await file('image/png');
  for (let tries = 0; tries < 5; tries += 1) {
    textractSays([400, failure('BadDocumentException')]);
    await reader.read(picture, signal());
  }
  expect(reader.claim(picture)).toBe(50);
});

const started = [200, { JobId: 'job-1' }] as const;
const going = [200, { JobStatus: 'IN_PROGRESS' }] as const;
const done = (papers: readonly ReturnType<typeof paper>[], more: object = {}) =>
  [200, { JobStatus: 'SUCCEEDED', ...answer(...papers), DocumentMetadata: { Pages: 3 }, ...more }] as const;

test('a long PDF is a job: started once by its hash, awaited, all answers collected, its pages metered once', async () => {
  const pdf = await file();
  textractSays(
    started,
    going,
    going,
    done([plainPaper('A-1', 1)], { NextToken: 'n1' }),
    done([{ ...plainPaper('A-2', 2), ExpenseIndex: 2 }], { NextToken: 'n2' }),
    done([{ ...plainPaper('A-3', 3), ExpenseIndex: 3 }]),
  );

  const reading = await readerWith({ pages: 3 }).read(pdf, signal());

  expect(asked.map(({ target }) => target)).toEqual(['StartExpenseAnalysis', ...Array(5).fill('GetExpenseAnalysis')]);
  expect(asked[0]?.body).toMatchObject({
    ClientRequestToken: pdf.sha256,
    DocumentLocation: { S3Object: { Bucket: 'files', Name: expect.stringContaining(pdf.sha256) } },
  });
  expect(asked.slice(3).map(({ body }) => [body.MaxResults, body.NextToken])).toEqual([
    [20, undefined],
    [20, 'n1'],
    [20, 'n2'],
  ]);
  const invoices = reading ? interpret(reading, { today: '2026-03-01' }) : [];
  expect(invoices.map(({ fields, pageFrom }) => [fields.invoice_number?.value, pageFrom])).toEqual([
    ['A-1', 1],
    ['A-2', 2],
    ['A-3', 3],
  ]);
  expect(await metered()).toEqual([{ pages: 3n, microUsd: 30_000n }]);
  expect(await stateOf(pdf.sha256)).toBe('succeeded');
});

test('a restart in the middle goes on with the same job and pays once', async () => {
  const pdf = await file();
  const stop = new AbortController();
  textractSays(started, going);
  const first = textractReader({
    textract: textractOf(),
    jobs,
    bucket: 'files',
    log: silent,
    countPages: async () => 3,
    pauseFor: () => {
      stop.abort(new Error('Penny is stopped'));
      return 1000;
    },
  });
  await expect(first.read(pdf, stop.signal)).rejects.toThrow();

  textractSays(going, done([plainPaper()]), done([plainPaper()]));
  expect(await readerWith({ pages: 3 }).read(pdf, signal())).not.toBeNull();
  expect(await readerWith({ pages: 3 }).read(pdf, signal())).not.toBeNull();

  expect(asked.filter(({ target }) => target === 'StartExpenseAnalysis')).toHaveLength(1);
  expect(await metered()).toEqual([{ pages: 3n, microUsd: 30_000n }]);
});

function textractOf(): Textract {
  const textract = textractCalls({ account, log: silent, secondsPerCall: 1 });
  open.push(textract);
  return textract;
}

test('killed between the start of a job and its note, the next try asks for the same job', async () => {
  const pdf = await file();
  textractSays(started, started, done([plainPaper()]));
  const parts = { textract: textractOf(), bucket: 'files', log: silent, countPages: async () => 3 };
  const forgetful = { ...jobs, started: () => Promise.reject(new Error('killed')) };
  await expect(textractReader({ ...parts, jobs: forgetful }).read(pdf, signal())).rejects.toThrow('killed');

  expect(await textractReader({ ...parts, jobs }).read(pdf, signal())).not.toBeNull();

  const tokens = asked.slice(0, 2).map(({ target, body }) => [target, body.ClientRequestToken]);
  expect(tokens).toEqual(Array(2).fill(['StartExpenseAnalysis', pdf.sha256]));
});

test('a job that takes too long is left and found again', async () => {
  const pdf = await file();
  textractSays(started, going, going, going, going);
  const impatient = readerWith({ pages: 3, patience: 12 });
  await expect(impatient.read(pdf, signal())).rejects.toMatchObject({ code: 'unavailable' });
  nock.cleanAll();

  textractSays(done([plainPaper()]));
  expect(await readerWith({ pages: 3 }).read(pdf, signal())).not.toBeNull();
  expect(await stateOf(pdf.sha256)).toBe('succeeded');
});

test('a job that Textract has forgotten is started anew, under another token', async () => {
  const pdf = await file();
  await jobs.started({ sha256: pdf.sha256, reader: 'textract', attempt: 1, job: 'old' });
  textractSays([400, failure('InvalidJobIdException')], [200, { JobId: 'new' }], done([plainPaper()]));

  expect(await readerWith({ pages: 3 }).read(pdf, signal())).not.toBeNull();

  const [, start] = asked;
  expect(start?.target).toBe('StartExpenseAnalysis');
  expect(start?.body.ClientRequestToken).toMatch(/^[0-9a-f]{64}$/);
  expect(start?.body.ClientRequestToken).not.toBe(pdf.sha256);
  expect(await jobs.last(pdf.sha256, 'textract')).toMatchObject({ attempt: 2, job: 'new', state: 'succeeded' });
});

test('a job that failed costs nothing and hands the file on', async () => {
  const pdf = await file();
  textractSays(started, [200, { JobStatus: 'FAILED', StatusMessage: 'INVALID_IMAGE_TYPE' }]);

  expect(await readerWith({ pages: 3 }).read(pdf, signal())).toBeNull();

  expect(await stateOf(pdf.sha256)).toBe('failed');
  expect(await metered()).toEqual([]);
});

test('pages that Textract could not read are told', async () => {
  textractSays(started, [
    200,
    { JobStatus: 'PARTIAL_SUCCESS', ...answer(plainPaper()), Warnings: [{ ErrorCode: 'x', Pages: [1, 2] }] },
  ]);

  const reading = await readerWith({ pages: 3 }).read(await file(), signal());

  expect(reading).toMatchObject({ unread: [1, 2] });
  const [invoice] = reading ? interpret(reading, { today: '2026-03-01' }) : [];
  expect(invoice?.checks).toContainEqual({ name: 'pages', ok: false, says: expect.stringContaining('Page 1') });
});

test('without a bucket a long file is for the next reader, and so is one that only a person can open', async () => {
  expect(await readerWith({ bucket: null, pages: 2 }).read(await file(), signal())).toBeNull();
  const locked = textractReader({
    textract: textractOf(),
    jobs,
    bucket: 'files',
    log: silent,
    countPages: () => Promise.reject(new Fault('invalid', 'This PDF wants a password.')),
  });
  await expect(locked.read(await file(), signal())).rejects.toThrow('password');
  expect(asked).toEqual([]);
});
