-- Why: a report must cost the number of its days, vendors and categories and not the number of invoices, and yet be exact at every commit.
--
-- Statement-level triggers add to these tables what a statement changed, by COPY too. Each transaction writes to rows of its own (slot: the lowest that no other
-- transaction holds), so writers never wait for one another here, and what never waits cannot deadlock. A figure is the sum over the slots; a row may be zero or less.
-- No foreign keys: a row that is zero must not keep a vendor from being removed. The text {rows} below stands for what changed, with sign 1 or -1.

create table invoice_summary_daily (
  day date not null,
  currency char(3),
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  stopped bigint not null,
  stopped_minor bigint not null,
  constraint invoice_summary_daily_once unique nulls not distinct (day, currency, slot)
) with (fillfactor = 70);
comment on table invoice_summary_daily is 'By day: invoices that count as spend, by their date; those with more than nothing to pay, by when they fall due; and suspected duplicates that were held or thrown out, by when they came in (UTC). Sums over the slots.';

create table invoice_summary_monthly (
  month date,
  currency char(3),
  source text not null,
  kind text not null,
  state text not null,
  slot integer not null,
  invoices bigint not null,
  priced bigint not null,
  total_minor bigint not null,
  constraint invoice_summary_monthly_once unique nulls not distinct (month, currency, source, kind, state, slot)
) with (fillfactor = 70);
comment on table invoice_summary_monthly is 'Every invoice, by the month of its date: in which state, of which kind, how it came in; priced are those with a total. Sums over the slots.';

create table invoice_summary_category (
  month date not null,
  currency char(3) not null,
  category_id bigint,
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  constraint invoice_summary_category_once unique nulls not distinct (month, currency, category_id, slot)
) with (fillfactor = 70);
comment on table invoice_summary_category is 'By month and category: invoices that count as spend, by their date; and those with more than nothing to pay, by when they fall due. Sums over the slots.';

create table invoice_summary_vendor (
  months smallint not null,
  starts date not null,
  currency char(3) not null,
  vendor_id bigint,
  category_id bigint,
  slot integer not null,
  invoices bigint not null,
  total_minor bigint not null,
  due bigint not null,
  due_minor bigint not null,
  constraint invoice_summary_vendor_once unique nulls not distinct (months, starts, currency, vendor_id, category_id, slot)
) with (fillfactor = 70);
comment on table invoice_summary_vendor is 'By vendor, of each calendar month, quarter and year (months is 1, 3 or 12): invoices that count as spend, by their date; and those with more than nothing to pay, by when they fall due. Sums over the slots.';
create index invoice_summary_vendor_of on invoice_summary_vendor (vendor_id, months, starts);
comment on index invoice_summary_vendor_of is 'Reports: spend of the vendors that are named.';

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
  constraint invoice_quality_metrics_once unique nulls not distinct (day, vendor_id, category_id, slot)
) with (fillfactor = 70);
comment on table invoice_quality_metrics is 'What Penny read, by the day it came in (UTC), vendor and category: invoices that needed nobody, were never corrected, still wait; fields read (or missed and added), those that stood, those put right, those called sure and those of them that stood. Sums over the slots.';

-- What the reports still read from the ledger itself: the days at the ends of a period that are no whole month, and the few that wait or were stopped.
drop index invoice_spend;
create index invoice_spend on invoice (currency, date) include (total_minor, vendor_id, category_id, source) where state in ('review', 'booked', 'confirmed');
comment on index invoice_spend is 'Reports: spend by vendor, category or source on the days of a period that make no whole month.';
drop index invoice_waiting;
create index invoice_waiting on invoice (state, id) include (vendor_id, category_id) where state in ('review', 'held');
comment on index invoice_waiting is 'What waits for a person: App Home, KPI cards; of a vendor or category too.';
create index invoice_due on invoice (currency, due_date) include (total_minor, vendor_id, category_id) where state in ('review', 'booked', 'confirmed') and total_minor > 0;
comment on index invoice_due is 'Reports: what falls due on the days that make no whole month, of a vendor or category.';
create index invoice_stopped on invoice (((added_at at time zone 'utc')::date)) include (currency, total_minor, vendor_id, category_id) where duplicate_of is not null and state in ('held', 'deleted');
comment on index invoice_stopped is 'Reports: duplicates stopped in a period, of a vendor or category.';
create index document_share_duplicate on document_share (((created_at at time zone 'utc')::date)) where state = 'duplicate';
comment on index document_share_duplicate is 'Reports: files of a period that were there already.';

