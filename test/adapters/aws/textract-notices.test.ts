import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFauxqs } from 'fauxqs';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { textractCalls } from '../../../src/adapters/aws/textract-calls.ts';
import { textractNotices } from '../../../src/adapters/aws/textract-notices.ts';
import { textractReader } from '../../../src/adapters/aws/textract-reader.ts';
import { postgresReadingJobs } from '../../../src/adapters/postgres/reading-jobs.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';
import { answer, plainPaper } from './answers.ts';

/** A real topic and a real queue; Textract itself is recorded. */
const account = {
  region: 'eu-central-1',
  endpoint: null,
  credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
};
const { database } = await testDatabase();
const jobs = postgresReadingJobs(database);
const folder = await mkdtemp(join(tmpdir(), 'penny notices '));
const server = await startFauxqs({ port: 0, logger: false, defaultRegion: account.region });
const here = { ...account, endpoint: `http://127.0.0.1:${server.port}` };
const topic = server.createTopic('AmazonTextract-penny').topicArn;
server.createQueue('penny', { attributes: { VisibilityTimeout: '0' } });
server.subscribe({ topic: 'AmazonTextract-penny', queue: 'penny' });
const queueUrl = `${here.endpoint}/000000000000/penny`;

const lines: string[] = [];
const noting = { ...silent, warn: (_: object, sentence: string) => void lines.push(sentence) };
const listening = () => textractNotices({ account: here, queueUrl, jobs, log: noting });
let notices = listening();

beforeAll(() => {
  if (!nock.isActive()) nock.activate(); // another file of this worker may have put it away
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => nock.cleanAll());
afterAll(async () => {
  await notices.stop();
  await server.stop();
  nock.enableNetConnect();
  nock.restore();
  await rm(folder, { recursive: true, force: true });
});

const asked: { target: string; body: Record<string, unknown> }[] = [];
function textractSays(...replies: readonly unknown[]): void {
  for (const reply of replies) {
    nock('https://textract.eu-central-1.amazonaws.com')
      .post('/')
      .reply(200, async (request: Request) => {
        const target = request.headers.get('x-amz-target')?.split('.')[1] ?? '';
        asked.push({ target, body: (await request.json()) as Record<string, unknown> }); // what the SDK wrote
        return reply;
      });
  }
}
const going = { JobStatus: 'IN_PROGRESS' };
const done = { JobStatus: 'SUCCEEDED', ...answer(plainPaper()), DocumentMetadata: { Pages: 2 } };

let files = 0;
/** Reads a file of two pages; `pauseFor` is how long nobody asks without a notice. */
async function reading(pauseFor: () => number) {
  files += 1;
  const path = join(folder, String(files));
  await writeFile(path, 'x');
  const roleArn = 'arn:aws:iam::123456789012:role/textract';
  const textract = textractCalls({ account, topic: { topicArn: topic, roleArn }, log: silent });
  const parts = { textract, jobs, bucket: 'files', log: silent, countPages: async () => 2, patience: 3_600_000 };
  const reader = textractReader({ ...parts, pauseFor, announced: true, lookEvery: 5 });
  const file = {
    path,
    name: 'bill',
    type: 'application/pdf',
    size: 1,
    sha256: String(files).padStart(64, '0'),
  } as const;
  return reader.read(file, AbortSignal.timeout(20_000)).finally(() => textract.close());
}
const notice = (job: string) =>
  JSON.stringify({ JobId: job, Status: 'SUCCEEDED', API: 'StartExpenseAnalysis', Timestamp: 1, DocumentLocation: {} });
const askedAbout = (job: string) => asked.filter(({ body }) => body.JobId === job).length;
const isNoted = async (job: string) =>
  (await database.query(sql`select from reading_job where job = ${job} and announced_at is not null`)).length > 0;
const left = () => {
  const { ready = [], inflight = [] } = server.inspectQueue('penny')?.messages ?? {};
  return ready.length + Object.keys(inflight).length;
};

test('Textract is told of the topic, and a waiting job is woken by its notice', async () => {
  textractSays({ JobId: 'job-1' }, going, done);
  const read = reading(() => 3_000_000); // nobody would ask again within the hour
  await vi.waitFor(() => expect(askedAbout('job-1')).toBe(1), 10_000);
  server.publish('AmazonTextract-penny', notice('job-1'));

  expect(await read).toMatchObject({ kind: 'fields' });
  expect(asked[0]).toMatchObject({
    target: 'StartExpenseAnalysis',
    body: { NotificationChannel: { SNSTopicArn: topic, RoleArn: 'arn:aws:iam::123456789012:role/textract' } },
  });
  expect(askedAbout('job-1')).toBe(2);
});

test('a notice that gets lost costs time and nothing else', async () => {
  textractSays({ JobId: 'job-2' }, going, going, done);

  expect(await reading(() => 10)).toMatchObject({ kind: 'fields' });
  expect(askedAbout('job-2')).toBe(3);
});

test('a notice that comes too early makes nobody ask without end', async () => {
  textractSays({ JobId: 'job-3' }, going, going, done);
  const pauses: number[] = [];
  const read = reading(() => {
    pauses.push(1);
    return pauses.length === 1 ? 3_000_000 : 20;
  });
  await vi.waitFor(() => expect(askedAbout('job-3')).toBe(1), 10_000);
  server.publish('AmazonTextract-penny', notice('job-3'));

  expect(await read).not.toBeNull();
  expect(askedAbout('job-3')).toBe(3);
});

test('a notice that is heard while nobody waits is kept for who waits next', async () => {
  await jobs.started({ sha256: 'a'.repeat(64), reader: 'textract', attempt: 1, job: 'job-4' });
  server.publish('AmazonTextract-penny', notice('job-4'));

  await vi.waitFor(async () => expect(await isNoted('job-4')).toBe(true), 10_000);
  const job = { sha256: 'a'.repeat(64), reader: 'textract', attempt: 1, job: 'job-4', state: 'started' } as const;
  expect(await jobs.isAnnounced(job)).toBe(true);
});

test('raw delivery is understood, other messages are dropped, and of an unknown job is heard again before it is', async () => {
  server.sendMessage('penny', notice('job-5'));
  server.sendMessage('penny', 'hello');
  server.sendMessage('penny', '{"Type":"Notification","Message":"{}"}');
  await jobs.started({ sha256: 'b'.repeat(64), reader: 'textract', attempt: 1, job: 'job-5' });
  server.publish('AmazonTextract-penny', notice('a job of somebody else'));

  await vi.waitFor(async () => expect(await isNoted('job-5')).toBe(true), 10_000);
  await vi.waitFor(() => expect(left()).toBe(0), 10_000);
  expect(lines.filter((line) => line.includes('of another kind'))).toHaveLength(2);
});

test('a queue that is away is told of once and asked again; stopping does not wait for it', async () => {
  await notices.stop();
  notices = textractNotices({
    account: { ...here, endpoint: 'http://127.0.0.1:9' },
    queueUrl: 'http://127.0.0.1:9/0/penny',
    jobs,
    log: noting,
  });

  await vi.waitFor(() => expect(lines).toContain('the queue of Textract’s notices does not answer'), 10_000);
  const since = performance.now();
  await notices.stop();
  expect(performance.now() - since).toBeLessThan(2_000);
});
