import { randomUUID } from 'node:crypto';
import { postgresLoadImport } from '../../src/adapters/postgres/import-load.ts';
import { writeTable } from '../../src/adapters/spreadsheet/write-table.ts';
import { vegaCharts } from '../../src/adapters/vega/vega-charts.ts';
import { commands } from '../../src/commands/all.ts';
import type { Call } from '../../src/domain/call.ts';
import { interpret } from '../../src/domain/interpret/interpret.ts';
import { lessonsIn } from '../../src/domain/interpret/lessons.ts';
import type { Button, Form, Menu, Option, Part, Plot, Reply, Suggested, Text } from '../../src/domain/reply.ts';
import { route } from '../../src/engine/command.ts';
import { dispatch, lookUp } from '../../src/engine/dispatch.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { interactions, suggestions } from '../../src/interactions/all.ts';
import { afterwards } from './afterwards.ts';
import { testDatabase } from './database.ts';
import { silent } from './silent.ts';
import { noWorkspace } from './workspace.ts';

/** The desk without Slack: real database, real charts, the one door. People do things by name; what they would read comes back. */
export async function testDesk(more: Partial<Ports> = {}) {
  const { store, rows, database, ownerUrl } = await testDatabase({
    jobs: [
      'read-document',
      'read-again',
      'take-event',
      'catch-up',
      'send-export',
      'send-report',
      'send-digest',
      'renew-homes',
      'draw-figures',
    ].map(waiting),
  });
  const people = { ada: 'UADA', ben: 'UBEN', cleo: 'UCLEO', noor: 'UNOOR' } as const;
  for (const [name, role] of [
    ['ada', 'admin'],
    ['ben', 'accountant'],
    ['cleo', 'operator'],
  ] as const) {
    await store.directory.seat({ id: people[name], team: 'T1', name, zone: 'UTC', standing: 'member' }, role);
  }
  const charts = vegaCharts();
  afterwards(() => charts.close());
  const ports: Ports = {
    log: silent,
    clock: { now: () => new Date('2026-03-31T10:00:00Z') },
    store,
    rows,
    charts,
    objects: { put: unused('objects'), has: unused('objects'), lend: unused('objects') },
    drops: unused('drops'),
    sniff: unused('sniff'),
    spreadsheets: unused('spreadsheets'),
    writeTable,
    loadImport: postgresLoadImport(database),
    drawCuts: unused('drawCuts'),
    readers: [],
    interpret: async (reading, context) => interpret(reading, context),
    learn: async (reading, stated, context) => lessonsIn(reading, stated, context),
    fetchRates: null,
    workspace: noWorkspace,
    settings: {
      intakeChannels: ['CIN'],
      charts: 'picture',
      opsChannel: null,
      reportingCurrency: 'EUR',
      allowance: 5_000n,
      admins: [people.ada],
    },
    ...more,
  };
  type Name = keyof typeof people;
  const calling = (as: Name, origin: Call['origin'], given: unknown): Call => ({
    id: randomUUID(),
    origin,
    by: people[as],
    team: 'T1',
    channel: 'CIN',
    given,
  });
  const interact = (name: string, as: Name, given: unknown) => {
    const found = interactions.find((one) => one.name === name);
    if (!found) throw new Error(`there is no interaction ${name}`);
    return dispatch(found, calling(as, found.origin, given), ports);
  };
  return {
    ports,
    people,
    database,
    ownerUrl,
    /** Types a command. */
    chat(text: string, as: Name): Promise<Reply> {
      const [slash = '', ...rest] = text.split(' ');
      const found = route(commands, slash, rest.join(' '));
      if (!found) throw new Error(`there is no command ${text}`);
      return dispatch(found.command, calling(as, 'command', found.rest), ports);
    },
    press: (button: Button, as: Name): Promise<Reply> => interact(button.press, as, button.value),
    /** Picks by what people read; a value that is not offered is sent as it is. */
    pick(menu: Menu, choice: string, as: Name): Promise<Reply> {
      const offered = menu.choices.flatMap(({ options }) => options).find(([, label]) => label === choice);
      return interact(menu.press, as, { about: menu.about, picked: offered?.[0] ?? choice });
    },
    submit: (form: Form, answers: Readonly<Record<string, string>>, as: Name): Promise<Reply> =>
      interact(form.submits, as, { carries: form.carries, answers }),
    /** Types into a list of a form; what it offers comes back. */
    offered(of: Suggested, typed: string, as: Name): Promise<readonly Option[]> {
      const found = suggestions.find((one) => one.of === of);
      if (!found) throw new Error(`there are no suggestions of ${of}`);
      return lookUp(found, calling(as, 'typing', typed), ports);
    },
    happens: (name: string, given: unknown, as: Name): Promise<Reply> => interact(name, as, given),
  };
}

