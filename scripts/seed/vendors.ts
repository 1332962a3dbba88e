import { base, de, en, en_GB, es, Faker, fr, it, type LocaleDefinition, nl, pl } from '@faker-js/faker';
import { vendorKey } from '../../src/domain/vendor.ts';
import { type Chance, evenly, weighted } from './chance.ts';

/** Whoever sends invoices, and how. `scale` is what they usually ask, in whole units of the currency. */
export type SeedVendor = {
  readonly name: string;
  readonly key: string;
  readonly category: string;
  readonly currency: string;
  readonly scale: number;
  /** In percent. */
  readonly tax: number;
  /** Days to pay in. */
  readonly terms: number;
  /** How many days their invoices usually take to come in. */
  readonly lag: number;
  readonly source: string;
  readonly number: (count: number, year: string) => string;
};

const invoicesOfOne = 200;
const mostVendors = 20_000;
export const vendorsFor = (invoices: number): number =>
  Math.min(mostVendors, Math.max(1, Math.round(invoices / invoicesOfOne)));

const languages: readonly (readonly [LocaleDefinition, number, number])[] = [
  [de, 40, 19],
  [fr, 14, 20],
  [en_GB, 14, 20],
  [it, 9, 22],
  [es, 9, 21],
  [nl, 8, 21],
  [pl, 6, 23],
];
const currencies = { EUR: 70, GBP: 10, USD: 9, PLN: 5, CHF: 4, CZK: 1, JPY: 1 };
const sources = { bulk: 73, e_invoice: 16, api: 5, manual: 3, slack_file: 2, drop: 1 };
/** By category: how many vendors of a hundred, and what they usually ask. */
const categories: Readonly<Record<string, readonly [number, number]>> = {
  Materials: [16, 900],
  'Professional services': [10, 1800],
  'IT and software': [10, 350],
  'Freight and postage': [9, 180],
  'Office supplies': [8, 90],
  'Repairs and maintenance': [7, 420],
  Subcontractors: [7, 2600],
  Travel: [6, 240],
  Energy: [4, 700],
  Vehicles: [4, 310],
  Equipment: [4, 1500],
  Advertising: [3, 800],
  Cleaning: [3, 260],
  'Telephone and internet': [2, 75],
  Insurance: [2, 540],
  Rent: [2, 2200],
  Waste: [1, 150],
  Training: [1, 650],
};
const terms = [0, 7, 14, 14, 30, 30, 30, 45, 60];
const numbers: readonly SeedVendor['number'][] = [
  (count, year) => `${year}-${padded(count)}`,
  (count, year) => `RE-${year.slice(2)}${padded(count)}`,
  (count) => `INV${padded(count)}`,
  (count, year) => `F${year}/${padded(count)}`,
  (count) => `${4_000_000 + count}`,
];
const padded = (count: number): string => String(count).padStart(6, '0');

/** The vendors of a ledger, from the one that sends most; no two have the same name, as Penny tells names apart. */
export function seedVendors(count: number, chance: Chance, seed: number): readonly SeedVendor[] {
  const fakers = languages.map(([locale], i) => {
    const faker = new Faker({ locale: [locale, en, base] });
    faker.seed(seed + i);
    return faker;
  });
  const language = weighted(languages.map(([, weight]) => weight));
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, place) => {
    const spoken = language(chance.next());
    const faker = fakers[spoken];
    if (!faker) throw new Error('no such language');
    let name = faker.company.name();
    while (taken.has(vendorKey(name))) name = `${faker.company.name()}, ${faker.location.city()}`;
    taken.add(vendorKey(name));
    const category = pick(
      Object.keys(categories),
      Object.values(categories).map(([weight]) => weight),
      chance.next(),
    );
    const usual = categories[category]?.[1] ?? 100;
    return {
      name,
      key: vendorKey(name),
      category,
      currency: pick(Object.keys(currencies), Object.values(currencies), evenly(place)),
      scale: usual * (0.4 + 1.6 * chance.next()),
      tax: languages[spoken]?.[2] ?? 20,
      terms: terms[Math.floor(chance.next() * terms.length)] ?? 30,
      lag: 1 + 9 * chance.next() ** 3,
      source: pick(Object.keys(sources), Object.values(sources), evenly(place * 7 + 3)),
      number: numbers[Math.floor(chance.next() * numbers.length)] ?? padded,
    };
  });
}

const pick = (words: readonly string[], weights: readonly number[], at: number): string =>
  words[weighted(weights)(at)] ?? '';
