import type { z } from 'zod';
import { record } from '../arguments.ts';

type Issue = z.core.$ZodIssue;

/** What the schema finds wrong, in Slack's words, each with the JSON pointer to the place. */
export function problemsOf(schema: z.ZodType, value: unknown, pointer: string): readonly string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return error ? error.issues.flatMap((issue) => described(issue, pointer)) : [];
}

export function at(pointer: string, message: string): string {
  return `${message} [json-pointer:${pointer}]`;
}

function described(issue: Issue, root: string): readonly string[] {
  const pointer = [root, ...issue.path.map(String)].join('/');
  // A missing field is reported where it is missing, not where it would be.
  if (issue.input === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys') {
    const parent = [root, ...issue.path.slice(0, -1).map(String)].join('/');
    return [at(parent, `missing required field: ${String(issue.path.at(-1))}`)];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at(pointer, `invalid additional property: ${key}`));
    case 'too_big':
      return [at(pointer, tooBig(issue.origin, Number(issue.maximum)))];
    case 'too_small':
      return [at(pointer, tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false))];
    case 'invalid_union':
      return [unionProblem(issue, pointer)];
    case 'invalid_value':
      return [at(pointer, `must be one of: ${issue.values.map(String).join(', ')}`)];
    case 'invalid_type':
      return [at(pointer, `must provide ${article(issue.expected)}`)];
    case 'invalid_format':
      return [at(pointer, 'does not have the right format')];
    default:
      return [at(pointer, issue.message)];
  }
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `must be less than ${most + 1} characters`;
  if (origin === 'array') return `no more than ${most} items allowed`;
  return `must be at most ${most}`;
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return `must be more than ${least - 1} characters`;
  if (origin === 'array') return `no fewer than ${least} items allowed`;
  return inclusive ? `must be at least ${least}` : `must be more than ${least}`;
}

/** All unions here are told apart by their type. */
function unionProblem({ input }: Issue, pointer: string): string {
  const { type } = record(input);
  if (type === undefined) return at(pointer.replace(/\/type$/, ''), 'missing required field: type');
  return at(pointer, `unsupported type: ${String(type)}`);
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
