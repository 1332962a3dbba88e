-- What the migrations make, written by scripts/schema.ts. To change it, write a migration.

create table app_user (
  id bigint not null generated always as identity,
  slack_user text,
  team text,
  name text not null,
  zone text not null default 'UTC'::text,
  standing text not null,
  created_at timestamp with time zone not null default now(),
  constraint app_user_penny_has_no_slack CHECK (((standing = 'penny'::text) = (slack_user IS NULL))),
  constraint app_user_standing_check CHECK ((standing = ANY (ARRAY['member'::text, 'guest'::text, 'bot'::text, 'deleted'::text, 'external'::text, 'penny'::text]))),
  constraint app_user_pkey PRIMARY KEY (id),
  constraint app_user_slack_user_key UNIQUE (slack_user)
);
comment on table app_user is 'Everybody Penny has met. Penny herself does the jobs and holds no role.';
CREATE UNIQUE INDEX app_user_penny ON public.app_user USING btree (standing) WHERE (standing = 'penny'::text);
comment on index app_user_penny is 'Directory.penny: there is one Penny.';

create table audit_log (
  seq bigint not null generated always as identity,
  at timestamp with time zone not null default clock_timestamp(),
  kind text not null,
  call text,
  origin text,
  team text,
  channel text,
  actor_id bigint,
  actor text not null,
  slack_user text,
  action text not null,
  subject text,
  given jsonb,
  before jsonb,
  after jsonb,
  outcome text,
  why text,
  constraint audit_log_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'answered'::text, 'changed'::text]))),
  constraint audit_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES app_user(id),
  constraint audit_log_pkey PRIMARY KEY (seq)
);
comment on table audit_log is 'Who did what, from where, and what came of it. Rows are added and never changed.';
CREATE INDEX audit_log_call ON public.audit_log USING btree (call) WHERE (call IS NOT NULL);
comment on index audit_log_call is 'Both ends of a call, from the reference that a person quotes.';
CREATE INDEX audit_log_subject ON public.audit_log USING btree (subject, seq) WHERE (subject IS NOT NULL);
comment on index audit_log_subject is 'Ledger.history: what happened to a thing.';

create table budget (
  id bigint not null generated always as identity,
  vendor_id bigint,
  category_id bigint,
  currency character(3) not null,
  month_minor bigint not null,
  set_by bigint not null,
  set_at timestamp with time zone not null default now(),
  constraint budget_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint budget_month_minor_check CHECK ((month_minor > 0)),
  constraint budget_of_one CHECK (((vendor_id IS NULL) OR (category_id IS NULL))),
  constraint budget_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint budget_set_by_fkey FOREIGN KEY (set_by) REFERENCES app_user(id),
  constraint budget_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint budget_pkey PRIMARY KEY (id),
  constraint budget_once UNIQUE NULLS NOT DISTINCT (vendor_id, category_id, currency)
);
comment on table budget is 'What may be spent in a month: with a vendor, on a category, or in all where neither is named. A row ends when somebody removes it; the record keeps it.';
CREATE INDEX budget_category ON public.budget USING btree (category_id);
comment on index budget_category is 'The foreign key; that to vendor goes by budget_once, as does Budgets.set.';
CREATE INDEX budget_set_by ON public.budget USING btree (set_by);
comment on index budget_set_by is 'The foreign key.';

create table category (
  id bigint not null generated always as identity,
  name text not null,
  constraint category_pkey PRIMARY KEY (id),
  constraint category_once UNIQUE (name)
);
comment on table category is 'What money is spent on.';

create table cron_fire (
  name text not null,
  slot timestamp with time zone not null,
  fired_at timestamp with time zone not null default now(),
  constraint cron_fire_pkey PRIMARY KEY (name, slot)
);
comment on table cron_fire is 'Which scheduled work was begun for which slot: once, however many replicas run.';

create table digest (
  id bigint not null generated always as identity,
  kind text not null,
  words text not null,
  days integer not null,
  channel text not null,
  rhythm text not null,
  at text not null,
  zone text not null,
  set_by bigint not null,
  set_at timestamp with time zone not null default now(),
  next_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  constraint digest_at_check CHECK ((at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint digest_days_check CHECK (((days >= 0) AND (days <= 30))),
  constraint digest_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'reminders'::text]))),
  constraint digest_rhythm_check CHECK ((rhythm ~ '^(daily|weekdays|weekly (mon|tues|wednes|thurs|fri|satur|sun)day|monthly (first|[1-9]|[12][0-9]|3[01]))$'::text)),
  constraint digest_set_by_fkey FOREIGN KEY (set_by) REFERENCES app_user(id),
  constraint digest_pkey PRIMARY KEY (id)
);
comment on table digest is 'What is posted on a schedule. words: the question as it was asked, understood anew each time; days: of reminders, how long before. at and zone: the hour on the wall there; next_at: when that is next, worked out anew after each.';
CREATE UNIQUE INDEX digest_once ON public.digest USING btree (channel, words, rhythm, at, zone) WHERE ((stopped_at IS NULL) AND (kind = 'report'::text));
comment on index digest_once is 'The same question comes to a channel at the same time once: two presses of Save are one.';
CREATE UNIQUE INDEX digest_reminders_once ON public.digest USING btree (channel) WHERE ((stopped_at IS NULL) AND (kind = 'reminders'::text));
comment on index digest_reminders_once is 'Reminders come to a channel once.';
CREATE INDEX digest_set_by ON public.digest USING btree (set_by);
comment on index digest_set_by is 'The foreign key.';

create table digest_slot (
  digest_id bigint not null,
  slot timestamp with time zone not null,
  state text not null,
  why text,
  ts text,
  attempted_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint digest_slot_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'quiet'::text, 'skipped'::text]))),
  constraint digest_slot_told CHECK (((state = 'skipped'::text) = (why IS NOT NULL))),
  constraint digest_slot_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES digest(id),
  constraint digest_slot_once PRIMARY KEY (digest_id, slot)
);
comment on table digest_slot is 'Each time a digest was due, and what came of it: sent (ts is the message), quiet (there was nothing to say), or skipped and why. attempted_at: a post went out and nobody knows yet whether it arrived.';

create table document (
  id bigint not null generated always as identity,
  sha256 text not null,
  size bigint not null,
  type text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint document_size_check CHECK ((size >= 0)),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_once UNIQUE (sha256)
);
comment on table document is 'One row for each content ever stored; sha256 is its key in the object store.';

