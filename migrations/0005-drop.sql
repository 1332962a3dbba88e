-- Why: files also come in without a person: a scanner or a mail gateway puts them into the inbox. Such an arrival has a place there, and no Slack file and no sharer.

alter table document_share alter column slack_file drop not null;
alter table document_share alter column slack_user drop not null;
alter table document_share add column drop_key text;
comment on column document_share.drop_key is 'Where it lay in the inbox; null for what was shared in Slack.';
alter table document_share add column drop_version text;
comment on column document_share.drop_version is 'What tells it from another file that lay there under the same name.';
alter table document_share add constraint document_share_arrival check (
  case when drop_key is null then slack_file is not null and slack_user is not null and drop_version is null
       else slack_file is null and slack_user is null and drop_version is not null end);
comment on table document_share is 'One arrival of a file in a channel, shared by a person or dropped into the inbox; problem says in a sentence why nothing came of it.';

create unique index document_share_drop_once on document_share (md5(drop_key), drop_version) where drop_key is not null;
comment on index document_share_drop_once is 'Documents.drop: each file of the inbox is one arrival, however often it is seen. A key may be too long to be indexed itself.';

alter table reading_job add column announced_at timestamptz;
comment on column reading_job.announced_at is 'When the reader said that the job is done; null where nobody told Penny, who then asks.';
create index reading_job_job on reading_job (reader, job);
comment on index reading_job_job is 'ReadingJobs.announced: the job that a reader speaks of.';
