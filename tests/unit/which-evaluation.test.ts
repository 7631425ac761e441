// What a letter leads to, and which evaluation the marking page opens, where one is over and another runs.
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Rating } from '../../schema/api/ratings.ts';
import { Which as Letter } from '../../web/vote/ballot/which.tsx';
import { cameFor } from '../../web/vote/rating/takes-marks.ts';
import { Which } from '../../web/vote/rating/which.tsx';

const now = Date.now();
const day = 86_400_000;
const rating = (evaluation: string, of: Partial<Rating>): Rating => ({
  evaluation,
  title: '文明楼栋',
  period: evaluation,
  words: '',
  unit: '滨河社区',
  organiser: '',
  phone: '',
  state: 'rating',
  closesAt: now + day,
  appealsUntil: null,
  awards: null,
  group: 'residents',
  name: '',
  indicators: [],
  subjects: [],
  ...of,
});
const over = rating('over', { state: 'final', closesAt: now - day });
const ended = rating('ended', { closesAt: now - 1 });
const runs = rating('runs', {});
const more = rating('more', {});

test('a letter leads to the evaluation that is pressed', () => {
  const letter = { runs: [], ratings: [over, runs], secret: 'ABCD' };
  const seen = renderToString(h(Letter, { contests: [], choose: () => {}, letter }));
  for (const to of ['/m?e=over#ABCD', '/m?e=runs#ABCD']) expect(seen).toContain(`"${to}"`);
});

test('without one that was pressed the page opens the only one that takes marks', () => {
  const opened = (...ratings: Rating[]) => cameFor(ratings, now)?.evaluation;
  expect([
    opened(over, runs),
    opened(ended, runs),
    opened(over),
    opened(runs, more),
    opened(over, ended),
  ]).toEqual(['runs', 'runs', 'over', undefined, undefined]);
});

test('one that is over is not counted among those to be marked', () => {
  const said = (...ratings: Rating[]) => renderToString(h(Which, { ratings, now, onChoose: () => {} }));
  expect(said(over, runs, more)).toContain('有 2 次评选要打分，先打哪一次');
  expect(said(over, runs)).toContain('要打分的是一次，别的已经截止');
  expect(said(over, ended)).toContain('评分都已经截止');
});
