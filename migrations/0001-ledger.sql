-- Why: the desk needs a memory. People and their roles, files and what was read from them, invoices, what Slack sent and should show, and the record of who did what.
--
-- Amounts are whole minor units of the currency beside them (bigint; no floats). Times are timestamptz, days are date.
-- Every index names the query that needs it.

create table app_user (
  id bigint generated always as identity primary key,
  slack_user text unique,
  team text,
  name text not null,
  zone text not null default 'UTC',
  standing text not null check (standing in ('member', 'guest', 'bot', 'deleted', 'external', 'penny')),
  created_at timestamptz not null default now(),
  constraint app_user_penny_has_no_slack check ((standing = 'penny') = (slack_user is null))
);
comment on table app_user is 'Everybody Penny has met. Penny herself does the jobs and holds no role.';
create unique index app_user_penny on app_user (standing) where standing = 'penny';
comment on index app_user_penny is 'Directory.penny: there is one Penny.';
insert into app_user (name, standing) values ('Penny', 'penny');

create table role (
  name text primary key,
  says text not null
);
comment on table role is 'The roles that can be granted; what each may do is a table in the code (src/domain/access.ts).';
insert into role (name, says) values
  ('operator', 'Shares invoices and types them in'),
  ('accountant', 'Reviews, corrects and confirms invoices; reports'),
  ('admin', 'All of that, and roles, settings and the record');

