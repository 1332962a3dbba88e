-- Why: people leave Penny's Home open for hours; it has to follow what changes, on every replica and across restarts.

create table home (
  slack_user text primary key,
  opened_at timestamptz not null default now(),
  is_outdated boolean not null default false,
  is_taken boolean not null default false,
  taken_at timestamptz,
  renewed_at timestamptz,
  view_hash text,
  digest text,
  published_at timestamptz
);
comment on table home is 'Who looked at their App Home and when, and what Slack was given last: the hash of its view, and a digest of what it says. is_outdated: something changed since; is_taken: it is being drawn since taken_at, or that broke off. renewed_at: last unasked.';

create table home_picture (
  subject text primary key,
  digest text not null,
  slack_file text not null,
  alt text not null,
  drawn_at timestamptz not null default now()
);
comment on table home_picture is 'The newest picture of a subject that Slack has, for all Homes to show; digest is of the numbers it was drawn from.';

create index document_share_person on document_share (slack_user, id) where slack_user is not null;
comment on index document_share_person is 'Documents.uploads: the last files of a person.';
