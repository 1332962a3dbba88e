import type { IncomingMessage } from 'node:http';
import { refusalWith } from './refusal.ts';

export type Args = Readonly<Record<string, unknown>>;

const MAX_BODY = 64 * 1024 * 1024;

/** Reads a whole request body; refuses what no Slack app would send. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) throw new Error('The request is larger than 64 MB.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Arguments of a Web API call: JSON, form or multipart body, and the query string beneath. */
export async function readArguments(request: IncomingMessage, url: URL): Promise<Args> {
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.includes('application/json')) return { ...query, ...record(parseJson(body.toString(), '')) };
  if (type.includes('multipart/form-data')) return { ...query, ...(await formFields(body, type)) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) };
}

/** The bytes of an upload: the one file of a multipart body, or the body itself. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.includes('multipart/form-data')) return body;
  for (const value of (await parseForm(body, type)).values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

async function formFields(body: Buffer, type: string): Promise<Args> {
  const fields = [...(await parseForm(body, type))].filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(fields);
}

function parseForm(body: Buffer, type: string): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
}

/** The argument as text, or undefined when it is missing or empty. */
export function text(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
}

export function required(args: Args, name: string): string {
  const value = text(args, name);
  if (value === undefined) throw refusalWith('invalid_arguments', [`missing required field: ${name}`]);
  return value;
}

export function flag(args: Args, name: string): boolean {
  return ['true', '1'].includes(String(args[name] ?? ''));
}

export function count(args: Args, name: string, otherwise: number): number {
  const value = Number(text(args, name) ?? otherwise);
  return Number.isFinite(value) && value > 0 ? value : otherwise;
}

/** An argument that is an object or a list: given as such in JSON bodies, as JSON text in forms. */
export function structure(args: Args, name: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? parseJson(value, name) : value;
}

function parseJson(source: string, name: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    const code = name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments';
    throw Object.assign(refusalWith(code, [`not valid JSON [json-pointer:/${name}]`]), { cause });
  }
}

/** The value as a record, an empty one when it is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {}; // the check above is what the type says
}
