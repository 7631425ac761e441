// The history says every act that the Worker records in words, and can be narrowed to what each was about.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rooms } from '../../web/staff/history/filter.ts';
import { acts } from '../../web/staff/history/words.ts';

const folder = new URL('../../', import.meta.url).pathname;
/** Acts by name in the files that write entries. */
const recorded = new Set(
  globSync('worker/**/*.ts', { cwd: folder })
    .map((file) => readFileSync(folder + file, 'utf8'))
    .filter((source) => /audit\/record\.ts|INTO audit/.test(source))
    .flatMap((source) => [...source.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, act]) => act)),
);

it('has words for every act, and for nothing else', () => {
  expect([...recorded].sort()).toEqual([...acts].sort());
});
it('can be narrowed to what each act was about', () => {
  const about = new Set(acts.map((act) => act.split('.')[0]));
  expect([...about].sort()).toEqual([...rooms].sort());
});
