import type { ClientBase } from 'pg';

/** Kept by triggers, which act as the owner. */
const summaries = `invoice_summary_daily, invoice_summary_monthly, invoice_summary_category, invoice_summary_vendor, invoice_quality_metrics`;

/**
 * Gives `penny_app` and `penny_read` what they need and no more, where they exist; in a database with one role for all, that role owns everything and
 * the trigger on the audit log is what protects it. The job queue keeps house in a schema of its own, which the app owns.
 */
export async function grantRoles(client: ClientBase): Promise<void> {
  await client.query(`
    do $$
    begin
      if exists (select from pg_roles where rolname = 'penny_app') then
        create schema if not exists pgboss authorization penny_app;
        grant usage on schema public to penny_app;
        grant select, insert, update, delete on all tables in schema public to penny_app;
        revoke update, delete, truncate on audit_log from penny_app;
        revoke insert, update, delete, truncate on migration, role from penny_app;
        revoke insert, update, delete, truncate on ${summaries} from penny_app;
        grant usage on all sequences in schema public to penny_app;
      else
        create schema if not exists pgboss;
      end if;
      if exists (select from pg_roles where rolname = 'penny_read') then
        grant usage on schema public to penny_read;
        grant select on all tables in schema public to penny_read;
      end if;
    end $$`);
}
