import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { notRates, type Quote } from './quote.ts';

/** Cubes in a cube in a cube: https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html */
const Envelope = z.object({
  Envelope: z.object({
    Cube: z.tuple([
      z.object({
        Cube: z.array(
          z.object({ time: z.string(), Cube: z.array(z.object({ currency: z.string(), rate: z.string() })) }),
        ),
      }),
    ]),
  }),
});

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => name === 'Cube',
});

/** As in eurofxref-daily.xml, -hist-90d.xml and -hist.xml. */
export function xmlQuotes(text: string): readonly Quote[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) throw notRates();
  const found = Envelope.safeParse(parser.parse(text));
  if (!found.success) throw notRates();
  const [{ Cube: days }] = found.data.Envelope.Cube;
  return days.flatMap(({ time, Cube: rates }) =>
    rates.map(({ currency, rate }) => ({ day: time, currency, rate, where: `the rates of ${time.slice(0, 20)}` })),
  );
}