create table document_share (
  id bigint not null generated always as identity,
  slack_file text,
  channel text not null,
  slack_user text,
  message_ts text,
  file_name text not null default ''::text,
  document_id bigint,
  state text not null default 'received'::text,
  problem text,
  created_at timestamp with time zone not null default now(),
  drop_key text,
  drop_version text,
  constraint document_share_arrival CHECK (
CASE
    WHEN (drop_key IS NULL) THEN ((slack_file IS NOT NULL) AND (slack_user IS NOT NULL) AND (drop_version IS NULL))
    ELSE ((slack_file IS NULL) AND (slack_user IS NULL) AND (drop_version IS NOT NULL))
END),
  constraint document_share_state_check CHECK ((state = ANY (ARRAY['received'::text, 'reading'::text, 'booked'::text, 'duplicate'::text, 'needs_person'::text, 'refused'::text]))),
  constraint document_share_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint document_share_pkey PRIMARY KEY (id),
  constraint document_share_once UNIQUE (slack_file, channel)
);
comment on table document_share is 'One arrival of a file in a channel, shared by a person or dropped into the inbox; problem says in a sentence why nothing came of it.';
CREATE INDEX document_share_document ON public.document_share USING btree (document_id, id) WHERE (document_id IS NOT NULL);
comment on index document_share_document is 'Documents.firstShare: where a file was shared first.';
CREATE UNIQUE INDEX document_share_drop_once ON public.document_share USING btree (md5(drop_key), drop_version) WHERE (drop_key IS NOT NULL);
comment on index document_share_drop_once is 'Documents.drop: each file of the inbox is one arrival, however often it is seen. A key may be too long to be indexed itself.';
CREATE INDEX document_share_duplicate ON public.document_share USING btree ((((created_at AT TIME ZONE 'utc'::text))::date)) WHERE (state = 'duplicate'::text);
comment on index document_share_duplicate is 'Reports: files of a period that were there already.';
CREATE INDEX document_share_person ON public.document_share USING btree (slack_user, id) WHERE (slack_user IS NOT NULL);
comment on index document_share_person is 'Documents.uploads: the last files of a person.';

create table fx_rate (
  currency character(3) not null,
  day date not null,
  per_euro numeric not null,
  loaded_at timestamp with time zone not null default now(),
  constraint fx_rate_currency_check CHECK (((currency ~ '^[A-Z]{3}$'::text) AND (currency <> 'EUR'::bpchar))),
  constraint fx_rate_per_euro_check CHECK (((per_euro > (0)::numeric) AND (per_euro < 'Infinity'::numeric))),
  constraint fx_rate_once PRIMARY KEY (currency, day)
);
comment on table fx_rate is 'What one euro bought of a currency, on the working days for which the European Central Bank published it. Reports look for the latest one of a currency at most 7 days back, by the key.';

create table home (
  slack_user text not null,
  opened_at timestamp with time zone not null default now(),
  is_outdated boolean not null default false,
  is_taken boolean not null default false,
  taken_at timestamp with time zone,
  renewed_at timestamp with time zone,
  view_hash text,
  digest text,
  published_at timestamp with time zone,
  constraint home_pkey PRIMARY KEY (slack_user)
);
comment on table home is 'Who looked at their App Home and when, and what Slack was given last: the hash of its view, and a digest of what it says. is_outdated: something changed since; is_taken: it is being drawn since taken_at, or that broke off. renewed_at: last unasked.';

create table home_picture (
  subject text not null,
  digest text not null,
  slack_file text not null,
  alt text not null,
  drawn_at timestamp with time zone not null default now(),
  constraint home_picture_pkey PRIMARY KEY (subject)
);
comment on table home_picture is 'The newest picture of a subject that Slack has, for all Homes to show; digest is of the numbers it was drawn from.';

create table import (
  id bigint not null generated always as identity,
  document_id bigint not null,
  share_id bigint,
  state text not null default 'offered'::text,
  layout text not null,
  mapping jsonb,
  preview jsonb not null,
  rows integer,
  accepted integer,
  duplicates integer,
  rejected integer,
  totals jsonb not null default '[]'::jsonb,
  milliseconds integer,
  problem text,
  left_out_file text,
  added_by bigint not null,
  added_at timestamp with time zone not null default now(),
  loaded_by bigint,
  loaded_at timestamp with time zone,
  words_to integer,
  constraint import_adds_up CHECK ((((accepted + duplicates) + rejected) = rows)),
  constraint import_loaded_whole CHECK (((state <> ALL (ARRAY['loaded'::text, 'undone'::text])) OR ((rows IS NOT NULL) AND (loaded_at IS NOT NULL)))),
  constraint import_milliseconds_check CHECK ((milliseconds >= 0)),
  constraint import_rows_check CHECK ((rows >= 0)),
  constraint import_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'loading'::text, 'loaded'::text, 'failed'::text, 'dropped'::text, 'undone'::text]))),
  constraint import_words_to_check CHECK ((words_to >= 0)),
  constraint import_added_by_fkey FOREIGN KEY (added_by) REFERENCES app_user(id),
  constraint import_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint import_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES app_user(id),
  constraint import_share_id_fkey FOREIGN KEY (share_id) REFERENCES document_share(id),
  constraint import_pkey PRIMARY KEY (id)
);
comment on table import is 'A spreadsheet on its way into the ledger. preview: its header and three rows as they stand in the file; mapping: what each column holds, null where nobody has said; totals by currency of what was accepted. A loaded import that was undone keeps its figures. left_out_file: the Slack file with the rows that were not booked.';
CREATE INDEX import_added_by ON public.import USING btree (added_by);
comment on index import_added_by is 'The foreign key.';
CREATE INDEX import_document ON public.import USING btree (document_id, id);
comment on index import_document is 'Imports.ofDocument: was this file offered or loaded before? And the foreign key.';
CREATE INDEX import_loaded_by ON public.import USING btree (loaded_by) WHERE (loaded_by IS NOT NULL);
comment on index import_loaded_by is 'The foreign key.';
CREATE INDEX import_share ON public.import USING btree (share_id) WHERE (share_id IS NOT NULL);
comment on index import_share is 'The foreign key.';

create table import_layout (
  key text not null,
  mapping jsonb not null,
  taught_by bigint not null,
  taught_at timestamp with time zone not null default now(),
  constraint import_layout_taught_by_fkey FOREIGN KEY (taught_by) REFERENCES app_user(id),
  constraint import_layout_pkey PRIMARY KEY (key)
);
comment on table import_layout is 'How tables of one layout are read, as a person said or loaded it last.';
CREATE INDEX import_layout_taught_by ON public.import_layout USING btree (taught_by);
comment on index import_layout_taught_by is 'The foreign key.';

create table import_left_out (
  import_id bigint not null,
  line integer not null,
  verdict text not null,
  why text not null,
  duplicate_of bigint,
  raw text not null,
  constraint import_left_out_verdict_check CHECK ((verdict = ANY (ARRAY['duplicate'::text, 'rejected'::text]))),
  constraint import_left_out_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id),
  constraint import_left_out_once PRIMARY KEY (import_id, line)
);
comment on table import_left_out is 'Rows of a file that were not booked, as they stand in it (a JSON array of cells), and why; duplicate_of is the invoice that was there, null where it is another row of the file.';

