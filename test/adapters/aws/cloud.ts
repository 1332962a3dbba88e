import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startFauxqs } from 'fauxqs';

export type Asked = { readonly target: string; readonly body: Readonly<Record<string, unknown>> };

/** A server that speaks AWS at one address: a real S3 with one bucket, real SNS and SQS (`server` makes topics and queues), and a Textract that answers as it is told, given what it is asked; an Error is a broken one. */
export async function cloud(bucket: string, textract: (asked: Asked) => unknown) {
  const s3 = await startFauxqs({ port: 0, logger: false });
  s3.createBucket(bucket);
  const asked: Asked[] = [];
  const server = createServer(async (incoming, answer) => {
    const target = incoming.headers['x-amz-target'];
    if (typeof target !== 'string' || !target.startsWith('Textract')) return passOn(incoming, answer, s3.port);
    const question = { target: target.split('.')[1] ?? '', body: JSON.parse(await text(incoming)) };
    asked.push(question);
    const said = textract(question);
    answer.writeHead(said instanceof Error ? 503 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    answer.end(said instanceof Error ? 'Service Unavailable' : JSON.stringify(said));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    server: s3,
    async stop() {
      server.closeAllConnections();
      server.close();
      await s3.stop();
    },
  };
}

function passOn(incoming: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}
