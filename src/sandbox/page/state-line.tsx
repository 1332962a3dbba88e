import type { Live } from './use-live.ts';
import { useWorkspace } from './workspace.tsx';

/** Says what does not work right now, and nothing while all is well. */
export function StateLine({ state }: { readonly state: Live['state'] }) {
  const { name, connected } = useWorkspace().snapshot.app;
  const lost = state === 'reconnecting';
  return (
    <div role="status" className="state-lines">
      {lost && <p className="state-line state-lost">Reconnecting to the sandbox…</p>}
      {!lost && !connected && (
        <p className="state-line">{name} is not connected yet. You can look around; it answers once it has started.</p>
      )}
    </div>
  );
}
