// Bars divided in ordered parts, lowest first, with gaps of paper; what each colour means stands below, and for a single
// bar how many each part is.

import { drawRows } from '../../../ui/drawing/rows.ts';
import {
  block,
  type Drawing,
  type Ink,
  lineOf,
  type Pen,
  type Shape,
  sizeOf,
  widthOf,
} from '../../../ui/drawing/shape.ts';
import { count, percent } from '../../../ui/figures.ts';
import type { ChartOf } from '../charts/chart.ts';
import { veiledWords } from '../charts/table.ts';
import { t } from '../words.ts';

const gap = 2;

export function drawDivided(pen: Pen, { parts, rows }: ChartOf<'divided'>): Drawing {
  const alone = rows.length === 1 && rows[0]?.title === '';
  const thick = pen.em * (alone ? 2.2 : 1.7);
  const size = sizeOf(pen);
  const shareIn = (row: { n: readonly number[]; base: number }, at: number, w: number) => {
    const n = row.n[at] ?? 0;
    const long = (n / row.base) * w;
    const share = percent(n, row.base);
    return { long, share, fits: widthOf(share, size) + 6 <= long - gap };
  };
  const bars = drawRows(
    pen,
    rows.map((row) => ({
      label: row.title,
      figure: alone ? '' : t('ofBase', { n: count(row.base) }),
      veiled: row.veiled && veiledWords(row.veiled),
      // Of a single bar the legend says them all.
      below: alone
        ? undefined
        : (w) =>
            parts
              .map(({ label }, at) => ({ label, n: row.n[at] ?? 0, ...shareIn(row, at, w) }))
              .filter(({ n, fits }) => n > 0 && !fits)
              .map(({ label, share }) => `${label} ${share}`)
              .join(' · '),
      bar({ x, y, w, h }) {
        if (row.base === 0) return [{ kind: 'box', x, y, w, h, fill: 'sunk' }];
        let at = x;
        return parts.flatMap(({ tone }, index): Shape[] => {
          const { long, share, fits } = shareIn(row, index, w);
          const from = at;
          at += long;
          if (long === 0) return [];
          return [
            { kind: 'box', x: from, y, w: Math.max(1, long - gap), h, fill: `agree-${tone}` },
            ...(fits
              ? block(pen, [share], {
                  x: from + (long - gap) / 2,
                  top: y + (h - lineOf(pen)) / 2,
                  anchor: 'middle',
                  fill: tone === 1 || tone === 5 ? 'agree-on-ends' : 'agree-on',
                })
              : []),
          ];
        });
      },
    })),
    thick,
  );
  const [row] = rows;
  const keys: { words: string; fill: Ink }[] = parts.map(({ label, tone }, at) => {
    const n = row?.n[at] ?? 0;
    return {
      fill: `agree-${tone}`,
      words: alone && row ? t('partWords', { label, n: count(n), share: percent(n, row.base) }) : label,
    };
  });
  if (alone && row && row.missing > 0)
    keys.push({ fill: 'hatch', words: t('missingPart', { n: count(row.missing) }) });
  return legend(pen, bars, keys);
}

/** What the colours mean, in as many lines as it takes. */
function legend(
  pen: Pen,
  { width, height, shapes }: Drawing,
  keys: readonly { words: string; fill: Ink }[],
): Drawing {
  const size = sizeOf(pen);
  const mark = size * 0.9;
  let x = 0;
  let top = height + pen.em * 0.5;
  const all = [...shapes];
  for (const { words, fill } of keys) {
    const long = mark + 6 + widthOf(words, size);
    if (x > 0 && x + long > pen.width) {
      x = 0;
      top += lineOf(pen);
    }
    all.push({ kind: 'box', x, y: top + (lineOf(pen) - mark) / 2, w: mark, h: mark, fill });
    all.push(...block(pen, [words], { x: x + mark + 6, top, fill: 'ink-2' }));
    x += long + pen.em;
  }
  return { width, height: top + lineOf(pen), shapes: all };
}
