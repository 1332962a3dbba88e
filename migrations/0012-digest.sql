-- Why: reports come to a channel on a schedule, and reminders before due dates; each time once, whichever replica sends it and however often that is killed.

create table digest (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('report', 'reminders')),
  words text not null,
  days integer not null check (days between 0 and 30),
  channel text not null,
  rhythm text not null
    check (rhythm ~ '^(daily|weekdays|weekly (mon|tues|wednes|thurs|fri|satur|sun)day|monthly (first|[1-9]|[12][0-9]|3[01]))$'),
  at text not null check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  zone text not null,
  set_by bigint not null references app_user,
  set_at timestamptz not null default now(),
  next_at timestamptz not null,
  stopped_at timestamptz
);
comment on table digest is 'What is posted on a schedule. words: the question as it was asked, understood anew each time; days: of reminders, how long before. at and zone: the hour on the wall there; next_at: when that is next, worked out anew after each.';
create unique index digest_once on digest (channel, words, rhythm, at, zone) where stopped_at is null and kind = 'report';
comment on index digest_once is 'The same question comes to a channel at the same time once: two presses of Save are one.';
create unique index digest_reminders_once on digest (channel) where stopped_at is null and kind = 'reminders';
comment on index digest_reminders_once is 'Reminders come to a channel once.';
create index digest_set_by on digest (set_by);
comment on index digest_set_by is 'The foreign key.';

create table digest_slot (
  digest_id bigint not null references digest,
  slot timestamptz not null,
  state text not null check (state in ('due', 'sent', 'quiet', 'skipped')),
  why text,
  ts text,
  attempted_at timestamptz,
  settled_at timestamptz,
  constraint digest_slot_once primary key (digest_id, slot),
  constraint digest_slot_told check ((state = 'skipped') = (why is not null))
);
comment on table digest_slot is 'Each time a digest was due, and what came of it: sent (ts is the message), quiet (there was nothing to say), or skipped and why. attempted_at: a post went out and nobody knows yet whether it arrived.';
