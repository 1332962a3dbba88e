import { useState } from 'react';
import type { View } from '../../page-api.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { known } from '../blocks/shapes.ts';
import { Dialog } from '../dialog.tsx';
import { blockIdOf, valuesOf } from '../elements/state.ts';
import { SurfaceProvider, useTouched } from '../surface.tsx';
import { useWorkspace } from '../workspace.tsx';
import { check } from './check.ts';

/** One modal view: its blocks as a form, what the app refused under its input, submit and close. */
export function Modal({ view }: { readonly view: View }) {
  const { act, actQuietly } = useWorkspace();
  const [touched, setTouched] = useTouched();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});

  const submit = async () => {
    if (busy || view.submit === null) return;
    const values = valuesOf(view.blocks, touched);
    const found = check(view.blocks, values);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await actQuietly({ do: 'submit', viewId: view.id, values });
    setRefused(answer.ok ? null : answer.error);
    setBusy(false);
  };
  return (
    <Dialog
      title={view.title}
      onClose={() => void act({ do: 'close', viewId: view.id })}
      onSubmit={() => void submit()}
      footer={<Foot view={view} busy={busy} />}
    >
      {refused && !saidUnderField(view) && (
        <p className="form-refused" role="alert">
          {refused}
        </p>
      )}
      <SurfaceProvider
        at={{ viewId: view.id }}
        blocks={view.blocks}
        errors={{ ...view.errors, ...wrong }}
        touched={touched}
        setTouched={setTouched}
      >
        <Blocks blocks={view.blocks} />
      </SurfaceProvider>
    </Dialog>
  );
}

/** A refusal that stands under its input need not stand above the form as well. */
function saidUnderField({ blocks, errors }: View): boolean {
  return blocks.some((block, index) => errors[blockIdOf(known(block), index)] !== undefined);
}

function Foot({ view, busy }: { readonly view: View; readonly busy: boolean }) {
  const { act } = useWorkspace();
  return (
    <>
      <button type="button" className="button" onClick={() => void act({ do: 'close', viewId: view.id })}>
        {view.close ?? 'Close'}
      </button>
      {view.submit !== null && (
        <button type="submit" className="button button-primary" aria-busy={busy}>
          {view.submit}
        </button>
      )}
    </>
  );
}
