export function checkView(_view: unknown, _type: string): readonly string[] {
  return [];
}