create table invoice (
  id bigint not null generated always as identity,
  state text not null,
  state_before_deletion text,
  source text not null,
  kind text not null,
  vendor_id bigint,
  vendor_text text,
  vendor_tax_id text,
  number text,
  number_key text,
  date date,
  due_date date,
  currency character(3),
  net_minor bigint,
  tax_minor bigint,
  total_minor bigint,
  category_id bigint,
  document_id bigint,
  page_from integer,
  page_to integer,
  confidence jsonb not null default '{}'::jsonb,
  checks jsonb not null default '[]'::jsonb,
  duplicate_of bigint,
  added_by bigint not null,
  added_at timestamp with time zone not null default now(),
  removed_why text,
  verdict text,
  verdict_changed jsonb,
  found jsonb not null default '{}'::jsonb,
  taken_by bigint,
  taken_at timestamp with time zone,
  iban text,
  import_id bigint,
  import_line integer,
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_deleted_from CHECK (((state = 'deleted'::text) = (state_before_deletion IS NOT NULL))),
  constraint invoice_import_line_check CHECK ((import_line >= 1)),
  constraint invoice_import_whole CHECK (((import_id IS NULL) = (import_line IS NULL))),
  constraint invoice_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'receipt'::text]))),
  constraint invoice_not_its_own_duplicate CHECK ((duplicate_of <> id)),
  constraint invoice_page_from_check CHECK ((page_from >= 1)),
  constraint invoice_pages CHECK ((page_to >= page_from)),
  constraint invoice_removed_why CHECK (((removed_why IS NULL) OR (state = 'deleted'::text))),
  constraint invoice_removed_why_check CHECK ((removed_why = ANY (ARRAY['deleted'::text, 'not_an_invoice'::text, 'same'::text, 'replaced'::text, 'import_undone'::text]))),
  constraint invoice_source_check CHECK ((source = ANY (ARRAY['slack_file'::text, 'e_invoice'::text, 'bulk'::text, 'manual'::text, 'drop'::text, 'api'::text]))),
  constraint invoice_state_before_deletion_check CHECK ((state_before_deletion = ANY (ARRAY['review'::text, 'booked'::text, 'confirmed'::text, 'held'::text]))),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['review'::text, 'booked'::text, 'confirmed'::text, 'held'::text, 'deleted'::text]))),
  constraint invoice_taken_whole CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
  constraint invoice_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text, 'replaces'::text, 'credit_note'::text]))),
  constraint invoice_verdict_on CHECK (((verdict IS NULL) OR (duplicate_of IS NOT NULL))),
  constraint invoice_added_by_fkey FOREIGN KEY (added_by) REFERENCES app_user(id),
  constraint invoice_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint invoice_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint invoice_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES invoice(id),
  constraint invoice_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id),
  constraint invoice_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES app_user(id),
  constraint invoice_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint invoice_pkey PRIMARY KEY (id)
);
comment on table invoice is 'The ledger. vendor_text and vendor_tax_id are as written on the paper; number_key is the number as duplicates are looked for.';
CREATE INDEX invoice_added ON public.invoice USING brin (added_at);
comment on index invoice_added is 'Ledger.find: what came in on a day. They lie in the order in which they came.';
CREATE INDEX invoice_added_by ON public.invoice USING btree (added_by, id);
comment on index invoice_added_by is 'What a person added themselves; and the foreign key.';
CREATE INDEX invoice_deleted ON public.invoice USING btree (date, id) WHERE (state = 'deleted'::text);
comment on index invoice_deleted is 'Ledger.find: what was taken out.';
CREATE UNIQUE INDEX invoice_document_once ON public.invoice USING btree (document_id, COALESCE(page_from, 0)) WHERE ((state <> 'deleted'::text) AND (document_id IS NOT NULL));
comment on index invoice_document_once is 'Ledger.ofDocument: the invoices of a file; and a page is booked once.';
CREATE INDEX invoice_due ON public.invoice USING btree (currency, due_date) INCLUDE (total_minor, vendor_id, category_id, date, id) WHERE ((state = ANY (ARRAY['review'::text, 'booked'::text, 'confirmed'::text])) AND (total_minor > 0));
comment on index invoice_due is 'Reports: what falls due on the days that make no whole month, of a vendor or category. Ledger.find: those invoices.';
CREATE INDEX invoice_duplicate_of ON public.invoice USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
comment on index invoice_duplicate_of is 'Duplicates stopped; and the foreign key.';
CREATE INDEX invoice_iban ON public.invoice USING btree (iban text_pattern_ops) WHERE (iban IS NOT NULL);
comment on index invoice_iban is 'Ledger.find: by account.';
CREATE UNIQUE INDEX invoice_import ON public.invoice USING btree (import_id, import_line) WHERE ((import_id IS NOT NULL) AND (state <> 'deleted'::text));
comment on index invoice_import is 'Undo of an import; its invoices; no line is booked twice; and the foreign key.';
CREATE INDEX invoice_number ON public.invoice USING btree (number_key text_pattern_ops, vendor_id) WHERE (number_key IS NOT NULL);
comment on index invoice_number is 'Ledger.suspect: same vendor and number. Ledger.find: a number, or how it begins.';
CREATE INDEX invoice_of_vendor ON public.invoice USING btree (vendor_id, id DESC) WHERE (state <> 'deleted'::text);
comment on index invoice_of_vendor is 'The last ten of a vendor: may their invoices confirm themselves?';
CREATE INDEX invoice_spend ON public.invoice USING btree (currency, date) INCLUDE (total_minor, vendor_id, category_id, source, id, state) WHERE (state = ANY (ARRAY['review'::text, 'booked'::text, 'confirmed'::text]));
comment on index invoice_spend is 'Reports: spend by vendor, category or source on the days of a period that make no whole month. Ledger.find: the invoices of a period.';
CREATE INDEX invoice_stopped ON public.invoice USING btree ((((added_at AT TIME ZONE 'utc'::text))::date)) INCLUDE (currency, total_minor, vendor_id, category_id) WHERE ((duplicate_of IS NOT NULL) AND (state = ANY (ARRAY['held'::text, 'deleted'::text])));
comment on index invoice_stopped is 'Reports: duplicates stopped in a period, of a vendor or category.';
CREATE INDEX invoice_taken_by ON public.invoice USING btree (taken_by) WHERE (taken_by IS NOT NULL);
comment on index invoice_taken_by is 'The foreign key.';
CREATE INDEX invoice_vendor_day ON public.invoice USING btree (vendor_id, date, total_minor) INCLUDE (currency, id, state) WHERE (state = ANY (ARRAY['review'::text, 'booked'::text, 'confirmed'::text]));
comment on index invoice_vendor_day is 'Ledger.suspect: same vendor, total and near date. Ledger.find: the newest of a vendor, and their sum.';
CREATE INDEX invoice_waiting ON public.invoice USING btree (state, id) INCLUDE (vendor_id, category_id) WHERE (state = ANY (ARRAY['review'::text, 'held'::text]));
comment on index invoice_waiting is 'What waits for a person: App Home, KPI cards; of a vendor or category too.';

