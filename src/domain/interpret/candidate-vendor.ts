import type { Candidate, Expense, Field } from '../reading.ts';
import { fieldOf, named, trustOf } from './candidate-choice.ts';
import { legalForm } from './legal-forms.ts';
import { plain } from './number-print.ts';
import { isName } from './vendor-names.ts';

/** Who wrote the paper: VENDOR_NAME, else a NAME in a vendor's group, else one that is not the receiver's, else the vendor's address or web address. */
export function vendorOf(expense: Expense): Field<string> | null {
  const receivers = new Set(
    [...named(expense, 'RECEIVER_NAME'), ...named(expense, 'NAME').filter(({ groups }) => isReceiver(groups))].map(
      ({ value }) => plain(value.text),
    ),
  );
  const own = (candidate: Candidate) =>
    plain(candidate.value.text) !== '' && !receivers.has(plain(candidate.value.text)) && !isReceiver(candidate.groups);
  const given = named(expense, 'VENDOR_NAME').filter(own);
  const names = named(expense, 'NAME').filter(own);
  const grouped = names.filter(({ groups }) => groups.some((group) => group.startsWith('VENDOR')));
  return best(given, 1) ?? best(grouped, 1) ?? best(names, 0.7) ?? fromAddress(expense) ?? fromUrl(expense);
}

const isReceiver = (groups: readonly string[]): boolean => groups.some((group) => group.startsWith('RECEIVER'));

/** A name with its legal form is preferred to what a logo says. Different ones leave a doubt, unless one holds the other. */
function best(candidates: readonly Candidate[], share: number): Field<string> | null {
  const ranked = candidates.toSorted((a, b) => rank(b) - rank(a));
  const [first] = ranked;
  if (!first) return null;
  const chosen = plain(first.value.text);
  const rivals = ranked
    .map(({ value }) => plain(value.text))
    .filter((name) => !chosen.includes(name) && !name.includes(chosen));
  return fieldOf(nameOf(first.value.text), first, share - Math.min(new Set(rivals).size, 2) * 0.15);
}

const rank = (candidate: Candidate): number =>
  trustOf(candidate) + (legalForm(nameOf(candidate.value.text)) === 2 ? 0.05 : 0);

const nameOf = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s,;:|*~_-]+|[\s,;:|*~_-]+$/g, '');

/** The first line of the vendor's address often is the vendor. */
function fromAddress(expense: Expense): Field<string> | null {
  for (const candidate of named(expense, 'VENDOR_ADDRESS')) {
    const [line = '', ...more] = candidate.value.text.split('\n');
    if (more.length > 0 && isName(line)) return fieldOf(nameOf(line), candidate, 0.7);
  }
  return null;
}

function fromUrl(expense: Expense): Field<string> | null {
  const hosts = named(expense, 'VENDOR_URL').flatMap((candidate) => {
    const [host] =
      /(?:[\p{L}\d-]+\.)+\p{L}{2,}/u.exec(candidate.value.text.replace(/\s+/g, '').replace(/^https?:\/\//i, '')) ?? [];
    return host ? [{ candidate, host: host.replace(/^www\./i, ''), bare: host === candidate.value.text.trim() }] : [];
  });
  const found = hosts.find(({ bare }) => bare) ?? hosts[0];
  return found ? fieldOf(found.host, found.candidate, 0.6) : null;
}
