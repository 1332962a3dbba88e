-- Why: whoever settles a doubt wants to see the paper where the value stands, and others want to see that somebody is on it.

alter table invoice add column found jsonb not null default '{}';
comment on column invoice.found is 'Where each field was found on the paper, by its name: the page, and a box in fractions of it.';
alter table invoice add column taken_by bigint references app_user;
alter table invoice add column taken_at timestamptz;
alter table invoice add constraint invoice_taken_whole check ((taken_by is null) = (taken_at is null));
comment on column invoice.taken_by is 'Who said that they look after it; asked only while it waits for a person.';
create index invoice_taken_by on invoice (taken_by) where taken_by is not null;
comment on index invoice_taken_by is 'The foreign key.';

create table invoice_picture (
  invoice_id bigint not null references invoice,
  shows text not null,
  place jsonb not null,
  slack_file text,
  drawn_at timestamptz not null default now(),
  constraint invoice_picture_once primary key (invoice_id, shows)
);
comment on table invoice_picture is 'Pictures of the paper that Slack has: its first page, or the surroundings of one value. place is what was drawn; slack_file is null where nothing could be.';
