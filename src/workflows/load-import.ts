import { Fault } from '../domain/fault.ts';
import type { Ports } from '../engine/ports.ts';
import type { Import } from '../ports/imports.ts';
import type { Progress } from './import-message.ts';

/** Milliseconds between two sayings of how far it is. Slack would not show more. */
const pause = 2_000;

/**
 * Loads an import that somebody began, and gives what came of it; one that is loaded already stays as it is. A file that cannot be loaded ends as failed, with the
 * reason; Fault('unavailable') for what may work on another try.
 */
export async function loadImport(
  id: bigint,
  ports: Ports,
  signal: AbortSignal,
  tell: (one: Import, progress: Progress) => Promise<void>,
): Promise<Import> {
  const { imports, documents } = ports.store;
  const one = await imports.any(id);
  if (one === null) throw new Fault('missing', `There is no import ${id}.`);
  const document = await documents.documentOf(one.documentId);
  if (one.state !== 'loading' || one.mapping === null || document === null) return one;
  const { mapping } = one;
  const progress = paced(one, ports, tell);
  try {
    const loaded = await ports.objects.lend(document.sha256, async (path) => {
      const { copyText, done } = ports.spreadsheets.prepare({ ...document, path }, mapping, signal);
      const [result] = await Promise.all([
        ports.loadImport(id, copyText, {
          signal,
          progress: progress.hear,
          rows: done.then(({ rows }) => rows),
        }),
        done,
      ]);
      return result;
    });
    return loaded ?? (await imports.any(id)) ?? one;
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'unavailable') throw error;
    return imports.fail(id, error.message);
  } finally {
    await progress.settled(); // or the last word would not be the last
  }
}

/** Hears of rows as they go by, and tells at most once in `pause`. `settled` resolves when nothing is being told any more. */
function paced(one: Import, { log, clock }: Ports, tell: (one: Import, progress: Progress) => Promise<void>) {
  const started = clock.now().getTime();
  let last = started;
  let settled: Promise<unknown> = Promise.resolve();
  const hear = (rows: number): void => {
    const now = clock.now().getTime();
    if (now - last < pause) return;
    last = now;
    const perSecond = Math.round((rows * 1000) / (now - started));
    settled = tell(one, { rows, perSecond }).catch((error: unknown) =>
      log.warn({ err: error, import: String(one.id) }, 'how far an import is could not be told'),
    );
  };
  return { hear, settled: () => settled };
}
