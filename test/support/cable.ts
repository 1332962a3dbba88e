import { connect, createServer, type Socket } from 'node:net';

/** A cable to a server on this machine that can be pulled and plugged in again. */
export async function cable(
  to: number,
): Promise<{ readonly port: number; pull(): Promise<void>; plug(): Promise<void> }> {
  const open = new Set<Socket>();
  const make = () =>
    createServer((near) => {
      const far = connect(to, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  let server = make();
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no port');
  const { port } = address;
  return {
    port,
    async pull() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
    plug() {
      server = make();
      return listen(port);
    },
  };
}
