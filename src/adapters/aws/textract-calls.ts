import {
  AnalyzeExpenseCommand,
  type Document,
  GetExpenseAnalysisCommand,
  StartExpenseAnalysisCommand,
  TextractClient,
  TextractServiceException,
} from '@aws-sdk/client-textract';
import CircuitBreaker from 'opossum';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import { type AwsAccount, clientSettings } from './account.ts';

/** What Textract is asked. Each call throws Fault('unavailable') when Textract is away or refuses us, and Textract's own error when it refuses the file. */
export type Textract = {
  analyze(document: Document, signal: AbortSignal): Promise<unknown>;
  /** Gives the job's id: the same one, as long as the token is the same. */
  start(at: { readonly bucket: string; readonly key: string }, token: string, signal: AbortSignal): Promise<string>;
  get(job: string, nextToken: string | null, signal: AbortSignal): Promise<unknown>;
  /** It failed too often just now: better not to ask for a while. */
  isAway(): boolean;
  close(): void;
};

/** Where Textract says that a job is done; it needs a role that may publish there. https://docs.aws.amazon.com/textract/latest/dg/api-async-roles.html */
export type CompletionTopic = { readonly topicArn: string; readonly roleArn: string };

type Options = {
  readonly account: AwsAccount;
  readonly topic?: CompletionTopic | null;
  readonly log: Log;
  /** Hears when Textract is left alone, and when it answers again. */
  readonly changed?: (isAway: boolean) => void;
  /** For tests: how long to leave Textract alone, and how long to wait for one call. */
  readonly restMilliseconds?: number;
  readonly secondsPerCall?: number;
};

/** Failed calls in a row, each of them tried four times by the SDK, after which Textract is left alone. */
const mostInRow = 2;

type Send = (signal: AbortSignal) => Promise<unknown>;

export function textractCalls(options: Options): Textract {
  const { account, topic = null, log, changed, restMilliseconds = 60_000, secondsPerCall = 25 } = options;
  const client = new TextractClient(clientSettings(account, secondsPerCall));
  const breaker = new CircuitBreaker((send: Send, signal: AbortSignal) => send(signal), {
    timeout: false,
    volumeThreshold: Number.MAX_SAFE_INTEGER, // not a share of failures opens it, but some in a row
    resetTimeout: restMilliseconds,
    errorFilter: (error: unknown) => isRefusal(error) || (error instanceof Error && error.name === 'AbortError'),
  });
  let inRow = 0;
  breaker.on('success', () => {
    inRow = 0;
  });
  breaker.on('failure', () => {
    inRow += 1;
    if (inRow >= mostInRow) breaker.open();
  });
  breaker.on('open', () => {
    log.error({}, 'Textract keeps failing: files are read by the embedded reader for now');
    changed?.(true);
  });
  breaker.on('close', () => {
    log.info({}, 'Textract answers again');
    changed?.(false);
  });
  const call = (send: Send, signal: AbortSignal) =>
    breaker.fire(send, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      throw isRefusal(error) ? error : away(error, log);
    });

  return {
    analyze: (Document, signal) =>
      call((abortSignal) => client.send(new AnalyzeExpenseCommand({ Document }), { abortSignal }), signal),

    async start({ bucket, key }, token, signal) {
      const command = new StartExpenseAnalysisCommand({
        DocumentLocation: { S3Object: { Bucket: bucket, Name: key } },
        ClientRequestToken: token,
        ...(topic && { NotificationChannel: { SNSTopicArn: topic.topicArn, RoleArn: topic.roleArn } }),
      });
      const answer = await call((abortSignal) => client.send(command, { abortSignal }), signal);
      const job = typeof answer === 'object' && answer !== null && 'JobId' in answer ? answer.JobId : null;
      if (typeof job !== 'string') throw away(new Error('Textract gave no job id'), log);
      return job;
    },

    get(JobId, NextToken, signal) {
      const command = new GetExpenseAnalysisCommand({ JobId, MaxResults: 20, ...(NextToken && { NextToken }) });
      return call((abortSignal) => client.send(command, { abortSignal }), signal);
    },

    isAway: () => breaker.opened,

    close() {
      breaker.shutdown();
      client.destroy();
    },
  };
}

/** Errors that speak of the file or the job and not of Textract. https://docs.aws.amazon.com/textract/latest/dg/API_AnalyzeExpense.html */
const refusals = [
  'BadDocumentException',
  'DocumentTooLargeException',
  'IdempotentParameterMismatchException',
  'InvalidJobIdException',
  'InvalidParameterException',
  'UnsupportedDocumentException',
] as const;
export type Refusal = TextractServiceException & { readonly name: (typeof refusals)[number] };

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof TextractServiceException && (refusals as readonly string[]).includes(error.name);

/** Errors that no waiting heals: AWS does not know us, or does not let us or Textract at the file. */
const denials = [
  'AccessDeniedException',
  'CredentialsProviderError',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InvalidClientTokenId',
  'InvalidKMSKeyException',
  'InvalidS3ObjectException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'OptInRequired',
  'SubscriptionRequiredException',
  'UnrecognizedClientException',
];
export const isDenied = (error: unknown): boolean => error instanceof Error && denials.includes(error.name);

/** The AWS error is logged without its request, which may hold the file. */
function away(error: unknown, log: Log): Fault {
  const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) };
  log.warn({ problem: name, says: message.slice(0, 300) }, 'Textract did not answer');
  return new Fault('unavailable', 'Textract does not answer. Penny will try again.', { cause: error });
}
