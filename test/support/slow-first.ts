import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes longest begins first: a clean clone knows no durations, and a test of two minutes that begins last makes everybody wait for it. */
const slow = [
  'test/faults/kill',
  'test/faults/redelivery',
  'test/adapters/embedded/reader',
  'test/sandbox/page/page',
  'test/penny',
  'test/faults/',
  'test/workflows/crash',
  'test/adapters/embedded/',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = slow.findIndex((path) => moduleId.includes(path));
      return at < 0 ? slow.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
