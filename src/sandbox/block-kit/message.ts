export function checkMessageBlocks(_blocks: readonly unknown[]): readonly string[] {
  return [];
}
