// What is said of lines that name no area, several of one name, or an area in which nobody is rated.

import { t as say } from '../../ui/words/evaluations.ts';
import { unitKindWord } from '../../ui/words/kinds.ts';
import type { Pair } from './find-unit.ts';
import { t } from './words.ts';

function lineWords({ line, lost }: Pair): string {
  if (!lost) return line;
  if (lost.why === 'empty') return t('lostEmpty', { line, area: lost.area });
  const { area, n, example, kind } = lost;
  return t('lostSeveral', { line, area, n, example, kind: unitKindWord(kind) });
}

/** Of those that found no area; '' where all did. */
export function unmatchedWords(pairs: readonly Pair[]): string {
  const lines = pairs.filter(({ unit }) => !unit).map(lineWords);
  return lines.length === 0 ? '' : t('unmatched', { lines: lines.join(say('semicolon')) });
}
