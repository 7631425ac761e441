// The map of a form's paths: what goes by what, and where one may go from where.
import { expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { mapOf } from '../../web/staff/form/map/ways.ts';

const ask = (id: string, more: Partial<Question> = {}): Question => ({
  ...{ id, type: 'yes-no', title: id },
  ...(more as object),
});
const form: Definition = {
  title: '表',
  layout: 'pages',
  questions: [
    ask('a'),
    ask('b', { showIf: { q: 'a', op: 'answered' } }),
    ask('c', { jumps: [{ when: { q: 'b', op: 'answered' }, to: 'p' }, { to: 'sorry' }] }),
    ask('d', {
      showIf: {
        all: [
          { q: 'a', op: 'answered' },
          { q: 'b', op: 'answered' },
        ],
      },
    }),
    { id: 'p', type: 'page-break', title: '二' },
    ask('e', { title: '上面说{{a}}' }),
  ],
  endings: [
    { id: 'sorry', title: '谢谢' },
    { id: 'some', title: '有些人', when: { q: 'e', op: 'answered' } },
  ],
};
const map = mapOf(form);
const named = (lines: readonly { from: number; to: number }[]) =>
  lines.map(({ from, to }) => `${map.places[from]?.id}>${map.places[to]?.id}`).sort();

it('every place once, endings and the usual end below', () => {
  expect(map.places.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    ...['a', 'b', 'c', 'd'].map((id) => `${id} question`),
    'p page',
    'e question',
    'sorry ending',
    'some ending',
    'end end',
  ]);
});

it('what is read, each line once, and where it leads', () => {
  expect(named(map.reads)).toEqual(['a>b', 'a>d', 'a>e', 'b>c', 'b>d']);
  expect(named(map.leads)).toEqual(['c>p', 'c>sorry', 'e>some']);
});

it('no two lines of a side share a lane where they pass each other', () => {
  for (const lines of [map.reads, map.leads])
    for (const one of lines)
      for (const other of lines) {
        if (one === other || one.lane !== other.lane) continue;
        const [low, high] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
        const [start, end] = [Math.min(other.from, other.to), Math.max(other.from, other.to)];
        expect(high < start || end < low).toBe(true);
      }
});

it('three hundred questions with much logic take sixteen lanes a side, and every line is there', () => {
  const questions = Array.from({ length: 300 }, (_, n) =>
    ask(`q${n}`, {
      ...(n > 0 && { showIf: { q: `q${(n * 7) % n}`, op: 'answered' } }),
      ...(n < 299 && {
        jumps: [{ when: { q: `q${n}`, op: 'answered' }, to: `q${n + 1 + ((n * 11) % (299 - n))}` }],
      }),
    }),
  );
  const { reads, leads } = mapOf({ title: '表', layout: 'pages', questions });
  expect([reads.length, leads.length]).toEqual([299, 299]);
  for (const lines of [reads, leads]) expect(Math.max(...lines.map(({ lane }) => lane))).toBe(15);
});
