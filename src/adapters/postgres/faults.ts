import { Fault } from '../../domain/fault.ts';

const away =
  "Penny's database is away just now. Try again in a minute; files you share meanwhile are read when it is back.";
const busy = "Penny's database is busy just now. Try again in a minute.";

/** What Node and node-postgres say when there is no connection, or it went away. */
const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const lostWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed)/;

/**
 * SQLSTATEs of a server that starts, stops, is full, or has become a standby.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const awayStates = /^(08...|57P0[1-5]|53[123]00|25006)$/;

/** Statement or lock timeout, deadlock, serialization failure: the same again may work. */
const busyStates = new Set(['57014', '55P03', '40P01', '40001', '25P03']);

const sentences: Readonly<Record<string, string>> = {
  invoice_import: 'That row of the file is booked already.',
  invoice_document_once: 'That page of the document is booked already.',
  digest_once: 'That digest comes there at that time already. /penny digest shows it.',
  digest_reminders_once: 'Reminders come there already. Stop them in /penny digest first, then set the others.',
  role_grant_in_force: 'They hold that role already.',
};

/** What the database said, as a Fault where a person can do something about it; anything else as it was. */
export function translate(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const { code = '', constraint = '' } = error as { code?: string; constraint?: string }; // as node-postgres and node:net throw
  if (lost.has(code) || lostWords.test(error.message) || awayStates.test(code)) {
    return new Fault('unavailable', away, { cause: error });
  }
  if (busyStates.has(code)) return new Fault('unavailable', busy, { cause: error });
  if (sentences[constraint]) return new Fault('conflict', sentences[constraint], { cause: error });
  if (code === '22003') {
    return new Fault('invalid', 'One of the amounts is too large for the ledger. Check its digits.', { cause: error });
  }
  if (code === '22008') {
    return new Fault('invalid', 'One of the dates is outside what the ledger can hold. Check the year.', {
      cause: error,
    });
  }
  return error;
}
