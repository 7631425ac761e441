// How sentences speak of questions: 第3题, one row of it as 第3题“安静”, and one without a number by its title.
import type { Definition } from '../../../../schema/form/definition.ts';
import { pipeMark } from '../../../../schema/logic/pipe.ts';
import { numbersOf, titleOf } from '../numbering.ts';
import { placesOf } from './answers.ts';
import { t } from './words.ts';

export function called(definition: Definition, id: string, row?: string): string {
  const question = definition.questions.find((one) => one.id === id);
  if (!question) return t('lost');
  const n = numbersOf(definition).get(id);
  const name = n === undefined ? quoted(titleOf(question)) : t('questionN', { n });
  const place = row === undefined ? undefined : placesOf(question).find((one) => one.id === row);
  return place ? `${name}${quoted(place.label)}` : name;
}

const longest = 16;
/** A long text by its beginning, so that a sentence stays one. */
export function shortened(text: string): string {
  const plain = text.replace(pipeMark, '〔…〕').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain || '…';
}
export const quoted = (text: string): string => t('quoted', { text: shortened(text) });
