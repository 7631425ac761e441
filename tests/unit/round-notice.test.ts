// The notice of a later round: it says that it is one, by the rule of its kind, dated when it was arranged, with nothing of
// nominations or of days that are past.
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { PaperOf, PapersElection } from '../../schema/api/results.ts';
import { daysOfRound } from '../../schema/elections/calendar.ts';
import { zhejiang } from '../../schema/elections/packs/zhejiang.ts';
import { NoticeSheet } from '../../web/print/papers/notices.tsx';

const before = {
  roll: '2026-10-01',
  objections: '2026-10-06',
  nominate: '2026-10-10',
  candidates: '2026-10-12',
  checkIn: null,
  vote: '2026-11-01',
  voteEnd: '2026-11-01',
  opens: '08:00',
  closes: '18:00',
  result: '2026-11-05',
};
const election: PapersElection = {
  id: 'e',
  slug: 's',
  title: '推选楼栋长',
  post: '楼栋长',
  preset: 'spot',
  organiser: '居委会',
  phone: '0714-1234567',
  words: '',
  pack: JSON.stringify(zhejiang),
  roll: 'r',
  rollKind: 'person',
  place: '滨河',
  origin: 'https://linli.example',
};
const paper: PaperOf = {
  contest: 'c',
  unit: 'u',
  name: '1号楼',
  place: '滨河社区',
  seats: 1,
  round: 1,
  kind: 'first',
  state: 'preparing',
  days: before,
  registered: 40,
  candidates: [
    { id: 'a', name: '王秀英', line: '' },
    { id: 'b', name: '李建国', line: '' },
  ],
  tellers: [],
  proxies: [],
  took: null,
  result: null,
  sha256: null,
  settled: null,
  announcedAt: null,
};
const later = daysOfRound(zhejiang, before, '2026-11-02', '2026-11-10');
const words = (of: PaperOf): string =>
  renderToString(h(NoticeSheet, { election, of, pack: zhejiang }))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, '\n');

describe('the notice', () => {
  test('of the first round names its rule, nominations and the days of the roll', () => {
    const notice = words(paper);
    expect(notice).toContain(zhejiang.about.zh);
    expect(notice).toMatch(/10月10日.*截止/);
    expect(notice).not.toContain('再次');
  });

  test('of a second round names the third that it takes, and none of the days before it', () => {
    const notice = words({ ...paper, round: 2, kind: 'second', days: later });
    expect(notice).toContain('关于再次投票推选楼栋长的公告');
    expect(notice).toContain('上一次投票没有选满');
    expect(notice).toContain('登记的超过半数参加才有效；得票不少于收回票数的三分之一，票多的当选。');
    expect(notice).toContain('王秀英、李建国');
    expect(notice).toContain('11月2日');
    expect(notice).not.toMatch(/10月|截止|自荐/);
  });

  test('of a run-off, that the most votes are enough', () => {
    const notice = words({ ...paper, round: 2, kind: 'runOff', days: later });
    expect(notice).toContain('登记的超过半数参加才有效；得票多的当选。');
    expect(notice).toContain('票数相同');
  });
});
