import { z } from 'zod';
import type { Part } from '../domain/reply.ts';
import { command } from '../engine/command.ts';

export const pennyAudit = command({
  name: '/penny audit',
  says: 'Show who did what, newest first, the refused ones too',
  usage: '[how many]',
  examples: ['/penny audit', '/penny audit 50'],
  needs: 'audit.read',
  args: z.strictObject({ count: z.coerce.number().int().min(1).max(90).default(20) }),
  positional: ['count'],

  async run({ count }, { ports }) {
    const entries = await ports.store.audit.newest(count);
    const rows = entries.map((entry) => [
      entry.at.toISOString().slice(0, 19).replace('T', ' '),
      entry.actor,
      entry.kind,
      entry.subject ? `${entry.action} · ${entry.subject}` : entry.action,
      entry.outcome ?? '',
    ]);
    const table: Part = {
      part: 'table',
      caption: 'Audit log',
      columns: ['When (UTC)', 'Who', 'What', 'Action', 'Outcome'],
      rows,
    };
    const summary = `The newest ${rows.length} lines of the audit log.`;
    return { kind: 'say', to: 'person', saying: { summary, parts: [{ part: 'text', text: summary }, table] } };
  },
});