create table invoice_line (
  invoice_id bigint not null,
  "position" integer not null,
  description text not null,
  quantity numeric,
  unit_price numeric,
  total_minor bigint,
  constraint invoice_line_position_check CHECK (("position" >= 1)),
  constraint invoice_line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id) ON DELETE CASCADE,
  constraint invoice_line_pkey PRIMARY KEY (invoice_id, "position")
);
comment on table invoice_line is 'The lines of an invoice, in their order.';

create table invoice_picture (
  invoice_id bigint not null,
  shows text not null,
  place jsonb not null,
  slack_file text,
  drawn_at timestamp with time zone not null default now(),
  constraint invoice_picture_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id),
  constraint invoice_picture_once PRIMARY KEY (invoice_id, shows)
);
comment on table invoice_picture is 'Pictures of the paper that Slack has: its first page, or the surroundings of one value. place is what was drawn; slack_file is null where nothing could be.';

create table invoice_quality (
  invoice_id bigint not null,
  straight boolean not null,
  read text[] not null,
  sure text[] not null,
  corrected text[] not null default '{}'::text[],
  hints jsonb not null default '{}'::jsonb,
  self_confirmed boolean not null default false,
  settled_at timestamp with time zone,
  constraint invoice_quality_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id) DEFERRABLE INITIALLY DEFERRED,
  constraint invoice_quality_pkey PRIMARY KEY (invoice_id)
);
comment on table invoice_quality is 'How well an invoice was read by Penny: straight (booked with nothing in doubt), the fields read, those called sure, those that people put right, and when it first needed nobody. hints: by field, the layout hint that it was read by and that nobody has judged yet.';
CREATE INDEX invoice_quality_sample ON public.invoice_quality USING btree (settled_at) WHERE ((invoice_id % (32)::bigint) = 0);
comment on index invoice_quality_sample is 'Reports: the middle time to book of very many, found among every 32nd of them.';
CREATE INDEX invoice_quality_settled ON public.invoice_quality USING btree (settled_at);
comment on index invoice_quality_settled is 'Reports: how long it took to book what came in since a day; the middle one cannot be had of sums.';

create table invoice_quality_metrics (
  day date not null,
  vendor_id bigint,
  category_id bigint,
  slot integer not null,
  invoices bigint not null,
  straight bigint not null,
  untouched bigint not null,
  waiting bigint not null,
  fields bigint not null,
  fields_right bigint not null,
  corrected bigint not null,
  sure bigint not null,
  sure_right bigint not null,
  constraint invoice_quality_metrics_once UNIQUE NULLS NOT DISTINCT (day, vendor_id, category_id, slot)
);
comment on table invoice_quality_metrics is 'What Penny read, by the day it came in (UTC), vendor and category: invoices that needed nobody, were never corrected, still wait; fields read (or missed and added), those that stood, those put right, those called sure and those of them that stood. Sums over the slots.';

create table invoice_summary_category (
  month date not null,
  currency character(3) not null,
  category_id bigint,
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  constraint invoice_summary_category_once UNIQUE NULLS NOT DISTINCT (month, currency, category_id, slot)
);
comment on table invoice_summary_category is 'By month and category: invoices that count as spend, by their date; and those with more than nothing to pay, by when they fall due. Sums over the slots.';

create table invoice_summary_daily (
  day date not null,
  currency character(3),
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  stopped bigint not null,
  stopped_minor bigint not null,
  constraint invoice_summary_daily_once UNIQUE NULLS NOT DISTINCT (day, currency, slot)
);
comment on table invoice_summary_daily is 'By day: invoices that count as spend, by their date; those with more than nothing to pay, by when they fall due; and suspected duplicates that were held or thrown out, by when they came in (UTC). Sums over the slots.';

create table invoice_summary_monthly (
  month date,
  currency character(3),
  source text not null,
  kind text not null,
  state text not null,
  slot integer not null,
  invoices bigint not null,
  priced bigint not null,
  total_minor bigint not null,
  constraint invoice_summary_monthly_once UNIQUE NULLS NOT DISTINCT (month, currency, source, kind, state, slot)
);
comment on table invoice_summary_monthly is 'Every invoice, by the month of its date: in which state, of which kind, how it came in; priced are those with a total. Sums over the slots.';

create table invoice_summary_vendor (
  months smallint not null,
  starts date not null,
  currency character(3) not null,
  vendor_id bigint,
  category_id bigint,
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  constraint invoice_summary_vendor_once UNIQUE NULLS NOT DISTINCT (months, starts, currency, vendor_id, category_id, slot)
);
comment on table invoice_summary_vendor is 'By vendor, of each calendar month, quarter and year (months is 1, 3 or 12): invoices that count as spend, by their date; and those with more than nothing to pay, by when they fall due. Sums over the slots.';
CREATE INDEX invoice_summary_vendor_of ON public.invoice_summary_vendor USING btree (vendor_id, months, starts);
comment on index invoice_summary_vendor_of is 'Reports: spend of the vendors that are named.';

create table invoice_words (
  invoice_id bigint not null,
  words tsvector not null,
  constraint invoice_words_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id) ON DELETE CASCADE,
  constraint invoice_words_pkey PRIMARY KEY (invoice_id)
);
comment on table invoice_words is 'The words of an invoice''s lines and of its pages, where it has some. Those of an import come when it is loaded.';
CREATE INDEX invoice_words_found ON public.invoice_words USING gin (words);
comment on index invoice_words_found is 'Ledger.find: words on the paper.';

create table layout_hint (
  id bigint not null generated always as identity,
  vendor_id bigint not null,
  field text not null,
  kind text not null,
  place text not null,
  label text not null,
  printed text not null,
  x smallint not null,
  y smallint not null,
  papers integer not null default 1,
  invoice_id bigint,
  created_at timestamp with time zone not null default now(),
  constraint layout_hint_field_check CHECK ((field = ANY (ARRAY['invoice_number'::text, 'date'::text, 'due_date'::text, 'net'::text, 'tax'::text, 'total'::text]))),
  constraint layout_hint_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text]))),
  constraint layout_hint_papers_check CHECK ((papers >= 1)),
  constraint layout_hint_place_check CHECK ((place = ANY (ARRAY['right'::text, 'below'::text, 'region'::text]))),
  constraint layout_hint_x_check CHECK (((x >= 0) AND (x <= 1000))),
  constraint layout_hint_y_check CHECK (((y >= 0) AND (y <= 1000))),
  constraint layout_hint_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id) ON DELETE SET NULL,
  constraint layout_hint_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint layout_hint_pkey PRIMARY KEY (id),
  constraint layout_hint_once UNIQUE (vendor_id, field, kind, place, label, x, y)
);
comment on table layout_hint is 'Where a value stands on the invoices of a vendor, as corrections showed: beside or under the words of label (printed: as on the paper), or at x, y (thousandths of the page). kind: on their invoices (and receipts) or on their credit notes, which name the number of an invoice by the same words. papers counts those on which a person found it right; invoice_id is the last of them.';
CREATE INDEX layout_hint_invoice ON public.layout_hint USING btree (invoice_id);
comment on index layout_hint_invoice is 'The foreign key.';

