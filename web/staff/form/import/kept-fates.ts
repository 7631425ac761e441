// What became of each line, while the text goes on being written and was not read again: lines that are as they were keep
// what they are, those in between wait.
import type { LineFate } from '../../../../schema/form/reading.ts';

export const linesIn = (text: string) => text.split('\n');

export function keptFates(
  fates: readonly LineFate[],
  read: readonly string[],
  now: readonly string[],
): (LineFate | undefined)[] {
  const most = Math.min(read.length, now.length);
  let above = 0;
  while (above < most && read[above] === now[above]) above += 1;
  let below = 0;
  while (below < most - above && read[read.length - 1 - below] === now[now.length - 1 - below]) below += 1;
  const waiting = now.length - above - below;
  return [
    ...fates.slice(0, above),
    ...Array.from({ length: waiting }, () => undefined),
    ...fates.slice(fates.length - below),
  ];
}
