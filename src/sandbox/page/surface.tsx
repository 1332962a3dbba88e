import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Action, Block, ElementState } from '../page-api.ts';
import type { Confirm, Element } from './blocks/shapes.ts';
import { ConfirmDialog } from './elements/confirm-dialog.tsx';
import { initialState, type Values, valuesOf } from './elements/state.ts';
import { useWorkspace } from './workspace.tsx';

export type At = Extract<Action, { do: 'press' }>['at'];

/** One message or view: what its inputs hold, and how a press in it reaches the app. */
type Surface = {
  readonly at: At;
  readonly touched: Values;
  readonly errors: Readonly<Record<string, string>>;
  /** `block/action` of the element whose press is on its way. */
  readonly busy: string | null;
  readonly set: (blockId: string, actionId: string, state: ElementState) => void;
  readonly press: (blockId: string, actionId: string, state: ElementState, confirm?: Confirm) => void;
};

const Context = createContext<Surface | null>(null);

type Props = {
  readonly at: At;
  readonly blocks: readonly Block[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly touched: Values;
  readonly setTouched: (change: (was: Values) => Values) => void;
  readonly children: ReactNode;
};

type Asked = { readonly confirm: Confirm; readonly go: () => void };

const none = {};

export function SurfaceProvider({ at, blocks, errors = none, touched, setTouched, children }: Props) {
  const { act, version } = useWorkspace();
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new snapshot is the answer that ends the wait
  useEffect(() => setBusy(null), [version]);

  const set = useCallback(
    (blockId: string, actionId: string, state: ElementState) =>
      setTouched((was) => placed(was, blockId, actionId, state)),
    [setTouched],
  );
  const surface = useMemo<Surface>(() => {
    const send = async (blockId: string, actionId: string, element: ElementState) => {
      const keeps = initialState({ type: element.type }) !== null;
      const now = keeps ? placed(touched, blockId, actionId, element) : touched;
      if (keeps) set(blockId, actionId, element);
      setBusy(`${blockId}/${actionId}`);
      await act({ do: 'press', at, blockId, actionId, element, values: valuesOf(blocks, now) });
      setBusy(null);
    };
    return {
      at,
      touched,
      errors,
      busy,
      set,
      press: (blockId, actionId, state, confirm) => {
        const go = () => void send(blockId, actionId, state);
        if (confirm) setAsked({ confirm, go });
        else go();
      },
    };
  }, [act, at, blocks, busy, errors, set, touched]);

  return (
    <Context value={surface}>
      {children}
      {asked && <ConfirmDialog confirm={asked.confirm} onYes={asked.go} onDone={() => setAsked(null)} />}
    </Context>
  );
}

/** What inputs hold, kept by whoever owns the message or view. */
export function useTouched(): readonly [Values, (change: (was: Values) => Values) => void] {
  return useState<Values>({});
}

function placed(was: Values, blockId: string, actionId: string, state: ElementState): Values {
  return { ...was, [blockId]: { ...was[blockId], [actionId]: state } };
}

/** One element's hold on its surface. `dispatch` tells whether a change is sent at once, as outside of input blocks. */
export function useElement(blockId: string, element: Element, dispatch: boolean) {
  const surface = useContext(Context);
  if (!surface) throw new Error('useElement stands outside of SurfaceProvider');
  const actionId = element.action_id ?? '';
  const state = surface.touched[blockId]?.[actionId] ?? initialState(element) ?? { type: element.type };
  return {
    at: surface.at,
    state,
    busy: surface.busy === `${blockId}/${actionId}`,
    press: (next: ElementState) => surface.press(blockId, actionId, next, element.confirm),
    change: (next: ElementState) =>
      dispatch ? surface.press(blockId, actionId, next, element.confirm) : surface.set(blockId, actionId, next),
    hold: (next: ElementState) => surface.set(blockId, actionId, next),
  };
}

export function useErrors(): Readonly<Record<string, string>> {
  return useContext(Context)?.errors ?? none;
}
