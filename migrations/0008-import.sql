-- Why: spreadsheets become invoices many at a time. Each import is kept with what it did, what it left out and why, and can be taken back whole; how a layout is read is remembered.

create table import (
  id bigint generated always as identity primary key,
  document_id bigint not null references document,
  share_id bigint references document_share,
  state text not null default 'offered' check (state in ('offered', 'loading', 'loaded', 'failed', 'dropped', 'undone')),
  layout text not null,
  mapping jsonb,
  preview jsonb not null,
  rows integer check (rows >= 0),
  accepted integer,
  duplicates integer,
  rejected integer,
  totals jsonb not null default '[]',
  milliseconds integer check (milliseconds >= 0),
  problem text,
  left_out_file text,
  added_by bigint not null references app_user,
  added_at timestamptz not null default now(),
  loaded_by bigint references app_user,
  loaded_at timestamptz,
  constraint import_adds_up check (accepted + duplicates + rejected = rows),
  constraint import_loaded_whole check (state not in ('loaded', 'undone') or (rows is not null and loaded_at is not null))
);
comment on table import is 'A spreadsheet on its way into the ledger. preview: its header and three rows as they stand in the file; mapping: what each column holds, null where nobody has said; totals by currency of what was accepted. A loaded import that was undone keeps its figures. left_out_file: the Slack file with the rows that were not booked.';
create index import_document on import (document_id, id);
comment on index import_document is 'Imports.ofDocument: was this file offered or loaded before? And the foreign key.';
create index import_share on import (share_id) where share_id is not null;
comment on index import_share is 'The foreign key.';
create index import_added_by on import (added_by);
comment on index import_added_by is 'The foreign key.';
create index import_loaded_by on import (loaded_by) where loaded_by is not null;
comment on index import_loaded_by is 'The foreign key.';

create table import_layout (
  key text primary key,
  mapping jsonb not null,
  taught_by bigint not null references app_user,
  taught_at timestamptz not null default now()
);
comment on table import_layout is 'How tables of one layout are read, as a person said or loaded it last.';
create index import_layout_taught_by on import_layout (taught_by);
comment on index import_layout_taught_by is 'The foreign key.';

create table import_left_out (
  import_id bigint not null references import,
  line integer not null,
  verdict text not null check (verdict in ('duplicate', 'rejected')),
  why text not null,
  duplicate_of bigint,
  raw text not null,
  constraint import_left_out_once primary key (import_id, line)
);
comment on table import_left_out is 'Rows of a file that were not booked, as they stand in it (a JSON array of cells), and why; duplicate_of is the invoice that was there, null where it is another row of the file.';

alter table invoice add column import_id bigint references import;
alter table invoice add column import_line integer check (import_line >= 1);
alter table invoice add constraint invoice_import_whole check ((import_id is null) = (import_line is null));
comment on column invoice.import_id is 'The import that booked it; import_line is its line in the file.';
create unique index invoice_import on invoice (import_id, import_line) where import_id is not null and state <> 'deleted';
comment on index invoice_import is 'Undo of an import; its invoices; no line is booked twice; and the foreign key.';

alter table invoice drop constraint invoice_removed_why_check;
alter table invoice add constraint invoice_removed_why_check check (removed_why in ('deleted', 'not_an_invoice', 'same', 'replaced', 'import_undone'));
