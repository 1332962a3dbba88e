/** Open dialogs, the topmost last. Everything under the topmost is inert. */
const open: { readonly dialog: HTMLElement; readonly cameFrom: Element | null }[] = [];

/** Puts a dialog on top; the answer takes it off again and gives focus back. */
export function enterDialog(dialog: HTMLElement): () => void {
  const entry = { dialog, cameFrom: document.activeElement };
  open.push(entry);
  settle();
  return () => {
    open.splice(open.indexOf(entry), 1);
    settle();
    giveBack(entry.cameFrom);
  };
}

function settle() {
  const app = document.getElementById('app');
  if (app) app.inert = open.length > 0;
  for (const [index, { dialog }] of open.entries()) dialog.inert = index < open.length - 1;
}

/** The element may have been redrawn away while the dialog was open; then the top dialog or the composer is nearest. */
function giveBack(element: Element | null) {
  if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus();
  else (open.at(-1)?.dialog ?? document).querySelector<HTMLElement>('button, [data-composer]')?.focus();
}
