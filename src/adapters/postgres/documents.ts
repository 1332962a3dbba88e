import { type Actor, may } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import type { InvoiceState } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import type { Document, Documents, Share, Upload } from '../../ports/documents.ts';
import type { Sheet } from '../../ports/pictures.ts';
import { type Db, one } from './database.ts';
import { toJson } from './json.ts';

const shareColumns = sql`
  id, slack_file as "slackFile", channel, slack_user as "slackUser", message_ts as "messageTs", file_name as "fileName", document_id as "documentId", state, problem,
  case when drop_key is not null then jsonb_build_object('key', drop_key, 'version', drop_version) end as drop`;
const documentColumns = sql`id, sha256, size, type, name`;
type PagesRead = Awaited<ReturnType<Documents['pagesRead']>>;
type DocumentRow = Omit<Document, 'size'> & { readonly size: bigint };

export const postgresDocuments = (db: Db): Documents => ({
  async share({ slackFile, channel, slackUser }) {
    const [made] = await db.query<Share>(sql`
      insert into document_share (slack_file, channel, slack_user) values (${slackFile}, ${channel}, ${slackUser})
      on conflict on constraint document_share_once do nothing
      returning ${shareColumns}`);
    if (made) return { share: made, first: true };
    const there = await db.query<Share>(
      sql`select ${shareColumns} from document_share where slack_file = ${slackFile} and channel = ${channel}`,
    );
    return { share: one(there), first: false };
  },

  async drop({ key, version, name }, channel) {
    const [made] = await db.query<Share>(sql`
      insert into document_share (drop_key, drop_version, channel, file_name) values (${key}, ${version}, ${channel}, ${name})
      on conflict (md5(drop_key), drop_version) where drop_key is not null do nothing
      returning ${shareColumns}`);
    if (made) return { share: made, first: true };
    const there = await db.query<Share>(
      sql`select ${shareColumns} from document_share where md5(drop_key) = md5(${key}) and drop_version = ${version}`,
    );
    return { share: one(there), first: false };
  },

  async isShared(slackFile, channel) {
    const rows = await db.query(
      sql`select id from document_share where slack_file = ${slackFile} and channel = ${channel}`,
    );
    return rows.length > 0;
  },

  ofFile: (slackFile) => ofFile(db, slackFile),

  async shareOf(id) {
    const [share] = await db.query<Share>(sql`select ${shareColumns} from document_share where id = ${id}`);
    return share ?? null;
  },

  async firstShare(documentId, except) {
    const [share] = await db.query<Share>(sql`
      select ${shareColumns} from document_share where document_id = ${documentId} and id <> ${except} order by id limit 1`);
    return share ?? null;
  },

  async needPerson({ actor }, most) {
    const rows = await db.query<Share & { total: bigint }>(sql`
      select ${shareColumns}, count(*) over () as total from document_share
       where state = 'needs_person' and (${may(actor, 'invoice.read')} or slack_user = ${actor.slackUser}::text)
       order by id limit ${most}`);
    return { total: Number(rows[0]?.total ?? 0), shares: rows.map(({ total: _, ...share }) => share) };
  },

  uploads: ({ actor }, most) => uploads(db, actor, most),

  async decide(id, { state, problem }) {
    const [share] = await db.query<Share>(sql`
      update document_share set state = ${state}, problem = ${problem} where id = ${id} and state = 'needs_person' returning ${shareColumns}`);
    return share ?? null;
  },

  async note(id, change) {
    const { messageTs, fileName, documentId, state, problem } = change;
    const [share] = await db.query<Share>(sql`
      update document_share
         set message_ts = case when ${messageTs !== undefined} then ${messageTs ?? null} else message_ts end,
             file_name = case when ${fileName !== undefined} then ${fileName ?? ''} else file_name end,
             document_id = case when ${documentId !== undefined} then ${documentId ?? null}::bigint else document_id end,
             state = case when ${state !== undefined} then ${state ?? ''} else state end,
             problem = case when ${problem !== undefined} then ${problem ?? null} else problem end
       where id = ${id}
      returning ${shareColumns}`);
    if (!share) throw new Fault('missing', 'Penny does not remember that file. Share it again.');
    return share;
  },

  async document({ sha256, size, type, name }) {
    const [made] = await db.query<DocumentRow>(sql`
      insert into document (sha256, size, type, name) values (${sha256}, ${size}, ${type}, ${name})
      on conflict on constraint document_once do nothing
      returning ${documentColumns}`);
    if (made) return { document: documentOf(made), first: true };
    const there = await db.query<DocumentRow>(sql`select ${documentColumns} from document where sha256 = ${sha256}`);
    return { document: documentOf(one(there)), first: false };
  },

  async documentOf(id) {
    const [row] = await db.query<DocumentRow>(sql`select ${documentColumns} from document where id = ${id}`);
    return row ? documentOf(row) : null;
  },

  async lock(documentId) {
    if (!db.inTransaction) throw new Error('a lock means nothing outside a transaction');
    const [row] = await db.query(sql`select id from document where id = ${documentId} for no key update`);
    if (row === undefined) throw new Fault('missing', 'Penny does not have that document. Share the file again.');
  },

  async sheets(documentId) {
    return db.query<Sheet>(sql`
      select (page->>'number')::int as number, page->>'source' as source, coalesce((page->>'turned')::int, 0) as turned
        from (select body from reading where document_id = ${documentId} order by id desc limit 1) as newest
       cross join lateral jsonb_array_elements(case body->>'kind' when 'pages' then body->'pages' else '[]' end) as page`);
  },

  async lastReader(documentId) {
    const [last] = await db.query<{ reader: string | null }>(sql`
      select case when body->>'kind' <> 'exact' then reader end as reader from reading where document_id = ${documentId} order by id desc limit 1`);
    return last?.reader ?? null;
  },

  async keepReading(documentId, reading, milliseconds) {
    await db.query(sql`
      insert into reading (document_id, reader, body, milliseconds)
      values (${documentId}, ${reading.reader}, ${toJson(reading)}::jsonb, ${Math.round(milliseconds)})`);
  },

  async pagesRead(documentId) {
    const [last] = await db.query<{ body: PagesRead }>(sql`
      select body from reading where document_id = ${documentId} and body ->> 'kind' <> 'exact' order by id desc limit 1`);
    return last?.body ?? null;
  },
});

async function uploads(db: Db, { slackUser }: Actor, most: number): Promise<readonly Upload[]> {
  type Row = Share & {
    readonly isTable: boolean;
    readonly invoices: readonly { readonly id: string; readonly state: InvoiceState }[];
  };
  const rows = await db.query<Row>(sql`
    with last as (select * from document_share where slack_user = ${slackUser}::text order by id desc limit ${most})
    select ${shareColumns}, exists (select from import m where m.share_id = last.id) as "isTable",
           (select coalesce(jsonb_agg(jsonb_build_object('id', i.id::text, 'state', i.state) order by i.id), '[]')
              from invoice i where i.document_id = last.document_id and i.state <> 'deleted') as invoices
      from last order by id desc`);
  return rows.map(({ isTable, invoices, ...share }) => ({
    share,
    isTable,
    invoices: invoices.map(({ id, state }) => ({ id: BigInt(id), state })),
  }));
}

async function ofFile(db: Db, slackFile: string): Promise<bigint | null> {
  const [share] = await db.query<{ id: bigint }>(sql`
    select document_id as id from document_share where slack_file = ${slackFile} and document_id is not null order by id limit 1`);
  return share?.id ?? null;
}

const documentOf = (row: DocumentRow): Document => ({ ...row, size: Number(row.size) });