create table role_grant (
  id bigint generated always as identity primary key,
  user_id bigint not null references app_user,
  role text not null references role,
  granted_by bigint not null references app_user,
  reason text not null,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references app_user,
  revoked_why text,
  constraint role_grant_revoked_whole check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
comment on table role_grant is 'Who holds which role, by whom, why and until when. Kept when it ends.';
create unique index role_grant_in_force on role_grant (user_id, role) where revoked_at is null;
comment on index role_grant_in_force is 'Directory.actor: the roles of a person; and nobody holds a role twice.';
create index role_grant_admins on role_grant (role) where revoked_at is null;
comment on index role_grant_admins is 'Directory.seatFirstAdmins: is there an admin?';

create table document (
  id bigint generated always as identity primary key,
  sha256 text not null constraint document_once unique check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null,
  name text not null,
  created_at timestamptz not null default now()
);
comment on table document is 'One row for each content ever stored; sha256 is its key in the object store.';

create table document_share (
  id bigint generated always as identity primary key,
  slack_file text not null,
  channel text not null,
  slack_user text not null,
  message_ts text,
  file_name text not null default '',
  document_id bigint references document,
  state text not null default 'received' check (state in ('received', 'reading', 'booked', 'duplicate', 'needs_person', 'refused')),
  problem text,
  created_at timestamptz not null default now(),
  constraint document_share_once unique (slack_file, channel)
);
comment on table document_share is 'One sharing of a file in a channel; problem says in a sentence why nothing came of it.';
create index document_share_document on document_share (document_id, id) where document_id is not null;
comment on index document_share_document is 'Documents.firstShare: where a file was shared first.';

create table reading (
  id bigint generated always as identity primary key,
  document_id bigint not null references document,
  reader text not null,
  body jsonb not null,
  milliseconds integer not null check (milliseconds >= 0),
  created_at timestamptz not null default now()
);
comment on table reading is 'What a reader found on a document, as read: an extraction can be done again without reading again.';
create index reading_document on reading (document_id, id);
comment on index reading_document is 'The readings of a document, newest last; and the foreign key.';

create table category (
  id bigint generated always as identity primary key,
  name text not null constraint category_once unique
);
comment on table category is 'What money is spent on.';
insert into category (name) values
  ('Advertising'), ('Bank charges'), ('Cleaning'), ('Energy'), ('Equipment'), ('Freight and postage'), ('Insurance'), ('IT and software'), ('Materials'),
  ('Office supplies'), ('Professional services'), ('Rent'), ('Repairs and maintenance'), ('Subcontractors'), ('Taxes and duties'),
  ('Telephone and internet'), ('Training'), ('Travel'), ('Vehicles'), ('Waste'), ('Water'), ('Other');

create table vendor (
  id bigint generated always as identity primary key,
  name text not null,
  name_key text not null constraint vendor_name_once unique,
  tax_id text constraint vendor_tax_id_once unique,
  category_id bigint references category,
  created_at timestamptz not null default now()
);
comment on table vendor is 'Who is paid. name_key is the name without case, accents, punctuation and legal form; tax_id without punctuation.';

create table vendor_alias (
  name_key text primary key,
  vendor_id bigint not null references vendor,
  created_at timestamptz not null default now()
);
comment on table vendor_alias is 'Other names under which a vendor writes.';
create index vendor_alias_vendor on vendor_alias (vendor_id);
comment on index vendor_alias_vendor is 'The other names of a vendor; and the foreign key.';

create table invoice (
  id bigint generated always as identity primary key,
  state text not null check (state in ('review', 'booked', 'confirmed', 'held', 'deleted')),
  state_before_deletion text check (state_before_deletion in ('review', 'booked', 'confirmed', 'held')),
  source text not null check (source in ('slack_file', 'e_invoice', 'bulk', 'manual', 'drop', 'api')),
  kind text not null check (kind in ('invoice', 'credit_note', 'receipt')),
  vendor_id bigint references vendor,
  vendor_text text,
  vendor_tax_id text,
  number text,
  number_key text,
  date date,
  due_date date,
  currency char(3) check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint,
  tax_minor bigint,
  total_minor bigint,
  category_id bigint references category,
  document_id bigint references document,
  page_from integer check (page_from >= 1),
  page_to integer,
  confidence jsonb not null default '{}',
  checks jsonb not null default '[]',
  duplicate_of bigint references invoice,
  added_by bigint not null references app_user,
  added_at timestamptz not null default now(),
  constraint invoice_deleted_from check ((state = 'deleted') = (state_before_deletion is not null)),
  constraint invoice_pages check (page_to >= page_from),
  constraint invoice_not_its_own_duplicate check (duplicate_of <> id)
);
comment on table invoice is 'The ledger. vendor_text and vendor_tax_id are as written on the paper; number_key is the number as duplicates are looked for.';
create unique index invoice_document_once on invoice (document_id, coalesce(page_from, 0)) where state <> 'deleted' and document_id is not null;
comment on index invoice_document_once is 'Ledger.ofDocument: the invoices of a file; and a page is booked once.';
create index invoice_same_number on invoice (vendor_id, number_key) where state in ('review', 'booked', 'confirmed');
comment on index invoice_same_number is 'Ledger.suspect: same vendor and number.';
create index invoice_same_total on invoice (vendor_id, total_minor, currency, date) where state in ('review', 'booked', 'confirmed');
comment on index invoice_same_total is 'Ledger.suspect: same vendor, total and near date.';
create index invoice_spend on invoice (currency, date) include (total_minor, vendor_id, category_id) where state in ('review', 'booked', 'confirmed');
comment on index invoice_spend is 'Reports: spend of a period in one currency, by month, vendor or category.';
create index invoice_waiting on invoice (state, id) where state in ('review', 'held');
comment on index invoice_waiting is 'What waits for a person: App Home, KPI cards.';
create index invoice_added_by on invoice (added_by, id);
comment on index invoice_added_by is 'What a person added themselves; and the foreign key.';
create index invoice_duplicate_of on invoice (duplicate_of) where duplicate_of is not null;
comment on index invoice_duplicate_of is 'Duplicates stopped; and the foreign key.';

create table invoice_line (
  invoice_id bigint not null references invoice on delete cascade,
  position integer not null check (position >= 1),
  description text not null,
  quantity numeric,
  unit_price numeric,
  total_minor bigint,
  primary key (invoice_id, position)
);
comment on table invoice_line is 'The lines of an invoice, in their order.';

create table slack_event (
  id text primary key,
  type text not null,
  body jsonb not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz
);
comment on table slack_event is 'The inbox: each event of Slack once, kept before it is acknowledged.';

create table outbox (
  id bigint generated always as identity primary key,
  key text not null constraint outbox_once unique,
  kind text not null check (kind in ('message', 'mark')),
  channel text not null,
  thread text,
  ts text,
  saying jsonb,
  mark text check (mark in ('eyes', 'white_check_mark', 'warning')),
  shown text check (shown in ('eyes', 'white_check_mark', 'warning')),
  version integer not null default 1,
  delivered integer not null default 0 check (delivered <= version),
  attempted_at timestamptz,
  created_at timestamptz not null default now(),
  constraint outbox_kind check (case kind when 'message' then saying is not null and mark is null else mark is not null and ts is not null end)
);
comment on table outbox is 'What Slack should show: version counts the wishes, delivered the last one that Slack took.';

create table audit_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('asked', 'answered', 'changed')),
  call text,
  origin text,
  team text,
  channel text,
  actor_id bigint references app_user,
  actor text not null,
  slack_user text,
  action text not null,
  subject text,
  given jsonb,
  before jsonb,
  after jsonb,
  outcome text,
  why text
);
comment on table audit_log is 'Who did what, from where, and what came of it. Rows are added and never changed.';
create index audit_log_subject on audit_log (subject, seq) where subject is not null;
comment on index audit_log_subject is 'Ledger.history: what happened to a thing.';
create index audit_log_call on audit_log (call) where call is not null;
comment on index audit_log_call is 'Both ends of a call, from the reference that a person quotes.';

create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is never changed' using errcode = 'insufficient_privilege', constraint = 'audit_log_is_append_only';
end $$;
create trigger audit_log_no_change before update or delete on audit_log for each row execute function audit_log_is_append_only();
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function audit_log_is_append_only();
alter table audit_log enable always trigger audit_log_no_change;
alter table audit_log enable always trigger audit_log_no_truncate;

create table setting (
  key text primary key,
  value jsonb not null,
  changed_by bigint not null references app_user,
  changed_at timestamptz not null default now()
);
comment on table setting is 'What admins decide while Penny runs.';

create table cron_fire (
  name text not null,
  slot timestamptz not null,
  fired_at timestamptz not null default now(),
  primary key (name, slot)
);
comment on table cron_fire is 'Which scheduled work was begun for which slot: once, however many replicas run.';
