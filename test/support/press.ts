import { beforeAll, expect, test } from 'vitest';
import type { InvoiceState } from '../../src/domain/invoice.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import type { Store } from '../../src/ports/store.ts';
import { control, type Desk, read, testDesk } from './chat.ts';
import { seated } from './people.ts';

type Person = Awaited<ReturnType<typeof seated>>;

/** What holds for every button under an invoice: who may not press it changes nothing, two presses are one, a forged value is refused. */
export function buttonOnInvoice(
  name: string,
  {
    label,
    becomes,
    begin,
    refusal = /Your role does not let you/,
  }: {
    readonly label: string;
    readonly becomes: InvoiceState;
    /** What an operator hears who presses it under somebody else's invoice. */
    readonly refusal?: RegExp;
    readonly begin: (ledger: Ledger, ben: Person, store: Store) => Promise<bigint>;
  },
): void {
  let desk: Desk;
  let id: bigint;
  beforeAll(async () => {
    desk = await testDesk();
    id = await begin(desk.ports.store.ledger, await seated(desk.ports.store, 'UBEN', 'accountant'), desk.ports.store);
  });
  const state = async () => (await desk.ports.store.ledger.any(id))?.state;
  const press = (value: string, as: 'ada' | 'ben') => desk.press({ press: name, label, value }, as);

  test(`“${label}” by who may makes it ${becomes}, by others nothing`, async () => {
    const button = control(await desk.chat(`/invoice show ${id}`, 'ben'), label);

    expect(read(await desk.press(button, 'cleo'))).toMatch(refusal);
    expect(read(await desk.press(button, 'noor'))).toMatch(/Ask an admin/);
    expect(await state()).not.toBe(becomes);
    expect(await desk.press(button, 'ben')).toEqual({ kind: 'quiet' });
    expect(await state()).toBe(becomes);
    expect((await desk.ports.store.ledger.history(id)).at(-1)?.actor).toBe('uben');
  });

  test('two presses are one: the second is told what the first did', async () => {
    const before = (await desk.ports.store.ledger.history(id)).length;

    expect(await press(JSON.stringify({ invoice: String(id) }), 'ada')).toMatchObject({ kind: 'say', to: 'person' });
    expect((await desk.ports.store.ledger.history(id)).length).toBe(before);
  });

  test.each(['', '{}', '{"invoice":12}', '{"invoice":"1","more":1}', '{"invoice":"1; drop"}', 'null'])(
    'a forged value is refused: %s',
    async (value) => {
      expect(read(await press(value, 'ben'))).toMatch(/older Penny/);
    },
  );

  test('an invoice that is not there', async () => {
    expect(read(await press('{"invoice":"999999"}', 'ben'))).toMatch(/#999999|no invoice|not there/i);
  });
}
