/** Vendors of a small office and what they cost about, in cents. */
const vendors = [
  ['Stadtwerke Aalen', 'Energie', 41_280],
  ['Brandt & Söhne Werkzeugbau GmbH', 'Material', 143_500],
  ['Bürobedarf Klüger e.K.', 'Büro', 8_745],
  ['Spedition Ostwind GmbH', 'Fracht', 61_020],
  ['Nordlicht Reinigung', 'Gebäude', 29_990],
] as const;

/**
 * A list of paid invoices as a German ledger program writes it, in Windows' own letters: a title above, a sum below, one row twice, one without an amount and one
 * with a day that there is not.
 */
export function paidInvoices(): Uint8Array {
  const rows = Array.from({ length: 36 }, (_, at) => {
    const [vendor, group, about] = vendors[at % vendors.length] ?? vendors[0];
    const gross = about + ((at * 7919) % 4_000);
    const net = Math.round(gross / 1.19);
    const day = `${String(1 + ((at * 5) % 28)).padStart(2, '0')}.${String(1 + (at % 3)).padStart(2, '0')}.2026`;
    return [vendor, `R-26-${String(100 + at)}`, day, euro(net), euro(gross - net), euro(gross), group];
  });
  const [twice = []] = rows;
  const wrong = [
    ['Nordlicht Reinigung', 'R-26-190', '30.02.2026', euro(10_000), euro(1_900), euro(11_900), 'Gebäude'],
    ['Stadtwerke Aalen', 'R-26-191', '12.03.2026', '', '', 'offen', 'Energie'],
  ];
  const lines = [
    ['Bezahlte Rechnungen, erstes Quartal 2026'],
    [],
    ['Lieferant', 'Rechnungsnr.', 'Rechnungsdatum', 'Netto', 'USt', 'Brutto', 'Warengruppe'],
    ...rows,
    twice,
    ...wrong,
    ['Summe', '', '', '', '', '1.234,56', ''],
  ];
  const text = lines.map((cells) => cells.map(quoted).join(';')).join('\r\n');
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)); // every letter used is one of Latin-1's
}

const quoted = (cell: string): string => (/[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const euro = (cents: number): string =>
  (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
