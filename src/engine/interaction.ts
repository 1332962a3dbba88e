import { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Call, Origin } from '../domain/call.ts';
import type { Button, Choices, Form, Menu, Question, Reply } from '../domain/reply.ts';
import { type Context, type Entry, entry } from './entry.ts';
import type { Settings } from './ports.ts';

/** Anything but a command that a person does: press, submit, share, open. Slack's action and callback ids are the entry's name. */
export type Interaction = Entry & {
  readonly origin: Origin;
  /** Whether an event is for Penny at all; one that is not is dropped unseen and unaudited (a file shared in a channel that is no intake). */
  concerns?(call: Call, settings: Settings): boolean;
};

type Look = Pick<Button, 'label' | 'style' | 'confirm'>;

/** A button, drawn and handled from one declaration: its value is written and read by the same schema. */
export function button<P extends Permission, Value, Drawn>(declared: {
  readonly name: string;
  readonly needs: P;
  readonly look: Look;
  readonly value: z.ZodType<Value, Drawn>;
  readonly run: (value: Value, context: Context<P>) => Promise<Reply>;
}): Interaction & { draw(value: Drawn): Button } {
  const { name, needs, look } = declared;
  return {
    origin: 'button',
    draw: (value) => ({ press: name, ...look, value: JSON.stringify(value) }),
    ...entry({ name, needs, given: declared.value, unpack: fromJson, explain: () => stale, run: declared.run }),
  };
}

/** What was picked from a menu, and what the menu was about. */
export type Picked = { readonly about: string; readonly picked: string };

/** A menu, drawn and handled from one declaration: what it is about is written and read by the same schema. */
export function menu<P extends Permission, About, Drawn>(declared: {
  readonly name: string;
  readonly needs: P;
  readonly label: string;
  readonly about: z.ZodType<About, Drawn>;
  readonly run: (given: { readonly about: About; readonly picked: string }, context: Context<P>) => Promise<Reply>;
}): Interaction & { draw(about: Drawn, choices: Choices): Menu } {
  const { name, needs, label, about, run } = declared;
  return {
    origin: 'button',
    draw: (value, choices) => ({ press: name, label, about: JSON.stringify(value), choices }),
    ...entry({
      name,
      needs,
      given: z.strictObject({ about, picked: z.string().min(1) }),
      unpack: (given) => (isPicked(given) ? { about: fromJson(given.about), picked: given.picked } : undefined),
      explain: () => stale,
      run,
    }),
  };
}

const isPicked = (given: unknown): given is Picked =>
  typeof given === 'object' && given !== null && 'about' in given && 'picked' in given;

const stale = 'That button is from an older Penny. Ask for the message again, then press the new one.';

function fromJson(given: unknown): unknown {
  try {
    return JSON.parse(String(given));
  } catch {
    return undefined;
  }
}

/** What comes back from a form: what it carried, and the answers by question (absent where nothing was given). */
export type Answers = { readonly carries: string; readonly answers: Readonly<Record<string, string>> };

/** A modal, drawn and handled from one declaration: an answer the schema refuses comes back as a sentence under its question. */
export function modal<P extends Permission, Given>(declared: {
  readonly name: string;
  readonly needs: P;
  readonly title: string;
  readonly submitLabel: string;
  readonly given: z.ZodType<Given>;
  readonly run: (given: Given, context: Context<P> & { readonly carries: string }) => Promise<Reply>;
}): Interaction & {
  draw(questions: readonly Question[], more?: Partial<Pick<Form, 'carries' | 'intro' | 'picture'>>): Form;
} {
  const { name, needs, title, submitLabel } = declared;
  return {
    origin: 'modal',
    draw: (questions, more = {}) => ({ title, submits: name, submitLabel, carries: '', questions, ...more }),
    ...entry({
      name,
      needs,
      given: declared.given,
      unpack: (given) => unpackAnswers(given).answers,
      explain: (error) => ({ kind: 'mend', errors: byQuestion(error) }),
      run: (given, context) => declared.run(given, { ...context, carries: unpackAnswers(context.call.given).carries }),
    }),
  };
}

const unpackAnswers = (given: unknown): Answers =>
  typeof given === 'object' && given !== null && 'answers' in given && 'carries' in given
    ? (given as Answers) // made by the adapter of the same name; the schema reads the answers next
    : { carries: '', answers: {} };

const byQuestion = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ''), issue.message]));

/** A file was shared, the App Home was opened: what came is read by a schema, nothing is drawn. */
export const happening = <P extends Permission, Given>(declared: {
  readonly name: string;
  readonly origin: Extract<Origin, 'file' | 'home' | 'shortcut' | 'button' | 'message'>;
  readonly needs: P;
  readonly given: z.ZodType<Given>;
  readonly concerns?: (call: Call, settings: Settings) => boolean;
  readonly run: (given: Given, context: Context<P>) => Promise<Reply>;
}): Interaction => ({
  ...entry(declared),
  origin: declared.origin,
  ...(declared.concerns ? { concerns: declared.concerns } : {}),
});
