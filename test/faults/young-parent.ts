import { startChildren } from '../../src/adapters/children/children.ts';
import { einvoiceParsers } from '../../src/adapters/einvoice/reader.ts';
import { embeddedParsers } from '../../src/adapters/embedded/reader.ts';

// A Penny to be killed while her readers are still starting.
startChildren({ load: [embeddedParsers, einvoiceParsers] });
process.stdout.write('started\n');
