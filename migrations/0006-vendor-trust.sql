-- Why: what people confirm and correct must teach: the accounts and the layout of a vendor, how well each vendor is read, and whether an invoice of theirs still needs a person.

alter table invoice add column iban text;
comment on column invoice.iban is 'The account that the paper asks to be paid to, as read, without blanks.';

create table vendor_account (
  vendor_id bigint not null references vendor,
  iban text not null,
  invoice_id bigint references invoice on delete set null,
  created_at timestamptz not null default now(),
  constraint vendor_account_once primary key (vendor_id, iban)
);
comment on table vendor_account is 'Accounts that a person vouched for as a vendor''s, by confirming or correcting the invoice named.';
create index vendor_account_iban on vendor_account (iban);
comment on index vendor_account_iban is 'Ledger.whose: whose account is it; known of two, it is nobody''s.';
create index vendor_account_invoice on vendor_account (invoice_id);
comment on index vendor_account_invoice is 'What an invoice taught, when it turns out to be another vendor''s; and the foreign key.';

create table layout_hint (
  id bigint generated always as identity primary key,
  vendor_id bigint not null references vendor,
  field text not null check (field in ('invoice_number', 'date', 'due_date', 'net', 'tax', 'total')),
  kind text not null check (kind in ('invoice', 'credit_note')),
  place text not null check (place in ('right', 'below', 'region')),
  label text not null,
  printed text not null,
  x smallint not null check (x between 0 and 1000),
  y smallint not null check (y between 0 and 1000),
  papers integer not null default 1 check (papers >= 1),
  invoice_id bigint references invoice on delete set null,
  created_at timestamptz not null default now(),
  constraint layout_hint_once unique (vendor_id, field, kind, place, label, x, y)
);
comment on table layout_hint is 'Where a value stands on the invoices of a vendor, as corrections showed: beside or under the words of label (printed: as on the paper), or at x, y (thousandths of the page). kind: on their invoices (and receipts) or on their credit notes, which name the number of an invoice by the same words. papers counts those on which a person found it right; invoice_id is the last of them.';
create index layout_hint_invoice on layout_hint (invoice_id);
comment on index layout_hint_invoice is 'The foreign key.';

create table invoice_quality (
  invoice_id bigint primary key references invoice on delete cascade,
  straight boolean not null,
  read text[] not null,
  sure text[] not null,
  corrected text[] not null default '{}',
  hints jsonb not null default '{}',
  self_confirmed boolean not null default false,
  settled_at timestamptz
);
comment on table invoice_quality is 'How well an invoice was read by Penny: straight (booked with nothing in doubt), the fields read, those called sure, those that people put right, and when it first needed nobody. hints: by field, the layout hint that it was read by and that nobody has judged yet.';

create table vendor_auto_confirm (
  vendor_id bigint primary key references vendor,
  under_minor bigint not null check (under_minor > 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  set_by bigint not null references app_user,
  set_at timestamptz not null default now()
);
comment on table vendor_auto_confirm is 'Vendors whose invoices under an amount confirm themselves, because people found ten in a row right. A row ends with a tap or a correction; the record keeps it.';
create index vendor_auto_confirm_set_by on vendor_auto_confirm (set_by);
comment on index vendor_auto_confirm_set_by is 'The foreign key.';

create index invoice_of_vendor on invoice (vendor_id, id desc) where state <> 'deleted';
comment on index invoice_of_vendor is 'The last ten of a vendor: may their invoices confirm themselves?';
