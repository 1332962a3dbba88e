import { channelIds } from '../../src/sandbox/seed.ts';
import { said } from './said.ts';
import { allOf, answered, newest, picture, type Stage, saveChart } from './stage.ts';

/** A budget is set in a form, with a slip in the vendor's name, and a report holds it beside what was spent. */
export async function budgetsAreKept(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  const at = channelIds.finance;
  story.scene('A budget is set and held beside what was spent');
  const settings = await answered(stage, ben, '/penny settings');
  story.did('Ben', 'presses Set a budget and types a vendor, with a slip');
  await ben.presses('Set a budget', { channel: at, ts: settings.ts });
  await ben.waitsFor((seen) => seen.modals[0]);
  const [vendor = ''] = await ben.looksUp('Vendor', 'Kestral');
  story.saw(vendor);
  ben.fills({ 'What for': 'A vendor (named below)', Vendor: vendor, 'Amount a month': '500.00' });
  await picture(stage, 'budget-form.png', { as: ben.id, at }, 'The form for a budget');
  const before = newest(ben)?.ts ?? '';
  await ben.submits();
  const list = await ben.waitsFor((seen) =>
    allOf(seen.messages).find((message) => message.ts > before && /The budget for/.test(said(message))),
  );
  story.saw(said(list));
  await picture(stage, 'settings.png', { as: ben.id, at }, 'The budgets there are, and who set them');
  const answer = await answered(stage, ben, '/spend budget 2026');
  story.holds('/spend budget shows plan and spent', await saveChart(stage, answer, 'chart-spend-budget.png'));
  await picture(stage, 'spend-budget.png', { as: ben.id, at }, 'The answer to /spend budget');
}
