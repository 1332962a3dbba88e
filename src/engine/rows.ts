import type { z } from 'zod';
import type { Query } from './sql.ts';

/** Reads from the database: read-only, with a time limit, each row parsed by the schema. Throws Fault('unavailable') when it is away or too slow. */
export interface Rows {
  read<Row>(query: Query, row: z.ZodType<Row>): Promise<readonly Row[]>;
  /** The same for any number of rows: each as it comes, and for minutes. */
  each<Row>(query: Query, row: z.ZodType<Row>): AsyncIterable<Row>;
}
