import type { Actor } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { type Mapping, missingIn } from '../../domain/import/columns.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Import, ImportState, Imports, LeftOut, NewImport } from '../../ports/imports.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { type QueueOn, takenOut } from './invoice-changes.ts';
import { writeImportWords } from './invoice-words.ts';
import { toJson } from './json.ts';

export const postgresImports = (db: Db, queueOn: QueueOn): Imports => ({
  offer: (offered, { actor }) => offer(db, offered, actor),

  any: (id) => readImport(db, id),

  async layout(key) {
    const [row] = await db.query<{ mapping: Mapping }>(sql`select mapping from import_layout where key = ${key}`);
    return row?.mapping ?? null;
  },

  remap: (id, mapping, { actor }) =>
    db.transaction(async (tx) => {
      const before = await take(tx, id, ['offered', 'failed', 'undone'], 'read otherwise');
      await remember(tx, before.layout, mapping, actor);
      const preview = toJson({ ...before.preview, trial: null });
      const changed = await set(tx, id, sql`mapping = ${toJson(mapping)}::jsonb, preview = ${preview}::jsonb`);
      await queueOn(tx).send({ name: 'try-import', payload: { import: id.toString() }, key: id.toString() });
      return changed;
    }),

  async tried(id, mapping, trial) {
    const noted = await db.query(sql`
      update import set preview = jsonb_set(preview, '{trial}', ${toJson(trial)}::jsonb) where id = ${id} and mapping = ${toJson(mapping)}::jsonb returning id`);
    return noted.length === 0 ? null : readImport(db, id);
  },

  begin: (id, { actor }) =>
    db.transaction(async (tx) => {
      const { mapping, layout } = await take(tx, id, ['offered', 'failed', 'dropped', 'undone'], 'loaded');
      if (mapping === null || missingIn(mapping).length > 0)
        throw new Fault('invalid', 'Say first what the columns hold: press “Change columns”.');
      await remember(tx, layout, mapping, actor);
      const begun = await set(tx, id, sql`state = 'loading', loaded_by = ${actor.id}, problem = null`);
      await note(tx, actor, 'begin', begun);
      await queueOn(tx).send({ name: 'load-import', payload: { import: id.toString() }, key: id.toString() });
      return begun;
    }),

  fail: (id, problem) =>
    db.transaction(async (tx) => {
      const before = await locked(tx, id);
      if (before.state !== 'loading') return before;
      const failed = await set(tx, id, sql`state = 'failed', problem = ${problem}`);
      await note(tx, loaderOf(failed), 'fail', failed);
      return failed;
    }),

  drop: (id, { actor }) =>
    db.transaction(async (tx) => {
      await take(tx, id, ['offered', 'failed'], 'dropped');
      const dropped = await set(tx, id, sql`state = 'dropped'`);
      await note(tx, actor, 'drop', dropped);
      return dropped;
    }),

  undo: (id, { actor }) =>
    db.transaction(async (tx) => {
      await take(tx, id, ['loaded'], 'undone');
      await tx.query(
        sql`update invoice set ${takenOut('import_undone')} where import_id = ${id} and state <> 'deleted'`,
      );
      const undone = await set(tx, id, sql`state = 'undone'`);
      await note(tx, actor, 'undo', undone);
      return undone;
    }),

  async noteLeftOutFile(id, slackFile) {
    await db.query(sql`update import set left_out_file = ${slackFile} where id = ${id}`);
  },

  writeWords: () => writeImportWords(db),

  leftOut: async (id, after, most) => {
    const rows = await db.query<Omit<LeftOut, 'cells'> & { raw: string }>(sql`
      select line, verdict, why, duplicate_of as invoice, raw from import_left_out where import_id = ${id} and line > ${after} order by line limit ${most}`);
    return rows.map(({ raw, ...row }) => ({ ...row, cells: JSON.parse(raw) as string[] })); // written by `prepareRow`
  },
});

