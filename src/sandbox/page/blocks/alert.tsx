import { Icon, type IconName } from '../icon.tsx';
import { Text } from '../text/text.tsx';
import type { Alert } from './shapes.ts';

const icons: Readonly<Record<string, IconName>> = { success: 'check', warning: 'warning', error: 'warning' };

export function AlertBlock({ block }: { readonly block: Alert }) {
  const level = block.level ?? 'default';
  return (
    <div className={`alert alert-${level}`} role={level === 'error' ? 'alert' : 'note'}>
      <Icon name={icons[level] ?? 'eye'} />
      <Text of={block.text} />
    </div>
  );
}
