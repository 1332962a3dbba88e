-- Why: a reader that is paid by the page must be asked once for a file, also after a crash, and what it costs must be known.

create table reading_job (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  reader text not null,
  attempt integer not null check (attempt >= 1),
  job text not null,
  state text not null default 'started' check (state in ('started', 'succeeded', 'failed', 'expired')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint reading_job_once primary key (sha256, reader, attempt),
  constraint reading_job_ended check ((state = 'started') = (ended_at is null))
);
comment on table reading_job is 'What an outside reader was asked to read, by its own job id: after a restart the answer is fetched and not paid for again.';

create table page_read (
  day date not null,
  reader text not null,
  pages bigint not null check (pages >= 0),
  micro_usd bigint not null check (micro_usd >= 0),
  constraint page_read_once primary key (day, reader)
);
comment on table page_read is 'Pages read by readers that are paid, by day (UTC), and what they cost in millionths of a US dollar at the stated price.';
