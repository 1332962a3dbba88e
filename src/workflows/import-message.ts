import { type ColumnRole, type DateOrder, type Mapping, missingIn } from '../domain/import/columns.ts';
import { formatMoney } from '../domain/money.ts';
import type { Control, Part, Saying } from '../domain/reply.ts';
import type { Import } from '../ports/imports.ts';
import type { Trial } from '../ports/spreadsheets.ts';

/** How a role is called where people see it. */
export const roleWords: Readonly<Record<ColumnRole, string>> = {
  vendor: 'Vendor',
  tax_id: 'Tax id of the vendor',
  iban: 'Account (IBAN)',
  number: 'Invoice number',
  date: 'Date',
  due_date: 'Due date',
  currency: 'Currency',
  net: 'Net',
  tax: 'Tax',
  total: 'Total',
  category: 'Category',
  description: 'Description',
};

export const dateWords: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
  ydm: 'year, day, month',
};

export type ImportControls = (one: Import) => readonly Control[];

/** What an import says in the thread of its file, whatever its state. `loaded` are the rows the database has taken so far. */
export function importMessage(one: Import, controls: ImportControls, progress: Progress | null = null): Saying {
  const { summary, parts } = bodies[one.state](one, progress);
  const pressed = controls(one);
  return { summary, parts: pressed.length > 0 ? [...parts, { part: 'controls', controls: pressed }] : parts };
}

export type Progress = { readonly rows: number; readonly perSecond: number };

type Body = (one: Import, progress: Progress | null) => Saying;

const bodies: Readonly<Record<Import['state'], Body>> = {
  offered: (one) => (one.mapping === null ? unrecognised(one) : offered(one, one.mapping)),
  loading: (one, progress) => ({
    summary: `Loading ${one.fileName}.`,
    parts: [
      { part: 'text', text: ['Loading ', { bold: one.fileName }, progress === null ? ' …' : ` … ${pace(progress)}`] },
    ],
  }),
  loaded,
  failed: (one) => {
    const problem = one.problem ?? 'It could not be loaded.';
    return {
      summary: problem,
      parts: [
        { part: 'text', text: [{ bold: one.fileName }, ': ', problem] },
        { part: 'note', text: 'Nothing of it was booked.' },
      ],
    };
  },
  dropped: ({ fileName }) => ({
    summary: `${fileName} is not loaded.`,
    parts: [{ part: 'text', text: [{ bold: fileName }, ' is not loaded: somebody did not want it.'] }],
  }),
  undone: ({ fileName, counts }) => ({
    summary: `The import of ${fileName} was undone.`,
    parts: [
      {
        part: 'text',
        text: [
          'The import of ',
          { bold: fileName },
          ` was undone: its ${many(counts?.accepted ?? 0, 'invoice')} count no longer.`,
        ],
      },
    ],
  }),
};

function offered({ fileName, preview }: Import, mapping: Mapping): Saying {
  const used = mapping.columns.flatMap((role, at) => (role === null ? [] : [{ role, at }]));
  const samplesOf = (at: number) =>
    preview.samples.map((cells) => cells[at]?.trim() ?? '').filter((text) => text !== '');
  const next = missingIn(mapping).length === 0 ? 'Press Load if its columns are right.' : 'Say what its columns hold.';
  const summary = `${fileName} is a table of invoices. ${next}`;
  return {
    summary,
    parts: [
      {
        part: 'text',
        text: [{ bold: fileName }, ` is a table of invoices${sheetOf(preview.sheet)}. This is how Penny reads it.`],
      },
      {
        part: 'table',
        caption: 'What each column holds',
        columns: ['Holds', 'Column', 'First rows'],
        rows: used.map(({ role, at }) => [
          roleWords[role],
          preview.header[at]?.trim() ?? '',
          samplesOf(at).join(' · '),
        ]),
      },
      { part: 'note', text: [habits(mapping), ...unused(preview.header, mapping)].join(' ') },
      ...lacking(mapping),
      ...tried(preview.trial ?? null),
    ],
  };
}

