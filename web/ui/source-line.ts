// Where a rule comes from: law and article, each once, and whether it rules this vote or only one like it.
import type { Source } from '../../schema/elections/pack.ts';
import { language } from './words/language.ts';
import { t } from './words/results.ts';

export function sourceLine(sources: readonly Omit<Source, 'verified'>[]): string {
  const lines = sources.map(({ text, article, standing }) =>
    t(standing === 'analogy' ? 'sourceLike' : 'sourceOf', {
      text: text[language()],
      article: article ?? '',
    }).trim(),
  );
  return [...new Set(lines)].join(t('semicolon'));
}
