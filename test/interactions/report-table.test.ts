import { expect, test } from 'vitest';
import { answeringDesk } from '../support/answers.ts';
import { control, read } from '../support/chat.ts';

const { desk, answer } = await answeringDesk();

test('the same answer with a table comes in its place', async () => {
  const reply = await desk.press(control(await answer(), 'Table'), 'ben');
  expect(reply).toMatchObject({ kind: 'say', to: 'person', replaces: true });
  expect(read(reply)).toMatch(/Vendor \| Spend \| Share \| Invoices\nNordlicht \| €1,200\.00 \| 80/);
});

test('where there are no numbers, neither a table nor a file is offered', async () => {
  const nothing = read(await answer('vendors 2019'));
  expect(nothing).toMatch(/^Nothing in EUR in 2019\./);
  expect(nothing).not.toMatch(/\[Table\]|\[CSV\]/);
});

test.each(['Share', 'Table', 'CSV'])(
  'whoever may not see reports may not by %s, and a forged one is refused',
  async (label) => {
    const button = control(await answer(), label);
    expect(read(await desk.press(button, 'cleo'))).toMatch(/does not let you see reports/);
    const forged = { ...button, value: button.value.replace('2026-03-01', "2026-03-01'; drop table invoice; --") };
    expect(read(await desk.press(forged, 'ben'))).toMatch(/older Penny/);
    const gone = { ...button, value: button.value.replace('"vendors"', '"horoscope"') };
    expect(read(await desk.press(gone, 'ben'))).toMatch(/There is no report horoscope any more/);
  },
);
