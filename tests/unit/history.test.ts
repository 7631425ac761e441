// The history says every act that the Worker records in words, and can be narrowed to what each was about.
import { expect, it } from 'vitest';
import { rooms } from '../../web/staff/history/filter.ts';
import { acts } from '../../web/staff/history/words.ts';
import { sourcesIn } from './sources.ts';

/** Acts by name in the files that write entries; one letter before the dot is a table in a statement. */
const recorded = new Set(
  sourcesIn('worker')
    .filter(({ text }) => /audit\/record\.ts|INTO audit|\bactIn\(/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/'([a-z]{2,}\.[a-z-]+)'/g)].map(([, act]) => act)),
);

it('has words for every act, and for nothing else', () => {
  expect([...recorded].sort()).toEqual([...acts].sort());
});
it('can be narrowed to what each act was about', () => {
  const about = new Set(acts.map((act) => act.split('.')[0]));
  expect([...about].sort()).toEqual([...rooms].sort());
});
