import { z } from 'zod';
import { command } from '../engine/command.ts';
import { reviewList } from '../interactions/review-confirm.ts';

export const invoiceReview = command({
  name: '/invoice review',
  says: 'List what waits for somebody, oldest first',
  usage: '',
  examples: ['/invoice review'],
  needs: 'invoice.read-own',
  args: z.strictObject({}),
  positional: [],

  run: (_, { grant, ports }) => reviewList(grant, ports),
});
