import { CellView } from './cell.tsx';
import type { Table } from './shapes.ts';

/** Slack's plain table: the first row is its header, columns stand as the app aligned them. */
export function TableBlock({ block }: { readonly block: Table }) {
  const [head = [], ...rows] = block.rows;
  const look = (column: number) => {
    const setting = block.column_settings?.[column];
    return { textAlign: setting?.align ?? 'left', whiteSpace: setting?.is_wrapped ? 'normal' : 'nowrap' } as const;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Table">
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" style={look(column)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column} style={look(column)}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
