// How a figure stands to its target: ● 好, ◐ 一般, ▲ 要留意. There is none until somebody sets a target.
export const marks = ['good', 'fair', 'watch'] as const;
export type Mark = (typeof marks)[number];

interface Aim {
  better: 'higher' | 'lower';
  target: number | null;
  fair: number | null;
}

/**
 * By the figure itself. `sure`: its whole range lies on the same side of the target, so that chance alone would not
 * change the mark.
 */
export function markOf(
  { better, target, fair }: Aim,
  { value, low, high }: { value: number; low: number; high: number },
): { mark: Mark; sure: boolean } | null {
  if (target === null) return null;
  const reaches = (figure: number, aim: number) => (better === 'higher' ? figure >= aim : figure <= aim);
  const mark = reaches(value, target) ? 'good' : fair !== null && reaches(value, fair) ? 'fair' : 'watch';
  const aim = mark === 'watch' && fair !== null ? fair : target;
  return {
    mark,
    sure: reaches(low, aim) === reaches(value, aim) && reaches(high, aim) === reaches(value, aim),
  };
}
