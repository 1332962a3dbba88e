import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import { type Cluster, ensureServer, stopServer } from './cluster.ts';

/** The session whose lock says that a living Penny uses the folder; it ends with her, however she ends. */
export type Keeper = {
  readonly port: number;
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends the session and the server. */
  stop(): Promise<void>;
};

type Watch = {
  readonly cluster: Cluster;
  /** The port wanted; a free one when absent. */
  readonly port: number | undefined;
  readonly folder: string;
  readonly log: Log;
  readonly url: (port: number) => string;
};

/** Starts the server, or takes over the one that runs, and holds the claim until `stop`; when the server goes away meanwhile, starts it again on its port. */
export async function keepRunning(watch: Watch): Promise<Keeper> {
  let { port, client } = await reach(watch);
  let stopping = false;
  let revival: Promise<void> = Promise.resolve();

  const listen = () => {
    client.once('end', () => {
      if (!stopping) revival = revive();
    });
  };
  const revive = async () => {
    const { log } = watch;
    log.error({ port }, 'the embedded Postgres has gone away; starting it again');
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        ({ client } = await reach({ ...watch, port }));
        listen();
        log.info({ port }, 'the embedded Postgres is back');
        return;
      } catch (err) {
        log.error({ err, port }, 'the embedded Postgres does not start; trying again');
        await pause(wait, null, { ref: false });
      }
    }
  };

  listen();
  return {
    port,
    query: async (text) => (await client.query(text)).rows,
    async stop() {
      stopping = true;
      await revival;
      await client.end().catch(() => {});
      await stopServer(watch.cluster);
    },
  };
}

/** A server that was killed a moment ago may still look alive: who cannot speak to it looks again. */
async function reach({ cluster, port, folder, url }: Watch): Promise<{ port: number; client: pg.Client }> {
  const until = Date.now() + 30_000;
  while (true) {
    const bound = await ensureServer(cluster, port);
    try {
      return { port: bound, client: await claim(url(bound), folder) };
    } catch (error) {
      if (error instanceof Fault || Date.now() > until) throw error;
      await pause(100);
    }
  }
}

async function claim(connectionString: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'penny keeper', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // 'end' follows, and is heard
  await client.connect();
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query('select pg_try_advisory_lock(1885695609) as mine');
    if (rows[0]?.mine) return client;
    await pause(100); // the server may not have noticed yet that the last Penny was killed
  }
  await client.end();
  throw new Fault(
    'conflict',
    `Another Penny is running on ${folder}. Stop that one first, or give this one a folder of its own.`,
  );
}