create table migration (
  id integer not null default nextval('migration_id_seq'::regclass),
  name character varying(255) not null,
  run_on timestamp without time zone not null,
  sha256 text,
  constraint migration_pkey PRIMARY KEY (id),
  constraint migration_name_key UNIQUE (name)
);

create table outbox (
  id bigint not null generated always as identity,
  key text not null,
  kind text not null,
  channel text not null,
  thread text,
  ts text,
  saying jsonb,
  mark text,
  shown text,
  version integer not null default 1,
  delivered integer not null default 0,
  attempted_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint outbox_check CHECK ((delivered <= version)),
  constraint outbox_kind CHECK (
CASE kind
    WHEN 'message'::text THEN ((saying IS NOT NULL) AND (mark IS NULL))
    ELSE ((mark IS NOT NULL) AND (ts IS NOT NULL))
END),
  constraint outbox_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'mark'::text]))),
  constraint outbox_mark_check CHECK ((mark = ANY (ARRAY['eyes'::text, 'white_check_mark'::text, 'warning'::text, 'no_entry_sign'::text]))),
  constraint outbox_shown_check CHECK ((shown = ANY (ARRAY['eyes'::text, 'white_check_mark'::text, 'warning'::text, 'no_entry_sign'::text]))),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_once UNIQUE (key)
);
comment on table outbox is 'What Slack should show: version counts the wishes, delivered the last one that Slack took.';

create table page_read (
  day date not null,
  reader text not null,
  pages bigint not null,
  micro_usd bigint not null,
  constraint page_read_micro_usd_check CHECK ((micro_usd >= 0)),
  constraint page_read_pages_check CHECK ((pages >= 0)),
  constraint page_read_once PRIMARY KEY (day, reader)
);
comment on table page_read is 'Pages read by readers that are paid, by day (UTC), and what they cost in millionths of a US dollar at the stated price.';

create table reading (
  id bigint not null generated always as identity,
  document_id bigint not null,
  reader text not null,
  body jsonb not null,
  milliseconds integer not null,
  created_at timestamp with time zone not null default now(),
  constraint reading_milliseconds_check CHECK ((milliseconds >= 0)),
  constraint reading_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint reading_pkey PRIMARY KEY (id)
);
comment on table reading is 'What a reader found on a document, as read: an extraction can be done again without reading again.';
CREATE INDEX reading_document ON public.reading USING btree (document_id, id);
comment on index reading_document is 'The readings of a document, newest last; and the foreign key.';

create table reading_job (
  sha256 text not null,
  reader text not null,
  attempt integer not null,
  job text not null,
  state text not null default 'started'::text,
  started_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  announced_at timestamp with time zone,
  constraint reading_job_attempt_check CHECK ((attempt >= 1)),
  constraint reading_job_ended CHECK (((state = 'started'::text) = (ended_at IS NULL))),
  constraint reading_job_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint reading_job_state_check CHECK ((state = ANY (ARRAY['started'::text, 'succeeded'::text, 'failed'::text, 'expired'::text]))),
  constraint reading_job_once PRIMARY KEY (sha256, reader, attempt)
);
comment on table reading_job is 'What an outside reader was asked to read, by its own job id: after a restart the answer is fetched and not paid for again.';
CREATE INDEX reading_job_job ON public.reading_job USING btree (reader, job);
comment on index reading_job_job is 'ReadingJobs.announced: the job that a reader speaks of.';

create table role (
  name text not null,
  says text not null,
  constraint role_pkey PRIMARY KEY (name)
);
comment on table role is 'The roles that can be granted; what each may do is a table in the code (src/domain/access.ts).';

create table role_grant (
  id bigint not null generated always as identity,
  user_id bigint not null,
  role text not null,
  granted_by bigint not null,
  reason text not null,
  granted_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by bigint,
  revoked_why text,
  constraint role_grant_revoked_whole CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoked_why IS NULL)))),
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES app_user(id),
  constraint role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES app_user(id),
  constraint role_grant_role_fkey FOREIGN KEY (role) REFERENCES role(name),
  constraint role_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id),
  constraint role_grant_pkey PRIMARY KEY (id)
);
comment on table role_grant is 'Who holds which role, by whom, why and until when. Kept when it ends.';
CREATE INDEX role_grant_admins ON public.role_grant USING btree (role) WHERE (revoked_at IS NULL);
comment on index role_grant_admins is 'Directory.seatFirstAdmins: is there an admin?';
CREATE UNIQUE INDEX role_grant_in_force ON public.role_grant USING btree (user_id, role) WHERE (revoked_at IS NULL);
comment on index role_grant_in_force is 'Directory.actor: the roles of a person; and nobody holds a role twice.';

create table setting (
  key text not null,
  value jsonb not null,
  changed_by bigint not null,
  changed_at timestamp with time zone not null default now(),
  constraint setting_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES app_user(id),
  constraint setting_pkey PRIMARY KEY (key)
);
comment on table setting is 'What admins decide while Penny runs.';

create table slack_event (
  id text not null,
  type text not null,
  body jsonb not null,
  received_at timestamp with time zone not null default now(),
  handled_at timestamp with time zone,
  constraint slack_event_pkey PRIMARY KEY (id)
);
comment on table slack_event is 'The inbox: each event of Slack once, kept before it is acknowledged.';

create table vendor (
  id bigint not null generated always as identity,
  name text not null,
  name_key text not null,
  tax_id text,
  category_id bigint,
  created_at timestamp with time zone not null default now(),
  words text not null generated always as (search_words(((name || ' '::text) || name_key))) stored,
  constraint vendor_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint vendor_pkey PRIMARY KEY (id),
  constraint vendor_name_once UNIQUE (name_key),
  constraint vendor_tax_id_once UNIQUE (tax_id)
);
comment on table vendor is 'Who is paid. name_key is the name without case, accents, punctuation and legal form; tax_id without punctuation.';
CREATE INDEX vendor_words ON public.vendor USING gist (words gist_trgm_ops);
comment on index vendor_words is 'Ledger.find: the vendors whose names are most like a word that none has.';