async function offer(
  db: Db,
  { documentId, shareId, layout, mapping, preview }: NewImport,
  { id }: Actor,
): Promise<{ readonly import: Import; readonly first: boolean }> {
  return db.transaction(async (tx) => {
    await tx.query(
      sql`select pg_advisory_xact_lock(hashtext('import of document'), ${Number(documentId % 2_147_483_647n)})`,
    );
    const [there] = await tx.query<{ id: bigint }>(sql`
      select id from import
       where document_id = ${documentId} and ${shareId}::bigint is not null and (share_id = ${shareId} and state <> 'dropped' or state in ('loading', 'loaded'))
       order by id desc limit 1`);
    if (there) return { import: one(await readImports(tx, there.id)), first: false };
    await tx.query(
      sql`update import set state = 'dropped' where document_id = ${documentId} and state in ('offered', 'failed')`,
    );
    const [made] = await tx.query<{ id: bigint }>(sql`
      insert into import (document_id, share_id, layout, mapping, preview, added_by)
      values (${documentId}, ${shareId}, ${layout}, ${mapping === null ? null : toJson(mapping)}::jsonb, ${toJson(preview)}::jsonb, ${id}) returning id`);
    return { import: one(await readImports(tx, made?.id ?? 0n)), first: true };
  });
}

const remember = (tx: Db, layout: string, mapping: Mapping, { id }: Actor): Promise<unknown> =>
  tx.query(sql`
    insert into import_layout (key, mapping, taught_by) values (${layout}, ${toJson({ ...mapping, date: null })}::jsonb, ${id})
    on conflict (key) do update set mapping = excluded.mapping, taught_by = excluded.taught_by, taught_at = now()`);

type Row = Omit<Import, 'counts' | 'totals' | 'loadedBy'> & {
  readonly rows: number | null;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly totals: readonly { readonly currency: string; readonly invoices: number; readonly minor: string }[];
  readonly loaderId: bigint | null;
  readonly loaderName: string;
  readonly loaderSlack: string | null;
};

const readImports = async (db: Db, id: bigint): Promise<readonly Import[]> => {
  const rows = await db.query<Row>(sql`
    select m.id, m.document_id as "documentId", m.share_id as "shareId", d.name as "fileName", m.state, m.layout, m.mapping, m.preview, m.rows, m.accepted, m.duplicates,
           m.rejected, m.totals, m.milliseconds, m.problem, m.left_out_file as "leftOutFile", u.id as "loaderId", u.name as "loaderName", u.slack_user as "loaderSlack"
      from import m join document d on d.id = m.document_id left join app_user u on u.id = m.loaded_by
     where m.id = ${id}`);
  return rows.map(importOf);
};

const importOf = ({
  rows,
  accepted,
  duplicates,
  rejected,
  totals,
  loaderId,
  loaderName,
  loaderSlack,
  ...rest
}: Row): Import => ({
  ...rest,
  counts: rows === null ? null : { rows, accepted, duplicates, rejected },
  totals: totals.map(({ minor, ...total }) => ({ ...total, minor: BigInt(minor) })),
  loadedBy: loaderId === null ? null : { id: loaderId, name: loaderName, slackUser: loaderSlack },
});

export const readImport = async (db: Db, id: bigint): Promise<Import | null> => (await readImports(db, id))[0] ?? null;

/** The import, kept from others until the transaction ends. */
export async function locked(tx: Db, id: bigint): Promise<Import> {
  const [there] = await tx.query(sql`select id from import where id = ${id} for no key update`);
  if (there === undefined) throw new Fault('missing', `There is no import ${id}.`);
  return one(await readImports(tx, id));
}

const stateWords: Readonly<Record<ImportState, string>> = {
  offered: 'waiting for somebody to load it',
  loading: 'being loaded',
  loaded: 'loaded',
  failed: 'not loaded, because that failed',
  dropped: 'dropped',
  undone: 'undone',
};

async function take(tx: Db, id: bigint, from: readonly ImportState[], verb: string): Promise<Import> {
  const before = await locked(tx, id);
  if (from.includes(before.state)) return before;
  throw new Fault(
    'conflict',
    `${before.fileName} is ${stateWords[before.state]}, so it cannot be ${verb}. Look at its message again: somebody may have been faster.`,
  );
}

export async function set(tx: Db, id: bigint, change: Query): Promise<Import> {
  await tx.query(sql`update import set ${change} where id = ${id}`);
  return one(await readImports(tx, id));
}

/** Figures and who; never what stands in the file. */
export const note = (
  tx: Db,
  actor: Actor,
  verb: 'begin' | 'load' | 'fail' | 'drop' | 'undo',
  { id, documentId, state, counts, totals, problem }: Import,
): Promise<void> =>
  postgresAudit(tx).changed(actor, {
    action: `import.${verb}`,
    subject: `import ${id}`,
    after: { documentId, state, counts, totals, problem },
  });

/** Whoever pressed Load, as the record names them. */
export function loaderOf({ loadedBy }: Import): Actor {
  if (loadedBy === null) throw new Error('an import that nobody loads has no loader');
  return { ...loadedBy, roles: [], zone: 'UTC' };
}