/** What became of the first rows; an offer of an older Penny knows of none. */
function tried(trial: Trial | null): readonly Part[] {
  if (trial === null) return [];
  const { rows, isWhole, rejected, examples } = trial;
  const of = isWhole ? `its ${many(rows, 'row')}` : `its first ${many(rows, 'row')}`;
  if (rejected === 0)
    return [
      {
        part: 'note',
        text: rows === 0 ? 'It has no rows.' : `${rows === 1 ? 'Its one row' : `Each of ${of}`} can be read like this.`,
      },
    ];
  const why = examples.map(({ line, why }) => `line ${line}: ${why}`).join(' ');
  const advice =
    rejected * 2 > rows
      ? 'If a column is taken for the wrong thing, press Change columns; else mend'
      : 'Load the others, or mend';
  const text = `${rejected.toLocaleString('en-GB')} of ${of} cannot be booked like this${rejected > examples.length ? ', for example' : ':'} ${why} ${advice} the file and share it again.`;
  return [{ part: 'text', text }];
}

function lacking(mapping: Mapping): readonly Part[] {
  const missing = missingIn(mapping).map((what) => roleWords[what].toLowerCase());
  if (missing.length === 0) return [];
  const text = `No column holds the ${new Intl.ListFormat('en-GB').format(missing)}, so it cannot be loaded yet. Press Change columns and say so.`;
  return [{ part: 'text', text }];
}

const sheetOf = (sheet: string | null): string => (sheet === null ? '' : ` (sheet “${sheet}”)`);

function habits({ dates, decimal, currency, date, columns }: Mapping): string {
  const said = [
    ...(columns.includes('date') || columns.includes('due_date') ? [`Dates are ${dateWords[dates]}`] : []),
    `amounts have a decimal ${decimal === ',' ? 'comma' : 'point'}`,
    ...(date === null ? [] : [`${columns.includes('date') ? 'rows without a date' : 'all'} are of ${date}`]),
    ...(currency === null
      ? []
      : [`${columns.includes('currency') ? 'rows without a currency' : 'all'} are in ${currency}`]),
  ].join('; ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function unused(header: readonly string[], { columns }: Mapping): readonly string[] {
  const names = header.filter((name, at) => name.trim() !== '' && (columns[at] ?? null) === null);
  const shown = names.slice(0, 8).join(', ');
  return names.length === 0 ? [] : [`Not used: ${shown}${names.length > 8 ? ` and ${names.length - 8} more` : ''}.`];
}

function unrecognised({ fileName, preview }: Import): Saying {
  const summary = `Penny does not see which columns of ${fileName} hold the vendor and the amount. Press Change columns and say so.`;
  return {
    summary,
    parts: [
      { part: 'text', text: summary },
      {
        part: 'table',
        caption: `The first rows${sheetOf(preview.sheet)}`,
        columns: preview.header,
        rows: preview.samples,
      },
    ],
  };
}

function loaded(one: Import): Saying {
  const { fileName, counts, totals, milliseconds, loadedBy } = one;
  const { rows, accepted, duplicates, rejected } = counts ?? { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };
  const sums = totals.map(({ minor, currency }) => formatMoney({ minor, currency })).join(', ');
  const summary = `${many(accepted, 'invoice')} of ${fileName} ${accepted === 1 ? 'is' : 'are'} booked${sums ? `: ${sums}` : ''}.`;
  const parts: Part[] = [
    {
      part: 'text',
      text: [
        { bold: fileName },
        ` is loaded: ${accepted === rows ? 'every row is' : `${accepted.toLocaleString('en-GB')} of ${many(rows, 'row')} are`} booked.`,
      ],
    },
    {
      part: 'facts',
      facts: [
        ['Accepted', accepted.toLocaleString('en-GB')],
        ['Duplicates', duplicates.toLocaleString('en-GB')],
        ['Rejected', rejected.toLocaleString('en-GB')],
        ...totals.map(({ minor, currency, invoices }): [string, string] => [
          `Total in ${currency}`,
          `${formatMoney({ minor, currency })} (${many(invoices, 'invoice')})`,
        ]),
      ],
    },
  ];
  const by = loadedBy === null ? '' : ` by ${loadedBy.name}`;
  const took = `Loaded${by} in ${((milliseconds ?? 0) / 1000).toFixed(1)} seconds.`;
  const left =
    duplicates + rejected > 0
      ? ' The rows that were not booked come as a file in this thread, each with the reason.'
      : '';
  return { summary, parts: [...parts, { part: 'note', text: `${took}${left}` }] };
}

const many = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;

const pace = ({ rows, perSecond }: Progress): string =>
  `${many(rows, 'row')} so far${perSecond > 0 ? `, ${perSecond.toLocaleString('en-GB')} a second` : ''}`;