create table vendor_account (
  vendor_id bigint not null,
  iban text not null,
  invoice_id bigint,
  created_at timestamp with time zone not null default now(),
  constraint vendor_account_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id) ON DELETE SET NULL,
  constraint vendor_account_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint vendor_account_once PRIMARY KEY (vendor_id, iban)
);
comment on table vendor_account is 'Accounts that a person vouched for as a vendor''s, by confirming or correcting the invoice named.';
CREATE INDEX vendor_account_iban ON public.vendor_account USING btree (iban);
comment on index vendor_account_iban is 'Ledger.whose: whose account is it; known of two, it is nobody''s.';
CREATE INDEX vendor_account_invoice ON public.vendor_account USING btree (invoice_id);
comment on index vendor_account_invoice is 'What an invoice taught, when it turns out to be another vendor''s; and the foreign key.';

create table vendor_alias (
  name_key text not null,
  vendor_id bigint not null,
  created_at timestamp with time zone not null default now(),
  constraint vendor_alias_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint vendor_alias_pkey PRIMARY KEY (name_key)
);
comment on table vendor_alias is 'Other names under which a vendor writes.';
CREATE INDEX vendor_alias_vendor ON public.vendor_alias USING btree (vendor_id);
comment on index vendor_alias_vendor is 'The other names of a vendor; and the foreign key.';

create table vendor_auto_confirm (
  vendor_id bigint not null,
  under_minor bigint not null,
  currency character(3) not null,
  set_by bigint not null,
  set_at timestamp with time zone not null default now(),
  constraint vendor_auto_confirm_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint vendor_auto_confirm_under_minor_check CHECK ((under_minor > 0)),
  constraint vendor_auto_confirm_set_by_fkey FOREIGN KEY (set_by) REFERENCES app_user(id),
  constraint vendor_auto_confirm_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES vendor(id),
  constraint vendor_auto_confirm_pkey PRIMARY KEY (vendor_id)
);
comment on table vendor_auto_confirm is 'Vendors whose invoices under an amount confirm themselves, because people found ten in a row right. A row ends with a tap or a correction; the record keeps it.';
CREATE INDEX vendor_auto_confirm_set_by ON public.vendor_auto_confirm USING btree (set_by);
comment on index vendor_auto_confirm_set_by is 'The foreign key.';

CREATE OR REPLACE FUNCTION public.audit_log_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is never changed' using errcode = 'insufficient_privilege', constraint = 'audit_log_is_append_only';
end $function$;

CREATE OR REPLACE FUNCTION public.document_words(document bigint, page_from integer, page_to integer)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN (SELECT string_agg((word.value ->> 'text'::text), ' '::text ORDER BY page.at, word.at) AS string_agg FROM (SELECT reading.body FROM reading WHERE (reading.document_id = document_words.document) ORDER BY reading.id DESC LIMIT 1) newest, LATERAL jsonb_array_elements(CASE WHEN ((newest.body ->> 'kind'::text) <> 'exact'::text) THEN (newest.body -> 'pages'::text) ELSE '[]'::jsonb END) WITH ORDINALITY page(value, at), LATERAL jsonb_array_elements((page.value -> 'words'::text)) WITH ORDINALITY word(value, at) WHERE ((((page.value ->> 'number'::text))::integer >= COALESCE(document_words.page_from, 1)) AND (((page.value ->> 'number'::text))::integer <= COALESCE(document_words.page_to, document_words.page_from, 2147483647))));

