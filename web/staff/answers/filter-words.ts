// A filter in words, part by part.
import type { AnswerFilter } from '../../../schema/api/responses.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { keysOf } from '../../../schema/form/findable.ts';
import { dayWords, fromInputs } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { t } from './words.ts';

const dayOf = (day: string): string => dayWords(fromInputs(day, '00:00') ?? 0);

/** `questions`: of the form, without places that stand for other answers. */
export function filterSays(filter: AnswerFilter, questions: readonly Question[]): string[] {
  const { from, to, channel, state, words } = filter;
  return [
    from && t('saysFrom', { day: dayOf(from) }),
    to && t('saysTo', { day: dayOf(to) }),
    channel && channelWord(channel),
    state && t(state),
    filter.question && questionSays(filter, questions),
    words && t('saysWords', { words }),
  ].filter((one): one is string => Boolean(one));
}

function questionSays({ question, is, min, max }: AnswerFilter, questions: readonly Question[]): string {
  const asked = questions.find(({ id }) => id === question);
  const title = asked?.title ?? question ?? '';
  if (is !== undefined) {
    const label = asked && keysOf(asked).find(({ key }) => key === is)?.label;
    return t('saysIs', { question: title, is: label ?? is });
  }
  const ends = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`].filter(Boolean);
  return ends.length > 0
    ? t('saysIs', { question: title, is: ends.join(ui('listed')) })
    : t('saysAnswered', { question: title });
}
