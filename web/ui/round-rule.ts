// By which rule a round elects, in a sentence: of the first as its pack says it; of a later one made from its own shares, for
// the pack's sentence is about the first.
import type { ElectionFacts } from '../../schema/api/public-elections.ts';
import type { Pack, Round, RoundRule } from '../../schema/elections/pack.ts';
import { language } from './words/language.ts';
import { t } from './words/results.ts';

type Later = NonNullable<ElectionFacts['rule']['round']>;
type Share = NonNullable<Later['turnout']>;

const known: Readonly<Record<string, () => string>> = {
  '1/2': () => t('half'),
  '1/3': () => t('third'),
  '2/3': () => t('twoThirds'),
};
const shareWords = ({ num, den }: Share): string => known[`${num}/${den}`]?.() ?? `${num}/${den}`;
const side = ({ strict }: Share) => (strict ? 'over' : 'least');

/** @param round its shares; null: the first, as `about` says it */
export function ruleSentence(about: Pack['about'], round: Later | null): string {
  if (!round) return about[language()];
  const { turnout, need } = round;
  const came = turnout ? t(`turnout-${side(turnout)}`, { share: shareWords(turnout) }) : t('roundAnybody');
  const won =
    need.num === 0
      ? t('roundMost')
      : t(`need-${side(need)}`, { of: t(`of-${need.of}`), share: shareWords(need) });
  return came + won;
}

/** The same of a pack at hand. */
export const roundSentence = ({ about }: Pack, kind: Round, rule: RoundRule): string =>
  ruleSentence(about, kind === 'first' ? null : rule);
