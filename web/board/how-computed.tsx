// Where every figure comes from: formulas, numbers behind them, the version of the form, and what was left out.
import { count } from '../ui/figures.ts';
import { momentWords } from '../ui/time.ts';
import { channelWord } from '../ui/words/kinds.ts';
import { t as ui } from '../ui/words/ui.ts';
import type { Scorecard } from './card-types.ts';
import { t } from './words.ts';

export function HowComputed(props: { card: Scorecard }) {
  const { card } = props;
  const households = card.rate?.households ?? 0;
  const bound = card.rate?.kind === 'response';
  const missing = card.items.flatMap(({ title, bars }) => {
    const n = bars.reduce((sum, bar) => sum + (bar.missing ? bar.n : 0), 0);
    return n > 0 ? [t('howMissingOne', { title, n: count(n) })] : [];
  });
  const hidden = card.children.filter((child) => child.hidden).map((child) => child.unit.name);
  return (
    <details class="fold how">
      <summary>
        <h2>{t('how')}</h2>
      </summary>
      <ul class="stack tight">
        <li>{t('howScore')}</li>
        <li>{t('howSatisfied')}</li>
        <li>{t('howInterval')}</li>
        <li>
          {bound ? t('howIntervalHouseholds', { households: count(households) }) : t('howIntervalOpen')}
        </li>
        <li>{t('howAverage')}</li>
        <li>{t('howChange')}</li>
        {card.rate && <li>{t(bound ? 'howRate' : 'howPer')}</li>}
        <li>
          {t('howBase', {
            n: count(card.n),
            places: count(card.places),
            households: count(households),
            version: card.campaign.version,
            at: momentWords(card.asOf),
          })}
        </li>
        <li>
          {missing.length > 0 ? t('howMissing', { list: missing.join(t('comma')) }) : t('howNoMissing')}
        </li>
        <li>{hidden.length > 0 ? t('howHidden', { list: hidden.join(t('comma')) }) : t('howHiddenNone')}</li>
        <li>{t('howClosed')}</li>
        {card.channels.length > 0 && (
          <li>
            {ui('about', {
              what: t('channels'),
              of: card.channels
                .map(({ channel, n }) => `${channelWord(channel)} ${t('answers', { n: count(n) })}`)
                .join(ui('comma')),
            })}
          </li>
        )}
        {card.campaign.phase !== 'closed' && <li>{t('howLive')}</li>}
      </ul>
    </details>
  );
}
