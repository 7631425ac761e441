// The whole card in one sentence, each figure with its base.
import { count, rateFigure } from '../ui/figures.ts';
import type { Scorecard } from './card-types.ts';
import { distance, few, hiddenBelow, points } from './figures.ts';
import { t } from './words.ts';

/** 满意度 where everything that is scored says how satisfied people are; marks and willingness to recommend do not. */
export function scoreName({ items }: Scorecard): string {
  const scored = items.filter(({ score }) => score);
  if (scored.every(({ satisfied, nps }) => satisfied && !nps)) return t('satisfaction');
  return t(scored.length > 1 ? 'overall' : 'score');
}

export function headlineWords(card: Scorecard): string {
  if (card.n === 0) return t('noAnswers');
  if (card.hidden) return t(card.n < hiddenBelow ? 'hiddenHere' : 'hiddenHereBeside');
  const { score } = card.headline;
  const items = card.items.filter((item) => item.score).length;
  return [
    score
      ? t(items > 1 ? 'sentenceMean' : 'sentenceScore', {
          name: scoreName(card),
          value: points(score.value),
          low: points(score.low),
          high: points(score.high),
          n: items,
        })
      : '',
    t('sentenceCount', { n: count(card.n) }),
    rateWords(card),
    card.n < few ? t('sentenceFew') : lowRate(card) ? t('sentenceLow') : '',
    changeWords(card),
    t('stop'),
  ].join('');
}

function rateWords({ rate }: Scorecard): string {
  if (!rate) return '';
  return rate.kind === 'response'
    ? t('sentenceRate', { share: rateFigure(rate.value) })
    : t('sentencePer', { per: rateFigure(rate.value) });
}

/** Fewer of those who could have answered than this (in per cent) say little about the others. */
const rateLeast = 30;
export const lowRate = ({ rate }: Scorecard): boolean => rate?.kind === 'response' && rate.value < rateLeast;

function changeWords({ campaign, headline: { change }, compared }: Scorecard): string {
  if (!change || !compared) return '';
  const title = compared.title === campaign.title ? t('lastTime') : compared.title;
  if (!change.clear) return t('changeNone', { title });
  return t(change.value > 0 ? 'changeUp' : 'changeDown', { title, ...distance(change) });
}
