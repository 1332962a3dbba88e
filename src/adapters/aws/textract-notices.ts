import { setTimeout as pause } from 'node:timers/promises';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import type { Log } from '../../ports/log.ts';
import type { ReadingJobs } from '../../ports/reading-jobs.ts';
import { type AwsAccount, clientSettings } from './account.ts';

type Options = {
  readonly account: AwsAccount;
  /** A queue that is subscribed to Textract's completion topic. */
  readonly queueUrl: string;
  readonly jobs: ReadingJobs;
  readonly log: Log;
};

/** What SNS puts into a queue, unless the subscription delivers raw. https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });
/** https://docs.aws.amazon.com/textract/latest/dg/async-notification-payload.html */
const Notice = z.object({ JobId: z.string().min(1), Status: z.string() });

/**
 * Hears from the queue which Textract jobs are done, and notes it in the database, where whoever waits for one finds it: several replicas share the queue.
 * While the queue is away, jobs are found done by asking.
 */
export function textractNotices(options: Options): { stop(): Promise<void> } {
  const sqs = new SQSClient(clientSettings(options.account, 40)); // longer than a question waits
  const stopping = new AbortController();
  const listening = listen(sqs, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await listening;
      sqs.destroy();
    },
  };
}

async function listen(sqs: SQSClient, options: Options, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      for (const message of await next(sqs, options, signal)) await take(message, sqs, options);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (failures === 0) options.log.warn(saying(error), 'the queue of Textract’s notices does not answer');
      failures += 1;
      await pause(Math.min(60_000, 1_000 * 2 ** failures), undefined, { signal }).catch(() => {});
    }
  }
}

async function next(sqs: SQSClient, { queueUrl }: Options, abortSignal: AbortSignal): Promise<readonly Message[]> {
  const ask = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 20,
    MessageSystemAttributeNames: ['ApproximateReceiveCount'],
  });
  const { Messages = [] } = await sqs.send(ask, { abortSignal });
  return Messages;
}

/** A job may be done before its id is noted: then the message is left, and comes again. What nobody knows after that is not Penny's. */
const mostTimes = 5;

async function take(
  { Body = '', ReceiptHandle, Attributes }: Message,
  sqs: SQSClient,
  options: Options,
): Promise<void> {
  const job = jobIn(Body);
  const times = Number(Attributes?.ApproximateReceiveCount ?? mostTimes);
  if (job === null)
    options.log.warn({}, 'the queue of Textract’s notices holds a message of another kind; it is dropped');
  else if (!(await options.jobs.announced('textract', job)) && times < mostTimes) return;
  await sqs.send(new DeleteMessageCommand({ QueueUrl: options.queueUrl, ReceiptHandle }));
}

/** The id of the job that is done; null for what is no notice of Textract's. */
function jobIn(body: string): string | null {
  try {
    const said: unknown = JSON.parse(body);
    const envelope = Envelope.safeParse(said);
    return Notice.parse(envelope.success ? JSON.parse(envelope.data.Message) : said).JobId;
  } catch {
    return null;
  }
}

const saying = (error: unknown) =>
  error instanceof Error ? { problem: error.name, says: error.message.slice(0, 300) } : { problem: String(error) };
