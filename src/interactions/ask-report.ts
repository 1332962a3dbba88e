import { z } from 'zod';
import { button } from '../engine/interaction.ts';
import { answerWords } from './report-controls.ts';

/** Asks what stands in its words, as if they had been typed after `/spend`. */
export const askReport = button({
  name: 'ask-report',
  needs: 'report.read',
  look: { label: 'Ask' },
  value: z.strictObject({ words: z.string().max(500) }),

  run: ({ words }, { call, grant, ports }) => answerWords(words, call.by, grant, ports),
});
