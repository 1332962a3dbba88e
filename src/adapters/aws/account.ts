/** Where AWS is and who asks. Without `credentials` the SDK looks for them itself: profile, role of the container or machine. `endpoint` is another server that speaks AWS. */
export type AwsAccount = {
  readonly region: string;
  readonly endpoint: string | null;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  } | null;
};

/** The account as the SDK's clients take it. The SDK itself tries again after throttling, 5xx and lost connections, with growing, jittered pauses. */
export const clientSettings = ({ region, endpoint, credentials }: AwsAccount, secondsPerCall: number) => ({
  region,
  ...(endpoint && { endpoint }),
  ...(credentials && { credentials }),
  maxAttempts: 4,
  requestHandler: {
    connectionTimeout: 5_000,
    requestTimeout: secondsPerCall * 1000,
    throwOnRequestTimeout: true,
  },
});
