import { useState } from 'react';
import { CellView, cellText } from './cell.tsx';
import type { Cell, DataTable } from './shapes.ts';
import { arrange, isNumeric, type Order } from './table-order.ts';

/** Slack's table for data: sorted by a click on a column, searched, and turned page by page. */
export function DataTableBlock({ block }: { readonly block: DataTable }) {
  const [head = [], ...rows] = block.rows;
  const size = block.page_size ?? 5;
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<Order>(null);
  const [page, setPage] = useState(0);
  const found = arrange(rows, words, order);
  const pages = Math.max(1, Math.ceil(found.length / size));
  const at = Math.min(page, pages - 1);
  const look = (column: number) => (isNumeric(rows, column) ? 'number' : undefined);
  return (
    <section className="data-table" aria-label={block.caption}>
      <header>
        <strong>{block.caption}</strong>
        {rows.length > size && (
          <input
            type="search"
            className="text-input"
            aria-label={`Search in ${block.caption}`}
            placeholder="Search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={`Rows of ${block.caption}`}>
        <table className="table">
          <thead>
            <tr>
              {head.map((cell, column) => (
                <HeadCell
                  key={cellText(cell) || column}
                  cell={cell}
                  column={column}
                  order={order}
                  setOrder={setOrder}
                  className={look(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(at * size, (at + 1) * size).map((row) => (
              <Row key={rows.indexOf(row)} row={row} name={block.row_header_column_index} look={look} />
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <footer>
          <span className="hint">{`${at * size + 1}–${Math.min(found.length, (at + 1) * size)} of ${found.length}`}</span>
          <button type="button" className="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Previous
          </button>
          <button type="button" className="button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            Next
          </button>
        </footer>
      )}
    </section>
  );
}

type HeadProps = {
  readonly cell: Cell;
  readonly column: number;
  readonly order: Order;
  readonly setOrder: (order: Order) => void;
  readonly className: string | undefined;
};

function HeadCell({ cell, column, order, setOrder, className }: HeadProps) {
  const mine = order?.column === column ? order : null;
  const sorted = mine ? (mine.down ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={sorted} className={className}>
      <button type="button" onClick={() => setOrder({ column, down: mine ? !mine.down : false })}>
        <CellView cell={cell} />
        <span aria-hidden="true">{mine ? (mine.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

type RowProps = {
  readonly row: readonly Cell[];
  readonly name: number | undefined;
  readonly look: (column: number) => string | undefined;
};

function Row({ row, name = 0, look }: RowProps) {
  return (
    <tr>
      {row.map((cell, column) => {
        const key = `${column}${cellText(cell)}`;
        if (column === name)
          return (
            <th key={key} scope="row" className={look(column)}>
              <CellView cell={cell} />
            </th>
          );
        return (
          <td key={key} className={look(column)}>
            <CellView cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}
