import type { Confirm } from '../blocks/shapes.ts';
import { Dialog } from '../dialog.tsx';
import { plain, Text } from '../text/text.tsx';

type Props = { readonly confirm: Confirm; readonly onYes: () => void; readonly onDone: () => void };

/** Asks before a press is sent, as the element's `confirm` says. */
export function ConfirmDialog({ confirm, onYes, onDone }: Props) {
  // Enter on what was opened by mistake must not delete.
  const risky = confirm.style === 'danger';
  const yes = () => {
    onDone();
    onYes();
  };
  return (
    <Dialog
      size="small"
      title={plain(confirm.title)}
      onClose={onDone}
      onSubmit={yes}
      footer={
        <>
          <button type="button" className="button" data-focus-on-load={risky} onClick={onDone}>
            {plain(confirm.deny)}
          </button>
          <button type="submit" className={`button button-${confirm.style ?? 'primary'}`} data-focus-on-load={!risky}>
            {plain(confirm.confirm)}
          </button>
        </>
      }
    >
      <Text of={confirm.text} />
    </Dialog>
  );
}