/** A queue whose tasks wait for ever: tests run the jobs themselves. */
const waiting = (name: string) => ({ name, attempts: 1, timeoutSeconds: 60, concurrency: 0, run: async () => {} });

export type Desk = Awaited<ReturnType<typeof testDesk>>;

const unused = (name: string): never =>
  new Proxy(() => {}, {
    get: () => unused(name),
    apply: () => {
      throw new Error(`this test has no ${name}`);
    },
  }) as never; // stands in for a port that the test does not reach

/** A reply as a person reads it, line by line. */
export function read(reply: Reply): string {
  if (reply.kind === 'say') return reply.saying.parts.map(partText).join('\n');
  if (reply.kind === 'mend')
    return Object.entries(reply.errors)
      .map(([name, says]) => `${name}: ${says}`)
      .join('\n');
  return reply.kind === 'form' ? `form: ${reply.form.title}` : '';
}

export function partText(part: Part): string {
  switch (part.part) {
    case 'heading':
      return part.text;
    case 'text':
    case 'note':
      return plain(part.text);
    case 'facts':
      return part.facts.map(([label, value]) => `${label}: ${plain(value)}`).join('\n');
    case 'kpis':
      return part.kpis.map(({ label, value, note }) => `${label}: ${value}${note ? ` (${note})` : ''}`).join('\n');
    case 'picture':
      return `picture: ${part.picture.alt}`;
    case 'chart':
      return chartText(part.plot);
    case 'table':
      return [part.columns, ...part.rows].map((row) => row.join(' | ')).join('\n');
    case 'controls':
      return part.controls.map(({ label }) => `[${label}]`).join(' ');
    case 'divider':
      return '---';
  }
}

const chartText = ({ kind, title, labels, series }: Plot): string =>
  [
    `chart: ${kind}, ${title}`,
    ...series.map(({ name, values }) => `${name}: ${labels.map((label, i) => `${label} ${values[i]}`).join(', ')}`),
  ].join('\n');

const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : text
        .map((span) =>
          typeof span === 'string' ? span : 'label' in span ? span.label : String(Object.values(span)[0]),
        )
        .join('');

/** A button of a reply, by its label. */
export function control(reply: Reply, label: string): Button {
  const found = controlsOf(reply).find((one) => one.label === label && 'value' in one);
  if (!found || !('value' in found)) throw new Error(`there is no button “${label}” in:\n${read(reply)}`);
  return found;
}

/** A menu of a reply, by its label. */
export function menuOf(reply: Reply, label: string): Menu {
  const found = controlsOf(reply).find((one) => one.label === label && 'choices' in one);
  if (!found || !('choices' in found)) throw new Error(`there is no menu “${label}” in:\n${read(reply)}`);
  return found;
}

const controlsOf = (reply: Reply) =>
  reply.kind === 'say' ? reply.saying.parts.flatMap((part) => (part.part === 'controls' ? part.controls : [])) : [];

export function form(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`no form was opened but: ${read(reply)}`);
  return reply.form;
}
