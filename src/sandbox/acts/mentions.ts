import type { Workspace } from '../workspace.ts';

/** A typed message as Slack stores it: `& < >` escaped, `@ada` and `#ops` as links. */
export function linked(workspace: Workspace, typed: string): string {
  return replaceNames(workspace, escapeText(typed), (id) => `<@${id}>`);
}

/** A typed command's text when the command is set to escape: links carry the name too. */
export function linkedWithNames(workspace: Workspace, typed: string): string {
  return replaceNames(workspace, escapeText(typed), (id, name) => `<@${id}|${name}>`);
}

function escapeText(typed: string): string {
  // What is a link already, as the page inserts it, stays one.
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll(/<(?![@#!][^<>]*>)/g, '&lt;')
    .replaceAll(/(?<!<[@#!][^<>]*)>/g, '&gt;');
}

function replaceNames(workspace: Workspace, text: string, person: (id: string, name: string) => string): string {
  const people = [...workspace.people.values()];
  const channels = [...workspace.channels.values()].filter(({ kind }) => kind !== 'im');
  return text
    .replaceAll(/(?<![\w<])@([\w.-]*\w)/g, (whole, name: string) => {
      const known = people.find((one) => one.name === name.toLowerCase());
      return known ? person(known.id, known.name) : whole;
    })
    .replaceAll(/(?<![\w<&])#([\w-]+)/g, (whole, name: string) => {
      const known = channels.find((one) => one.name === name.toLowerCase());
      return known ? `<#${known.id}|${known.name}>` : whole;
    });
}
