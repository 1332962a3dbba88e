import { readFile, writeFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { slashCommands } from '../src/adapters/slack/slash-commands.ts';
import { commands } from '../src/commands/all.ts';

const path = new URL('../manifest.yml', import.meta.url);

if (process.argv.includes('--help')) {
  console.log('node scripts/manifest.ts: writes the slash commands of manifest.yml from src/commands.');
} else {
  const manifest = parseDocument(await readFile(path, 'utf8'));
  manifest.setIn(['features', 'slash_commands'], manifest.createNode(slashCommands(commands)));
  await writeFile(path, manifest.toString({ lineWidth: 100 }));
  console.log(`manifest.yml has ${slashCommands(commands).length} slash commands.`);
}
