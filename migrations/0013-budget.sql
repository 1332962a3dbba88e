-- Why: people keep to a plan: what may be spent in a month, in all or on a category or with a vendor, is set in Slack, and a report holds it beside what was spent.

create table budget (
  id bigint generated always as identity primary key,
  vendor_id bigint references vendor,
  category_id bigint references category,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  month_minor bigint not null check (month_minor > 0),
  set_by bigint not null references app_user,
  set_at timestamptz not null default now(),
  constraint budget_of_one check (vendor_id is null or category_id is null),
  constraint budget_once unique nulls not distinct (vendor_id, category_id, currency)
);
comment on table budget is 'What may be spent in a month: with a vendor, on a category, or in all where neither is named. A row ends when somebody removes it; the record keeps it.';
create index budget_category on budget (category_id);
comment on index budget_category is 'The foreign key; that to vendor goes by budget_once, as does Budgets.set.';
create index budget_set_by on budget (set_by);
comment on index budget_set_by is 'The foreign key.';
