// What the Worker is built of lacks the shapes of answers, and nothing else of a contract.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutOutputs } from '../../worker/host/bundle.ts';
import { root } from '../../worker/host/paths.ts';

test('an answer’s shape goes, whatever stands in it', () => {
  const contract = `io: () => ({
    query: z.object({ a: z.string() }),
    output: z.object({
      /** ends with ) or } */
      one: z.string().check(z.regex(/^[a-z]{2}$/)), // and ]
      two: z.literal('),'),
    }),
    body: words(3),
  }), io: () => ({ output: kept() }), rest: { output: [1, { two: 2 }], last: 3 }`;
  expect(withoutOutputs(contract).replace(/\s+/g, ' ')).toBe(
    'io: () => ({ query: z.object({ a: z.string() }), body: words(3), }), io: () => ({ }), rest: { last: 3 }',
  );
});

test('every contract keeps its endpoints, and what they are asked with', () => {
  const folder = `${root}schema/api`;
  let outputs = 0;
  for (const name of readdirSync(folder)) {
    const whole = readFileSync(`${folder}/${name}`, 'utf8');
    const less = withoutOutputs(whole);
    const count = (text: string, word: RegExp) => text.match(word)?.length ?? 0;
    outputs += count(whole, /\boutput: /g);
    expect(count(less, /\boutput: /g)).toBe(0);
    for (const word of [/= endpoint\(/g, /\bquery: /g, /\bbody: /g, /\bparams: /g, /\bpolicy: /g])
      expect([name, word.source, count(less, word)]).toEqual([name, word.source, count(whole, word)]);
  }
  expect(outputs).toBeGreaterThan(100);
});
