// Where every figure of a card comes from, line by line: formulas, the numbers behind them, what was left out.
import { linear } from '../../schema/measures/mapping.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { lowScore } from '../../schema/measures/watch.ts';
import { count } from '../ui/figures.ts';
import { momentWords } from '../ui/time.ts';
import { channelWord } from '../ui/words/kinds.ts';
import { t as ui } from '../ui/words/ui.ts';
import type { Scorecard } from './card-types.ts';
import { t } from './words.ts';

export function howLines(card: Scorecard): string[] {
  const { items, children, channels, rate, campaign, k } = card;
  const households = rate?.households ?? 0;
  const bound = rate?.kind === 'response';
  const missing = items.flatMap(({ title, bars }) => {
    const n = bars.reduce((sum, bar) => sum + (bar.missing ? bar.n : 0), 0);
    return n > 0 ? [t('howMissingOne', { title, n: count(n) })] : [];
  });
  const hidden = children.filter((child) => child.hidden).map((child) => child.unit.name);
  return [
    t('howScore', { mapping: linear.version }),
    t('howSatisfied'),
    t('howInterval'),
    bound ? t('howIntervalHouseholds', { households: count(households) }) : t('howIntervalOpen'),
    t('howAverage'),
    t('howChange'),
    ...(items.some(({ score }) => score) ? [t('howWatch', { low: lowScore })] : []),
    ...(children.some(({ place }) => place) ? [t('howPlaces', { k })] : []),
    ...(rate ? [t(bound ? 'howRate' : 'howPer')] : []),
    t('howBase', {
      n: count(card.n ?? 0),
      places: count(card.places),
      households: count(households),
      version: campaign.version,
      at: momentWords(card.asOf),
    }),
    ...(missing.length > 0
      ? [t('howMissing', { list: missing.join(t('comma')) })]
      : // In public a few of them are left out, which is not nobody.
        card.published
        ? []
        : [t('howNoMissing')]),
    k > boardThreshold
      ? t('howHiddenPublic', { k, board: boardThreshold })
      : hidden.length > 0
        ? t('howHidden', { k, list: hidden.join(t('comma')) })
        : t('howHiddenNone', { k }),
    t('howClosed', { k }),
    ...(channels.length > 0
      ? [
          ui('about', {
            what: t('channels'),
            of: channels
              .map(({ channel, n }) => `${channelWord(channel)} ${t('answers', { n: count(n) })}`)
              .join(ui('comma')),
          }),
        ]
      : []),
    // A publication does not move.
    ...(campaign.phase === 'closed' || card.published ? [] : [t('howLive')]),
  ];
}
