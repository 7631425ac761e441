// The whole card in one sentence, each figure with its base.
import { count, rateFigure } from '../ui/figures.ts';
import type { Scorecard } from './card-types.ts';
import { distance, few, points } from './figures.ts';
import { t } from './words.ts';

/** 满意度 where everything that is scored says how satisfied people are; marks and willingness to recommend do not. */
export function scoreName({ items }: Pick<Scorecard, 'items'>): string {
  // By what was asked: the same figure has one name, whatever is shown beside it.
  const asked = items.filter(({ scale, base }) => scale && base > 0);
  if (asked.every(({ scale }) => scale === 'satisfaction')) return t('satisfaction');
  return t(asked.length > 1 ? 'overall' : 'score');
}

export function headlineWords(card: Scorecard): string {
  const { n, k, hidden, headline } = card;
  if (n === 0) return t('noAnswers');
  if (n === null) return t('hiddenHere', { k });
  if (hidden) return t('hiddenHereBeside');
  const { score } = headline;
  return [
    score ? scoreWords(card, score) : '',
    t('sentenceCount', { n: count(n) }),
    rateWords(card),
    n < few ? t('sentenceFew') : lowRate(card) ? t('sentenceLow') : '',
    changeWords(card),
    t('stop'),
  ].join('');
}

/** A score that some of its items are kept back from says so, or is called what it is: that of one item. */
function scoreWords(card: Scorecard, score: { value: number; low: number; high: number }): string {
  const scored = card.items.filter((item) => item.score);
  const of = card.items.filter(({ scale, base }) => scale && base > 0).length;
  const [only] = scored;
  const part = scored.length < of;
  const words = t(scored.length > 1 ? (part ? 'sentencePart' : 'sentenceMean') : 'sentenceScore', {
    name: part && scored.length === 1 && only ? only.short : scoreName(card),
    value: points(score.value),
    low: points(score.low),
    high: points(score.high),
    n: scored.length,
    of,
  });
  return part && scored.length === 1 ? words + t('sentenceOnly', { of }) : words;
}

function rateWords({ rate }: Scorecard): string {
  if (!rate) return '';
  return rate.kind === 'response'
    ? t('sentenceRate', { share: rateFigure(rate.value) })
    : t('sentencePer', { per: rateFigure(rate.value) });
}

/** Fewer of those who could have answered than this (in per cent) say little about the others. */
const rateLeast = 30;
const lowRate = ({ rate }: Scorecard): boolean => rate?.kind === 'response' && rate.value < rateLeast;

function changeWords({ campaign, headline: { change }, compared }: Scorecard): string {
  if (!change || !compared) return '';
  const title = compared.title === campaign.title ? t('lastTime') : compared.title;
  if (!change.clear) return t('changeNone', { title });
  return t(change.value > 0 ? 'changeUp' : 'changeDown', { title, ...distance(change) });
}
