// The printed figures from elsewhere hold for the product's own code, and the runner cannot pass by accident.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { check } from '../vectors/check.ts';

const file = (name: string) => readFile(new URL(`../vectors/${name}`, import.meta.url), 'utf8');

describe('vectors', () => {
  it.each([
    'agreement.json',
    'cascade.json',
    'differencing.json',
    'elections.json',
    'evaluation.json',
    'intervals.json',
    'owners.json',
    'proxies.json',
    'ranking.json',
    'scores.json',
    'silence.json',
    'suppression.json',
    'text-import.json',
    'weighting.json',
  ])('%s', async (name) => {
    const report = check(await file(name));
    expect(report.lines.filter((line) => !line.endsWith(' ok'))).toEqual([]);
    expect(report.passed).toBeGreaterThan(0);
  });

  it('refuses a kind that has no code', () => {
    const report = check(JSON.stringify({ kind: 'weather', cases: [] }));
    expect(report).toEqual({ lines: ['kind weather has no code yet'], passed: 0, failed: 0, known: false });
  });

  it('says what differs', () => {
    const one = { id: 'w', x: 18, n: 20, lo: 0.5, hi: 0.9721335188 };
    const report = check(JSON.stringify({ kind: 'interval', cases: [one] }));
    expect(report.lines[0]).toMatch(/^interval w mismatch: expected lo 0\.5, got lo 0\.6989663/);
    expect(report.failed).toBe(1);
  });

  it('says what of a text was read otherwise', () => {
    const one = {
      id: 't',
      text: '1. 甲[单选题]\nA. 乙\nB. 丙\n',
      questions: [{ type: 'multi', title: '甲' }],
    };
    const report = check(JSON.stringify({ kind: 'text-import', cases: [one] }));
    expect(report.lines[0]).toBe(
      'text-import t mismatch: expected questions [{"type":"multi","title":"甲"}], got [{"type":"single","title":"甲"}]',
    );
  });

  it('says which figure of a table differs, and which cells can be computed', () => {
    const weights = { id: 'r', n: [2, 4], N: [10, 10], weights: [5, 2] };
    expect(check(JSON.stringify({ kind: 'weighting', cases: [weights] })).lines).toEqual([
      'weighting r mismatch: expected weights [5,2], got weights [5,2.5]',
    ]);
    const table = { id: 's', t: [[9, 2]], k: 5, suppressed: [[0, 1]] };
    expect(check(JSON.stringify({ kind: 'suppression', cases: [table] })).failed).toBe(1);
  });

  it('does not pass a case whose expectations it does not know', () => {
    const report = check(JSON.stringify({ kind: 'interval', cases: [{ id: 'w', x: 1, n: 2, low: 0 }] }));
    expect(report.failed).toBe(1);
  });
});
