// A form as a text to paste again. What a text cannot say stands at its end, where a reader tells it and takes it for no
// question.
import type { Definition } from '../../../../schema/form/definition.ts';
import { notSaidLine } from '../../../../schema/form/text/lines.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import { writeText } from '../../../../schema/form/text/write-text.ts';
import { type NotExported, notExportedOf } from './not-exported.ts';
import { unsaidInText } from './unsaid.ts';
import { unsaidWord as t } from './unsaid-words.ts';

/** Places that are named in one breath. */
const named = 3;

export function toText(definition: Definition): { text: string; notExported: NotExported[] } {
  const text = writeText(definition);
  const notExported = unsaidInText(definition, readText(text).definition).map((one) =>
    notExportedOf(one, definition),
  );
  if (notExported.length === 0) return { text, notExported };
  const lines = notExported.map(({ value, ...one }) => `${placeOf(one)}${value && `（${value}）`}`);
  return { text: `${text}\n${notSaidLine}\n${lines.map(oneLine).join('\n')}\n`, notExported };
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ');

function placeOf(
  { number, title, what }: Pick<NotExported, 'number' | 'title' | 'what'>,
  full = true,
): string {
  if (number === '') return t('ofTitle', { title, what });
  return full ? t('ofQuestion', { number, title, what }) : t('ofNumber', { number, what });
}

/** The first of them, for a sentence. */
export const someOf = (list: readonly NotExported[]): string =>
  list
    .slice(0, named)
    .map((one) => placeOf(one, false))
    .join(t('and')) + (list.length > named ? t('more') : '');
