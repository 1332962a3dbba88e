import { useCallback, useState } from 'react';
import { useWorkspace } from '../workspace.tsx';

export type Share = (what: { readonly files: readonly File[]; readonly comment?: string }) => Promise<boolean>;

/** Shares files one after the other; `sharing` names the one on its way. The comment goes with the first. */
export function useShare(
  channel: string,
  threadTs?: string,
): { readonly sharing: string | null; readonly share: Share } {
  const { share: send } = useWorkspace();
  const [sharing, setSharing] = useState<string | null>(null);
  const share = useCallback<Share>(
    async ({ files, comment }) => {
      let well = true;
      for (const [index, file] of files.entries()) {
        setSharing(file.name);
        const answer = await send({ file, channel, threadTs, comment: index === 0 ? comment : undefined });
        well &&= answer.ok;
      }
      setSharing(null);
      return well;
    },
    [send, channel, threadTs],
  );
  return { sharing, share };
}