CREATE OR REPLACE FUNCTION public.invoice_quality_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  my_slot := invoice_summary_slot();
  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select r.sign, i.state, i.vendor_id, i.category_id, i.added_at, r.straight, r.read, r.sure, r.corrected from (select -1 as sign, * from old_rows) as r join invoice i on i.id = r.invoice_id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_quality_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  my_slot := invoice_summary_slot();
  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select r.sign, i.state, i.vendor_id, i.category_id, i.added_at, r.straight, r.read, r.sure, r.corrected from (select 1 as sign, * from new_rows) as r join invoice i on i.id = r.invoice_id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_quality_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  my_slot := invoice_summary_slot();
  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select r.sign, i.state, i.vendor_id, i.category_id, i.added_at, r.straight, r.read, r.sure, r.corrected from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r join invoice i on i.id = r.invoice_id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  my_slot := invoice_summary_slot();
  with change as (
    select date as day, currency, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor, 0 as stopped, 0 as stopped_minor
      from (select -1 as sign, * from old_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
    union all
    select due_date, currency, 0, 0, sign, sign * total_minor, 0, 0
      from (select -1 as sign, * from old_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0
    union all
    select (added_at at time zone 'utc')::date, currency, 0, 0, 0, 0, sign, sign * coalesce(total_minor, 0)
      from (select -1 as sign, * from old_rows) as r where duplicate_of is not null and state in ('held', 'deleted'))
  insert into invoice_summary_daily as s
  select day, currency, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor), sum(stopped), sum(stopped_minor)
    from change group by day, currency
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0 or sum(stopped) <> 0 or sum(stopped_minor) <> 0
   order by day, currency
      on conflict on constraint invoice_summary_daily_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due,
         due_minor = s.due_minor + excluded.due_minor, stopped = s.stopped + excluded.stopped, stopped_minor = s.stopped_minor + excluded.stopped_minor;

  insert into invoice_summary_monthly as s
  select date_trunc('month', date::timestamp)::date as month, currency, source, kind, state, my_slot,
         sum(sign), sum(sign * (total_minor is not null)::integer), sum(sign * coalesce(total_minor, 0))
    from (select -1 as sign, * from old_rows) as r group by month, currency, source, kind, state
  having sum(sign) <> 0 or sum(sign * (total_minor is not null)::integer) <> 0 or sum(sign * coalesce(total_minor, 0)) <> 0
   order by month, currency, source, kind, state
      on conflict on constraint invoice_summary_monthly_once do update
     set invoices = s.invoices + excluded.invoices, priced = s.priced + excluded.priced, total_minor = s.total_minor + excluded.total_minor;

  with change as materialized (
    select month, currency, vendor_id, category_id, sum(invoices) as invoices, sum(total_minor) as total_minor, sum(due) as due, sum(due_minor) as due_minor
      from (select date_trunc('month', date::timestamp)::date as month, currency, vendor_id, category_id, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor
              from (select -1 as sign, * from old_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
             union all
            select date_trunc('month', due_date::timestamp)::date, currency, vendor_id, category_id, 0, 0, sign, sign * total_minor
              from (select -1 as sign, * from old_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0) as one
     group by month, currency, vendor_id, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0),
  by_category as (
    insert into invoice_summary_category as s
    select month, currency, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
      from change group by month, currency, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
     order by month, currency, category_id
        on conflict on constraint invoice_summary_category_once do update
       set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor)
  insert into invoice_summary_vendor as s
  select months, starts, currency, vendor_id, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
    from (select 1 as months, month as starts, * from change
           union all
          select 3, date_trunc('quarter', month::timestamp)::date, * from change
           union all
          select 12, date_trunc('year', month::timestamp)::date, * from change) as span
   group by months, starts, currency, vendor_id, category_id
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
   order by months, starts, currency, vendor_id, category_id
      on conflict on constraint invoice_summary_vendor_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor;
  with gone as (delete from invoice_quality q using old_rows i where q.invoice_id = i.id returning q.*)
  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select -1 as sign, i.state, i.vendor_id, i.category_id, i.added_at, q.straight, q.read, q.sure, q.corrected from gone as q join old_rows i on i.id = q.invoice_id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_empty()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  truncate invoice_summary_daily, invoice_summary_monthly, invoice_summary_category, invoice_summary_vendor, invoice_quality_metrics;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  my_slot := invoice_summary_slot();
  with change as (
    select date as day, currency, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor, 0 as stopped, 0 as stopped_minor
      from (select 1 as sign, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
    union all
    select due_date, currency, 0, 0, sign, sign * total_minor, 0, 0
      from (select 1 as sign, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0
    union all
    select (added_at at time zone 'utc')::date, currency, 0, 0, 0, 0, sign, sign * coalesce(total_minor, 0)
      from (select 1 as sign, * from new_rows) as r where duplicate_of is not null and state in ('held', 'deleted'))
  insert into invoice_summary_daily as s
  select day, currency, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor), sum(stopped), sum(stopped_minor)
    from change group by day, currency
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0 or sum(stopped) <> 0 or sum(stopped_minor) <> 0
   order by day, currency
      on conflict on constraint invoice_summary_daily_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due,
         due_minor = s.due_minor + excluded.due_minor, stopped = s.stopped + excluded.stopped, stopped_minor = s.stopped_minor + excluded.stopped_minor;

  insert into invoice_summary_monthly as s
  select date_trunc('month', date::timestamp)::date as month, currency, source, kind, state, my_slot,
         sum(sign), sum(sign * (total_minor is not null)::integer), sum(sign * coalesce(total_minor, 0))
    from (select 1 as sign, * from new_rows) as r group by month, currency, source, kind, state
  having sum(sign) <> 0 or sum(sign * (total_minor is not null)::integer) <> 0 or sum(sign * coalesce(total_minor, 0)) <> 0
   order by month, currency, source, kind, state
      on conflict on constraint invoice_summary_monthly_once do update
     set invoices = s.invoices + excluded.invoices, priced = s.priced + excluded.priced, total_minor = s.total_minor + excluded.total_minor;

  with change as materialized (
    select month, currency, vendor_id, category_id, sum(invoices) as invoices, sum(total_minor) as total_minor, sum(due) as due, sum(due_minor) as due_minor
      from (select date_trunc('month', date::timestamp)::date as month, currency, vendor_id, category_id, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor
              from (select 1 as sign, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
             union all
            select date_trunc('month', due_date::timestamp)::date, currency, vendor_id, category_id, 0, 0, sign, sign * total_minor
              from (select 1 as sign, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0) as one
     group by month, currency, vendor_id, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0),
  by_category as (
    insert into invoice_summary_category as s
    select month, currency, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
      from change group by month, currency, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
     order by month, currency, category_id
        on conflict on constraint invoice_summary_category_once do update
       set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor)
  insert into invoice_summary_vendor as s
  select months, starts, currency, vendor_id, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
    from (select 1 as months, month as starts, * from change
           union all
          select 3, date_trunc('quarter', month::timestamp)::date, * from change
           union all
          select 12, date_trunc('year', month::timestamp)::date, * from change) as span
   group by months, starts, currency, vendor_id, category_id
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
   order by months, starts, currency, vendor_id, category_id
      on conflict on constraint invoice_summary_vendor_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_rebuild()
 RETURNS void
 LANGUAGE plpgsql
 SET work_mem TO '256MB'
AS $function$
declare
  my_slot constant integer := 0;
begin
  lock table invoice, invoice_quality in share mode;
  truncate invoice_summary_daily, invoice_summary_monthly, invoice_summary_category, invoice_summary_vendor, invoice_quality_metrics;

  with change as (
    select date as day, currency, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor, 0 as stopped, 0 as stopped_minor
      from (select 1 as sign, * from invoice) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
    union all
    select due_date, currency, 0, 0, sign, sign * total_minor, 0, 0
      from (select 1 as sign, * from invoice) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0
    union all
    select (added_at at time zone 'utc')::date, currency, 0, 0, 0, 0, sign, sign * coalesce(total_minor, 0)
      from (select 1 as sign, * from invoice) as r where duplicate_of is not null and state in ('held', 'deleted'))
  insert into invoice_summary_daily as s
  select day, currency, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor), sum(stopped), sum(stopped_minor)
    from change group by day, currency
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0 or sum(stopped) <> 0 or sum(stopped_minor) <> 0
   order by day, currency
      on conflict on constraint invoice_summary_daily_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due,
         due_minor = s.due_minor + excluded.due_minor, stopped = s.stopped + excluded.stopped, stopped_minor = s.stopped_minor + excluded.stopped_minor;

  insert into invoice_summary_monthly as s
  select date_trunc('month', date::timestamp)::date as month, currency, source, kind, state, my_slot,
         sum(sign), sum(sign * (total_minor is not null)::integer), sum(sign * coalesce(total_minor, 0))
    from (select 1 as sign, * from invoice) as r group by month, currency, source, kind, state
  having sum(sign) <> 0 or sum(sign * (total_minor is not null)::integer) <> 0 or sum(sign * coalesce(total_minor, 0)) <> 0
   order by month, currency, source, kind, state
      on conflict on constraint invoice_summary_monthly_once do update
     set invoices = s.invoices + excluded.invoices, priced = s.priced + excluded.priced, total_minor = s.total_minor + excluded.total_minor;

  with change as materialized (
    select month, currency, vendor_id, category_id, sum(invoices) as invoices, sum(total_minor) as total_minor, sum(due) as due, sum(due_minor) as due_minor
      from (select date_trunc('month', date::timestamp)::date as month, currency, vendor_id, category_id, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor
              from (select 1 as sign, * from invoice) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
             union all
            select date_trunc('month', due_date::timestamp)::date, currency, vendor_id, category_id, 0, 0, sign, sign * total_minor
              from (select 1 as sign, * from invoice) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0) as one
     group by month, currency, vendor_id, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0),
  by_category as (
    insert into invoice_summary_category as s
    select month, currency, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
      from change group by month, currency, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
     order by month, currency, category_id
        on conflict on constraint invoice_summary_category_once do update
       set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor)
  insert into invoice_summary_vendor as s
  select months, starts, currency, vendor_id, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
    from (select 1 as months, month as starts, * from change
           union all
          select 3, date_trunc('quarter', month::timestamp)::date, * from change
           union all
          select 12, date_trunc('year', month::timestamp)::date, * from change) as span
   group by months, starts, currency, vendor_id, category_id
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
   order by months, starts, currency, vendor_id, category_id
      on conflict on constraint invoice_summary_vendor_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor;

  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select r.sign, r.state, r.vendor_id, r.category_id, r.added_at, q.straight, q.read, q.sure, q.corrected from (select 1 as sign, * from invoice) as r join invoice_quality q on q.invoice_id = r.id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_slot()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
begin
  for slot in 0..9999 loop
    if pg_try_advisory_xact_lock(hashtext('invoice_summary'), slot) then return slot; end if;
  end loop;
  raise exception 'ten thousand transactions write invoices at once' using errcode = 'too_many_connections';
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_summary_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '64MB'
AS $function$
declare
  my_slot integer;
begin
  if not exists (select from old_rows o full join new_rows n using (id)
                  where (o.state, o.source, o.kind, o.vendor_id, o.category_id, o.date, o.due_date, o.currency, o.total_minor, o.duplicate_of, o.added_at)
                        is distinct from (n.state, n.source, n.kind, n.vendor_id, n.category_id, n.date, n.due_date, n.currency, n.total_minor, n.duplicate_of, n.added_at)) then
    return null;
  end if;
  my_slot := invoice_summary_slot();
  with change as (
    select date as day, currency, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor, 0 as stopped, 0 as stopped_minor
      from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
    union all
    select due_date, currency, 0, 0, sign, sign * total_minor, 0, 0
      from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0
    union all
    select (added_at at time zone 'utc')::date, currency, 0, 0, 0, 0, sign, sign * coalesce(total_minor, 0)
      from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r where duplicate_of is not null and state in ('held', 'deleted'))
  insert into invoice_summary_daily as s
  select day, currency, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor), sum(stopped), sum(stopped_minor)
    from change group by day, currency
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0 or sum(stopped) <> 0 or sum(stopped_minor) <> 0
   order by day, currency
      on conflict on constraint invoice_summary_daily_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due,
         due_minor = s.due_minor + excluded.due_minor, stopped = s.stopped + excluded.stopped, stopped_minor = s.stopped_minor + excluded.stopped_minor;

  insert into invoice_summary_monthly as s
  select date_trunc('month', date::timestamp)::date as month, currency, source, kind, state, my_slot,
         sum(sign), sum(sign * (total_minor is not null)::integer), sum(sign * coalesce(total_minor, 0))
    from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r group by month, currency, source, kind, state
  having sum(sign) <> 0 or sum(sign * (total_minor is not null)::integer) <> 0 or sum(sign * coalesce(total_minor, 0)) <> 0
   order by month, currency, source, kind, state
      on conflict on constraint invoice_summary_monthly_once do update
     set invoices = s.invoices + excluded.invoices, priced = s.priced + excluded.priced, total_minor = s.total_minor + excluded.total_minor;

  with change as materialized (
    select month, currency, vendor_id, category_id, sum(invoices) as invoices, sum(total_minor) as total_minor, sum(due) as due, sum(due_minor) as due_minor
      from (select date_trunc('month', date::timestamp)::date as month, currency, vendor_id, category_id, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor
              from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
             union all
            select date_trunc('month', due_date::timestamp)::date, currency, vendor_id, category_id, 0, 0, sign, sign * total_minor
              from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0) as one
     group by month, currency, vendor_id, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0),
  by_category as (
    insert into invoice_summary_category as s
    select month, currency, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
      from change group by month, currency, category_id
    having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
     order by month, currency, category_id
        on conflict on constraint invoice_summary_category_once do update
       set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor)
  insert into invoice_summary_vendor as s
  select months, starts, currency, vendor_id, category_id, my_slot, sum(invoices), sum(total_minor), sum(due), sum(due_minor)
    from (select 1 as months, month as starts, * from change
           union all
          select 3, date_trunc('quarter', month::timestamp)::date, * from change
           union all
          select 12, date_trunc('year', month::timestamp)::date, * from change) as span
   group by months, starts, currency, vendor_id, category_id
  having sum(invoices) <> 0 or sum(total_minor) <> 0 or sum(due) <> 0 or sum(due_minor) <> 0
   order by months, starts, currency, vendor_id, category_id
      on conflict on constraint invoice_summary_vendor_once do update
     set invoices = s.invoices + excluded.invoices, total_minor = s.total_minor + excluded.total_minor, due = s.due + excluded.due, due_minor = s.due_minor + excluded.due_minor;

  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from (select r.sign, r.state, r.vendor_id, r.category_id, r.added_at, q.straight, q.read, q.sure, q.corrected from (select -1 as sign, * from old_rows union all select 1, * from new_rows) as r join invoice_quality q on q.invoice_id = r.id) as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.invoice_words_write(ids bigint[])
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from invoice_words where invoice_id = any(ids);
  insert into invoice_words (invoice_id, words)
  select id, to_tsvector('simple', search_words(left(text, 200000))) -- a tsvector holds a megabyte
    from (select i.id, nullif(concat_ws(' ',
                   (select string_agg(description, ' ' order by position) from invoice_line where invoice_id = i.id),
                   document_words(i.document_id, i.page_from, i.page_to)), '') as text
            from invoice i where i.id = any(ids)) as written
   where text is not null
$function$;

CREATE OR REPLACE FUNCTION public.search_words(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(replace(replace(replace(replace(translate(regexp_replace(NORMALIZE(lower(written), NFKD), '[\u0300-\u036f]+'::text, ''::text, 'g'::text), 'łøđðı'::text, 'loddi'::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]+'::text, ' '::text, 'g'::text));

CREATE TRIGGER audit_log_no_change BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
alter table audit_log enable always trigger audit_log_no_change;

CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
alter table audit_log enable always trigger audit_log_no_truncate;

CREATE TRIGGER invoice_quality_delete AFTER DELETE ON public.invoice_quality REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_quality_delete();

CREATE TRIGGER invoice_quality_insert AFTER INSERT ON public.invoice_quality REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_quality_insert();

CREATE TRIGGER invoice_quality_update AFTER UPDATE ON public.invoice_quality REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_quality_update();

CREATE TRIGGER invoice_summary_delete AFTER DELETE ON public.invoice REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_summary_delete();

CREATE TRIGGER invoice_summary_empty AFTER TRUNCATE ON public.invoice FOR EACH STATEMENT EXECUTE FUNCTION invoice_summary_empty();

CREATE TRIGGER invoice_summary_insert AFTER INSERT ON public.invoice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_summary_insert();

CREATE TRIGGER invoice_summary_update AFTER UPDATE ON public.invoice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION invoice_summary_update();