create index invoice_quality_settled on invoice_quality (settled_at);
comment on index invoice_quality_settled is 'Reports: how long it took to book what came in since a day; the middle one cannot be had of sums.';

create function invoice_summary_slot() returns integer language plpgsql as $$
begin
  for slot in 0..9999 loop
    if pg_try_advisory_xact_lock(hashtext('invoice_summary'), slot) then return slot; end if;
  end loop;
  raise exception 'ten thousand transactions write invoices at once' using errcode = 'too_many_connections';
end $$;

create function invoice_summary_empty() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  truncate invoice_summary_daily, invoice_summary_monthly, invoice_summary_category, invoice_summary_vendor, invoice_quality_metrics;
  return null;
end $$;
create trigger invoice_summary_empty after truncate on invoice for each statement execute function invoice_summary_empty();

do $make$
declare
  money constant text := $sql$
  with change as (
    select date as day, currency, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor, 0 as stopped, 0 as stopped_minor
      from {rows} as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
    union all
    select due_date, currency, 0, 0, sign, sign * total_minor, 0, 0
      from {rows} as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0
    union all
    select (added_at at time zone 'utc')::date, currency, 0, 0, 0, 0, sign, sign * coalesce(total_minor, 0)
      from {rows} as r where duplicate_of is not null and state in ('held', 'deleted'))
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
    from {rows} as r group by month, currency, source, kind, state
  having sum(sign) <> 0 or sum(sign * (total_minor is not null)::integer) <> 0 or sum(sign * coalesce(total_minor, 0)) <> 0
   order by month, currency, source, kind, state
      on conflict on constraint invoice_summary_monthly_once do update
     set invoices = s.invoices + excluded.invoices, priced = s.priced + excluded.priced, total_minor = s.total_minor + excluded.total_minor;

  with change as materialized (
    select month, currency, vendor_id, category_id, sum(invoices) as invoices, sum(total_minor) as total_minor, sum(due) as due, sum(due_minor) as due_minor
      from (select date_trunc('month', date::timestamp)::date as month, currency, vendor_id, category_id, sign as invoices, sign * total_minor as total_minor, 0 as due, 0 as due_minor
              from {rows} as r where state in ('review', 'booked', 'confirmed') and date is not null and currency is not null and total_minor is not null
             union all
            select date_trunc('month', due_date::timestamp)::date, currency, vendor_id, category_id, 0, 0, sign, sign * total_minor
              from {rows} as r where state in ('review', 'booked', 'confirmed') and due_date is not null and currency is not null and total_minor > 0) as one
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
$sql$;

  reading constant text := $sql$
  insert into invoice_quality_metrics as s
  select (added_at at time zone 'utc')::date as day, vendor_id, category_id, my_slot, sum(sign), sum(sign * straight::integer),
         sum(sign * (state not in ('review', 'held') and corrected = '{}')::integer), sum(sign * (state in ('review', 'held'))::integer),
         sum(sign * (cardinality(read) + cardinality(corrected) - read_wrong)), sum(sign * (cardinality(read) - read_wrong)), sum(sign * cardinality(corrected)),
         sum(sign * cardinality(sure)), sum(sign * (cardinality(sure) - sure_wrong))
    from {rows} as r
   cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
   where state <> 'deleted'
   group by day, vendor_id, category_id
   order by day, vendor_id, category_id
      on conflict on constraint invoice_quality_metrics_once do update
     set invoices = s.invoices + excluded.invoices, straight = s.straight + excluded.straight, untouched = s.untouched + excluded.untouched, waiting = s.waiting + excluded.waiting,
         fields = s.fields + excluded.fields, fields_right = s.fields_right + excluded.fields_right, corrected = s.corrected + excluded.corrected,
         sure = s.sure + excluded.sure, sure_right = s.sure_right + excluded.sure_right;
$sql$;

  trigger_function constant text := $sql$
create function {name}() returns trigger language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $body$
declare
  my_slot integer;
begin
{unless}  my_slot := invoice_summary_slot();
{statements}  return null;
end $body$ $sql$;

  was constant text := '(select -1 as sign, * from old_rows)';
  became constant text := '(select 1 as sign, * from new_rows)';
  both_rows constant text := '(select -1 as sign, * from old_rows union all select 1, * from new_rows)';
  of_invoice constant text := '(select r.sign, i.state, i.vendor_id, i.category_id, i.added_at, r.straight, r.read, r.sure, r.corrected from {rows} as r join invoice i on i.id = r.invoice_id)';
  of_reading constant text := '(select r.sign, r.state, r.vendor_id, r.category_id, r.added_at, q.straight, q.read, q.sure, q.corrected from {rows} as r join invoice_quality q on q.invoice_id = r.id)';
  gone constant text := '(select -1 as sign, i.state, i.vendor_id, i.category_id, i.added_at, q.straight, q.read, q.sure, q.corrected from gone as q join old_rows i on i.id = q.invoice_id)';
  same_money constant text := $sql$  if not exists (select from old_rows o full join new_rows n using (id)
                  where (o.state, o.source, o.kind, o.vendor_id, o.category_id, o.date, o.due_date, o.currency, o.total_minor, o.duplicate_of, o.added_at)
                        is distinct from (n.state, n.source, n.kind, n.vendor_id, n.category_id, n.date, n.due_date, n.currency, n.total_minor, n.duplicate_of, n.added_at)) then
    return null;
  end if;
$sql$;
  made record;
begin
  for made in values
    ('invoice_summary_insert', '', replace(money, '{rows}', became)),
    ('invoice_summary_update', same_money, replace(money, '{rows}', both_rows) || replace(reading, '{rows}', replace(of_reading, '{rows}', both_rows))),
    ('invoice_summary_delete', '', replace(money, '{rows}', was)
      || '  with gone as (delete from invoice_quality q using old_rows i where q.invoice_id = i.id returning q.*)' || replace(reading, '{rows}', gone)),
    ('invoice_quality_insert', '', replace(reading, '{rows}', replace(of_invoice, '{rows}', became))),
    ('invoice_quality_update', '', replace(reading, '{rows}', replace(of_invoice, '{rows}', both_rows))),
    ('invoice_quality_delete', '', replace(reading, '{rows}', replace(of_invoice, '{rows}', was)))
  loop
    execute replace(replace(replace(trigger_function, '{name}', made.column1), '{unless}', made.column2), '{statements}', ltrim(made.column3, E'\n'));
  end loop;
  execute format('create function invoice_summary_rebuild() returns void language plpgsql set work_mem = ''256MB'' as %L', format($sql$
declare
  my_slot constant integer := 0;
begin
  lock table invoice, invoice_quality in share mode;
  truncate invoice_summary_daily, invoice_summary_monthly, invoice_summary_category, invoice_summary_vendor, invoice_quality_metrics;
%s%send $sql$,
    replace(money, '{rows}', '(select 1 as sign, * from invoice)'),
    replace(reading, '{rows}', replace(of_reading, '{rows}', '(select 1 as sign, * from invoice)'))));
end $make$;
revoke execute on function invoice_summary_rebuild(), invoice_summary_slot() from public;

create trigger invoice_summary_insert after insert on invoice referencing new table as new_rows for each statement execute function invoice_summary_insert();
create trigger invoice_summary_update after update on invoice referencing old table as old_rows new table as new_rows for each statement execute function invoice_summary_update();
create trigger invoice_summary_delete after delete on invoice referencing old table as old_rows for each statement execute function invoice_summary_delete();
create trigger invoice_quality_insert after insert on invoice_quality referencing new table as new_rows for each statement execute function invoice_quality_insert();
create trigger invoice_quality_update after update on invoice_quality referencing old table as old_rows new table as new_rows for each statement execute function invoice_quality_update();
create trigger invoice_quality_delete after delete on invoice_quality referencing old table as old_rows for each statement execute function invoice_quality_delete();

-- The trigger on deletion of an invoice takes its quality with it and counts both out together: after a cascade, nothing would tell of which vendor it was.
alter table invoice_quality drop constraint invoice_quality_invoice_id_fkey;
alter table invoice_quality add constraint invoice_quality_invoice_id_fkey foreign key (invoice_id) references invoice deferrable initially deferred;

select invoice_summary_rebuild();
