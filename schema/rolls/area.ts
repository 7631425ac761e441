// Areas as decimal words and whole hundredths of a square metre; nothing goes through binary fractions on the way.

/** 100 m² in a million: larger than any unit of a building. */
export const areaMost = 100_000_000;

export type AreaProblem = 'area-shape' | 'area-decimals' | 'area-size';

/**
 * `89.5`, `1,089.50㎡` → 8950, 108950. A third decimal that is not 0 is refused rather than rounded, and so is a comma that
 * does not part thousands: `89,5` may be 89.5 and is never 895.
 */
export function readArea(words: string): number | AreaProblem {
  const plain = words
    .normalize('NFKC')
    .trim()
    .replace(/\s*(平方米|平米|平方|m2)$/i, '');
  const [, figures, parts = ''] = /^(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d+))?$/.exec(plain) ?? [];
  if (figures === undefined) return 'area-shape';
  const whole = figures.replaceAll(',', '');
  if (/[1-9]/.test(parts.slice(2))) return 'area-decimals';
  const hundredths = Number(whole) * 100 + Number(parts.slice(0, 2).padEnd(2, '0'));
  return hundredths > 0 && hundredths <= areaMost ? hundredths : 'area-size';
}

/** 8950 → `89.50` */
export const showArea = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
