import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/sandbox.ts';

/** The sandbox workspace alone, for any Slack app: prints the environment the app needs. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, help: { type: 'boolean', default: false } },
});

if (values.help) {
  console.log('npm run sandbox -- [--port N]   a local Slack workspace for any app; port 0 or none is any free one');
  process.exit();
}

const sandbox = await startSandbox({ port: Number(values.port) });
console.log(`SLACK_BOT_TOKEN=${sandbox.botToken}`);
console.log(`SLACK_APP_TOKEN=${sandbox.appToken}`);
console.log(`SLACK_API_URL=${sandbox.apiUrl}`);
console.error(`The workspace is at ${sandbox.url} (Ctrl+C ends it).`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void sandbox.stop().then(() => process.exit()));
