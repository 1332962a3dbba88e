-- Why: what people decide about an invoice must be told apart and undone: why it was taken out, and what a suspected duplicate was found to be.

alter table invoice add column removed_why text check (removed_why in ('deleted', 'not_an_invoice', 'same', 'replaced'));
comment on column invoice.removed_why is 'Why it was taken out; null for what was deleted before reasons were kept.';
alter table invoice add column verdict text check (verdict in ('same', 'different', 'replaces', 'credit_note'));
comment on column invoice.verdict is 'What somebody found this suspected duplicate of duplicate_of to be; null while nobody has.';
alter table invoice add column verdict_changed jsonb;
comment on column invoice.verdict_changed is 'What the verdict changed on the invoice itself, so that it can be undone: the kind before, and whether the amounts were turned.';
alter table invoice add constraint invoice_removed_why check (removed_why is null or state = 'deleted');
alter table invoice add constraint invoice_verdict_on check (verdict is null or duplicate_of is not null);

alter table outbox drop constraint outbox_mark_check;
alter table outbox drop constraint outbox_shown_check;
alter table outbox add constraint outbox_mark_check check (mark in ('eyes', 'white_check_mark', 'warning', 'no_entry_sign'));
alter table outbox add constraint outbox_shown_check check (shown in ('eyes', 'white_check_mark', 'warning', 'no_entry_sign'));
