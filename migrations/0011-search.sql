-- Why: people look for an invoice by what they remember of it: a word on the paper, a part of its number, a vendor's name with a slip in it.

create extension if not exists pg_trgm;

create function search_words(written text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(
  replace(replace(replace(replace(translate(regexp_replace(normalize(lower(written), nfkd), '[\u0300-\u036f]+', '', 'g'), 'łøđðı', 'loddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]+', ' ', 'g'));
comment on function search_words is 'What is searched, and what is searched for: lower case, no accents, no signs but letters and digits.';

alter table vendor add column words text not null generated always as (search_words(name || ' ' || name_key)) stored;
create index vendor_words on vendor using gist (words gist_trgm_ops);
comment on index vendor_words is 'Ledger.find: the vendors whose names are most like a word that none has.';

create table invoice_words (
  invoice_id bigint primary key references invoice on delete cascade,
  words tsvector not null
);
comment on table invoice_words is 'The words of an invoice''s lines and of its pages, where it has some. Those of an import come when it is loaded.';
create index invoice_words_found on invoice_words using gin (words);
comment on index invoice_words_found is 'Ledger.find: words on the paper.';

create function document_words(document bigint, page_from integer, page_to integer) returns text language sql stable
return (
  select string_agg(word.value ->> 'text', ' ' order by page.at, word.at)
    from (select body from reading where document_id = document order by id desc limit 1) as newest,
         jsonb_array_elements(case when body ->> 'kind' <> 'exact' then body -> 'pages' else '[]' end) with ordinality as page (value, at),
         jsonb_array_elements(page.value -> 'words') with ordinality as word (value, at)
   where (page.value ->> 'number')::integer between coalesce(page_from, 1) and coalesce(page_to, page_from, 2147483647));
comment on function document_words is 'What these pages say, as read last.';

create function invoice_words_write(ids bigint[]) returns void language sql as $$
  delete from invoice_words where invoice_id = any(ids);
  insert into invoice_words (invoice_id, words)
  select id, to_tsvector('simple', search_words(left(text, 200000))) -- a tsvector holds a megabyte
    from (select i.id, nullif(concat_ws(' ',
                   (select string_agg(description, ' ' order by position) from invoice_line where invoice_id = i.id),
                   document_words(i.document_id, i.page_from, i.page_to)), '') as text
            from invoice i where i.id = any(ids)) as written
   where text is not null
$$;
comment on function invoice_words_write is 'Ledger: whenever lines or pages of an invoice are new.';

select invoice_words_write(array(select invoice_id from invoice_line union select id from invoice where document_id is not null));

alter table import add column words_to integer check (words_to >= 0);
comment on column import.words_to is 'The line of the file up to which the words of its invoices can be searched; null once all can. Counted from loading on.';

drop index invoice_same_number;
create index invoice_number on invoice (number_key text_pattern_ops, vendor_id) where number_key is not null;
comment on index invoice_number is 'Ledger.suspect: same vendor and number. Ledger.find: a number, or how it begins.';

drop index invoice_same_total;
create index invoice_vendor_day on invoice (vendor_id, date, total_minor) include (currency, id, state) where state in ('review', 'booked', 'confirmed');
comment on index invoice_vendor_day is 'Ledger.suspect: same vendor, total and near date. Ledger.find: the newest of a vendor, and their sum.';

drop index invoice_spend;
create index invoice_spend on invoice (currency, date) include (total_minor, vendor_id, category_id, source, id, state) where state in ('review', 'booked', 'confirmed');
comment on index invoice_spend is 'Reports: spend by vendor, category or source on the days of a period that make no whole month. Ledger.find: the invoices of a period.';

drop index invoice_due;
create index invoice_due on invoice (currency, due_date) include (total_minor, vendor_id, category_id, date, id) where state in ('review', 'booked', 'confirmed') and total_minor > 0;
comment on index invoice_due is 'Reports: what falls due on the days that make no whole month, of a vendor or category. Ledger.find: those invoices.';

create index invoice_deleted on invoice (date, id) where state = 'deleted';
comment on index invoice_deleted is 'Ledger.find: what was taken out.';
create index invoice_iban on invoice (iban text_pattern_ops) where iban is not null;
comment on index invoice_iban is 'Ledger.find: by account.';
create index invoice_added on invoice using brin (added_at);
comment on index invoice_added is 'Ledger.find: what came in on a day. They lie in the order in which they came.';
