import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keyOf } from '../../../src/adapters/aws/s3-objects.ts';
import { readConfig } from '../../../src/config.ts';
import { type Running, startPenny } from '../../../src/main.ts';
import { channelIds } from '../../../src/sandbox/seed.ts';
import { testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';
import { answer, plainPaper } from './answers.ts';
import { type Asked, cloud } from './cloud.ts';

/** All of Penny with files in S3 and Textract as her reader. */
const bucket = 'penny-files';
const topic = 'arn:aws:sns:eu-central-1:000000000000:AmazonTextract-penny';
const bills = join(import.meta.dirname, '../../bills');
let folder: string;
let penny: Running;
let broken = false;
let isDone = false;
let aws: Awaited<ReturnType<typeof cloud>>;
const database = await testDatabase();

function textract({ target }: Asked): unknown {
  if (broken) return new Error('no answer');
  if (target === 'AnalyzeExpense') return answer(plainPaper('ONE-1'));
  if (target === 'StartExpenseAnalysis') return { JobId: 'job-1' };
  if (!isDone) {
    isDone = true;
    aws.server.publish('AmazonTextract-penny', JSON.stringify({ JobId: 'job-1', Status: 'SUCCEEDED' }), {
      region: 'eu-central-1',
    });
    return { JobStatus: 'IN_PROGRESS' };
  }
  const two = { ...plainPaper('MANY-2', 2), ExpenseIndex: 2 };
  return { JobStatus: 'SUCCEEDED', ...answer(plainPaper('MANY-1', 1), two), DocumentMetadata: { Pages: 2 } };
}

const settings = () => ({
  PENNY_FOLDER: folder,
  PORT: '0',
  DATABASE_URL: database.ownerUrl,
  S3_BUCKET: bucket,
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL: aws.url,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TEXTRACT_SNS_TOPIC_ARN: topic,
  TEXTRACT_ROLE_ARN: 'arn:aws:iam::123456789012:role/textract',
  TEXTRACT_SQS_URL: `${aws.url}/000000000000/penny`,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny aws '));
  aws = await cloud(bucket, textract);
  const region = 'eu-central-1';
  aws.server.createTopic('AmazonTextract-penny', { region });
  aws.server.createQueue('penny', { region });
  aws.server.subscribe({ topic: 'AmazonTextract-penny', queue: 'penny', region });
  penny = await startPenny(readConfig(settings()), silent);
});
afterAll(async () => {
  await penny?.stop();
  await aws?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function share(file: string | { name: string; bytes: Uint8Array }): Promise<void> {
  const cleo = penny.sandbox?.as('cleo');
  if (!cleo) throw new Error('there is no sandbox');
  const result = await cleo.shares(file, channelIds.invoices);
  if (!result.ok) throw new Error(result.error);
  await cleo.waitsFor((seen) => {
    const message = (seen.messages[channelIds.invoices] ?? []).find(({ ts }) => ts === result.ts);
    return message?.reactions.some(({ name }) => name !== 'eyes');
  }, 60_000);
}

const rows = (text: string) => database.database.query<Record<string, unknown>>({ text, values: [] });

test('a PDF of one page: stored in the bucket, read by Textract, booked, and its page metered', async () => {
  const path = join(bills, 'kestrel-hosting.pdf');
  await share(path);

  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const stored = await fetch(`${aws.url}/${bucket}/${keyOf(sha256)}`);
  expect(Buffer.from(await stored.arrayBuffer())).toEqual(await readFile(path));
  expect(await rows("select state, total_minor from invoice where number = 'ONE-1'")).toEqual([
    { state: 'booked', total_minor: 119_000n },
  ]);
  expect(await rows("select reader, body->>'kind' as kind from reading")).toEqual([
    { reader: 'textract', kind: 'fields' },
  ]);
  expect(await rows('select reader, pages, micro_usd from page_read')).toEqual([
    { reader: 'textract', pages: 1n, micro_usd: 10_000n },
  ]);
  await expect.poll(() => readdir(join(folder, 'tmp', 'lent'))).toEqual([]); // its picture may still be drawn
});

test('a PDF of two pages with two invoices: one job, whose end is announced, and two invoices', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.addPage();
  await share({ name: 'two.pdf', bytes: await pdf.save() });

  const started = aws.asked.filter(({ target }) => target === 'StartExpenseAnalysis');
  expect(started).toMatchObject([{ body: { NotificationChannel: { SNSTopicArn: topic } } }]);
  expect(await rows('select announced_at is not null as announced from reading_job')).toEqual([{ announced: true }]);
  expect(await rows("select number, page_from from invoice where number like 'MANY%' order by number")).toEqual([
    { number: 'MANY-1', page_from: 1 },
    { number: 'MANY-2', page_from: 2 },
  ]);
  expect(await rows('select state, job from reading_job')).toEqual([{ state: 'succeeded', job: 'job-1' }]);
});

test('an e-invoice costs nothing: Textract is not asked', async () => {
  const before = aws.asked.length;
  await share(join(bills, 'groene-kas-ubl.xml'));
  await share(join(bills, 'atelier-verdier-factur-x.pdf'));
  expect(aws.asked).toHaveLength(before);
});

test('a PDF with too many pages is refused before anybody is paid', async () => {
  const before = aws.asked.length;
  const pdf = await PDFDocument.create();
  for (let page = 0; page < 51; page += 1) pdf.addPage();
  await share({ name: 'long.pdf', bytes: await pdf.save() });

  expect(aws.asked).toHaveLength(before);
  expect(await rows("select problem from document_share where file_name = 'long.pdf'")).toEqual([
    { problem: expect.stringContaining('51 pages') },
  ]);
});

test('an object put under inbox/ is told of, booked, and moved to its place', async () => {
  const bytes = Buffer.from(
    (await readFile(join(bills, 'groene-kas-ubl.xml'), 'utf8')).replaceAll('26-00391', 'DROP-1'),
  );
  const at = (key: string) => `${aws.url}/${bucket}/${key}`;
  await fetch(at('inbox/'), { method: 'PUT', body: '' });
  await fetch(at('inbox/scanner%201/scan-0042.xml'), { method: 'PUT', body: bytes });
  await database.store.queue.send({ name: 'take-drops', payload: {}, key: 'take-drops' });

  const cleo = penny.sandbox?.as('cleo');
  const card = await cleo?.waitsFor((seen) => {
    const messages = seen.messages[channelIds.invoices] ?? [];
    const told = messages.find(({ text }) => text === 'scan-0042.xml came in by the inbox.');
    const done = told?.reactions.some(({ name }) => name !== 'eyes');
    return done ? messages.find(({ threadTs, text }) => threadTs === told?.ts && /DROP-1/.test(text)) : null;
  }, 60_000);

  expect(card?.text).toContain('as #');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await vi.waitFor(async () => expect((await fetch(at('inbox/scanner%201/scan-0042.xml'))).status).toBe(404), 10_000);
  expect(Buffer.from(await (await fetch(at(keyOf(sha256)))).arrayBuffer())).toEqual(bytes);
  expect((await fetch(at('inbox/'))).status).toBe(200);
}, 90_000);

test('while Textract is broken, files are read by the embedded reader', async () => {
  broken = true;
  await share(join(bills, 'brandt-werkzeugbau.pdf'));

  expect(await rows('select reader from reading order by id desc limit 1')).toEqual([{ reader: 'embedded' }]);
}, 90_000);

test('a bucket that is not there keeps Penny from starting, with a sentence', async () => {
  const config = readConfig({ ...settings(), S3_BUCKET: 'nobodys-bucket' });
  await expect(startPenny(config, silent)).rejects.toThrow('There is no bucket of the name that S3_BUCKET gives');
});
