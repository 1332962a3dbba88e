import { useWorkspace } from '../workspace.tsx';
import { Modal } from './modal.tsx';

/** Open modals in their order; a pushed one lies over the one that pushed it. */
export function ModalStack() {
  const { snapshot } = useWorkspace();
  return snapshot.modals.map((view) => <Modal key={view.id} view={view} />);
}
