// Words that many wrote, and days that many named, out of raw answers.
import { describe, expect, it } from 'vitest';
import { daysChart } from '../../web/staff/figures/said/days.ts';
import { textsIn } from '../../web/staff/figures/said/said-in.ts';
import { wordCount } from '../../web/staff/figures/said/words-in.ts';
import { scan } from '../../web/staff/figures/scan.ts';

const times = (n: number, text: string) => Array.from({ length: n }, () => text);
/** Counted in pieces of two, as they might arrive. */
function found(texts: readonly string[]) {
  const words = wordCount();
  for (let at = 0; at < texts.length; at += 2) words.add(texts.slice(at, at + 2));
  return new Map(words.common().map(({ word, n }) => [word, n]));
}

describe('common words', () => {
  it('are counted by answers and not by how often one says them', () => {
    const words = found([...times(3, '电梯坏了'), '电梯，电梯，还是电梯', '路灯不亮', '路灯不亮']);
    expect(words.get('电梯')).toBe(4);
  });

  it('are those of at least three people', () => {
    expect([...found([...times(2, '路灯'), ...times(3, '噪声')])]).toEqual([['噪声', 3]]);
  });

  it('say something: no words that stand in every sentence', () => {
    expect([...found(times(5, '我们希望可以尽快解决停车问题')).keys()]).toEqual(['解决停车']);
  });

  it('are whole where they always stand together', () => {
    const words = found([...times(4, '停车难'), ...times(3, '物业费太高')]);
    expect(words.get('停车难')).toBe(4);
    expect(words.has('停车')).toBe(false);
    expect(words.get('物业费')).toBe(3);
  });

  it('are never numbers of telephones, identity cards or cars', () => {
    const numbers = times(
      5,
      '请打13800138000找我，身份证11010519491231002X，车牌鄂B12345，座机0714-8700000，2026年',
    );
    for (const word of found(numbers).keys()) expect(word).not.toMatch(/\d/);
  });

  it('are no phrase where two only happen to meet', () => {
    const words = found([...times(3, '电梯故障'), ...times(9, '电梯坏了'), ...times(9, '水管故障')]);
    expect([words.get('电梯'), words.get('故障'), words.has('电梯故障')]).toEqual([12, 12, false]);
  });

  it('are found in English too', () => {
    expect(found(times(3, 'The lift is always broken')).get('lift')).toBe(3);
  });
});

it('the list of words of fifty thousand answers costs little beside the counting of a piece', () => {
  const [about, say] = [
    '电梯 停车 路灯 垃圾 物业 保安 绿化 水管',
    '坏了 太少 不亮 收费高 漏水 堵塞 老化 生锈',
  ].map((words) => words.split(' '));
  const piece = Array.from({ length: 2000 }, (_, n) => {
    const rare = String.fromCodePoint(0x4e00 + (n % 5000), 0x5e00 + (n % 3000));
    return `${about?.[n % 8]}${say?.[(n >> 3) % 8]}，${rare}希望尽快处理`;
  });
  const words = wordCount();
  const took = (work: () => void) => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  let pieces = 0;
  for (let n = 0; n < 25; n++) pieces += took(() => words.add(piece));
  expect(took(() => words.common())).toBeLessThan(pieces / 5);
});

describe('what was written', () => {
  it('is taken as the form checks it, and nothing else', () => {
    expect(textsIn({ id: 'q', type: 'text', title: '话' }, ['好', 5, { text: '不是' }, null])).toEqual([
      '好',
    ]);
    const gaps = textsIn(
      {
        id: 'q',
        type: 'gap-fill',
        title: '住__几年__',
        gaps: [
          { id: 'a', kind: 'text' },
          { id: 'b', kind: 'number' },
        ],
      },
      [{ a: '三楼', b: 5 }],
    );
    expect(gaps).toEqual(['三楼']);
  });
});

describe('days', () => {
  const labels = (days: readonly string[]) => daysChart(days).columns.map(({ label, n }) => `${label} ${n}`);

  it('stand one by one within a month, by the month within two years, by the year within twenty-four', () => {
    expect(labels(['2026-03-01', '2026-03-03', '2026-03-03'])).toEqual([
      '2026-03-01 1',
      '2026-03-02 0',
      '2026-03-03 2',
    ]);
    expect(labels(['2026-01-31', '2026-03-01'])).toEqual(['2026-01 1', '2026-02 0', '2026-03 1']);
    expect(labels(['2020-01-31', '2026-03-01']).length).toBe(7);
  });

  it('are a few columns whatever was typed, and every one of them is in its column', () => {
    expect(labels(['1958-05-01', '1979-12-31', '1982-02-01', '1989-12-31'])).toEqual([
      '1950–1959 1',
      '1960–1969 0',
      '1970–1979 1',
      '1980–1989 2',
    ]);
    const typed = labels(['0202-01-01', '2026-03-01', '2026-03-02']);
    expect([typed[0], typed.at(-1), typed.length]).toEqual(['0200–0299 1', '2000–2099 2', 19]);
    expect(labels(['0100-01-01', '9999-12-31']).length).toBe(10);
  });

  it('that do not exist are none', () => {
    expect(daysChart(['2026-02-30', '昨天']).base).toBe(0);
  });
});

it('a branch is read to its end, each piece gathered before the next is asked for, and no further once the reader has gone', async () => {
  const pieces = [
    { read: 5, next: 9 },
    { read: 5, next: 20 },
    { read: 1, next: null },
  ];
  const steps: string[] = [];
  const piece = (after: number | undefined) => {
    steps.push(`after ${after}`);
    const found = pieces[steps.filter((step) => step.startsWith('after')).length - 1];
    return Promise.resolve(found ?? { read: 0, next: null });
  };
  const gather = (_: unknown, read: number) => steps.push(`read ${read}`);
  await scan(piece, gather);
  expect(steps).toEqual(['after undefined', 'read 5', 'after 9', 'read 10', 'after 20', 'read 11']);
  steps.length = 0;
  await scan(piece, gather, () => true);
  expect(steps).toEqual(['after undefined', 'read 5']);
});
