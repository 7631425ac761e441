// At most three things to watch, each a sentence with a mark in ink: nobody has set a target, so nothing is coloured. The
// order is the card's own.
import type { Attention, Scorecard } from './card-types.ts';
import { distance, points } from './figures.ts';
import { t } from './words.ts';

export function Watch(props: { card: Scorecard }) {
  const lines = watchLines(props.card);
  return (
    <section class="stack tight" aria-labelledby="watch">
      <h2 id="watch">{t('watch')}</h2>
      {lines.length === 0 ? (
        <p>{t('watchNothing')}</p>
      ) : (
        <ul class="bare watch">
          {lines.map((line) => (
            <li key={line}>
              <span aria-hidden="true">▲</span> {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What there is to watch, a sentence each. */
export function watchLines({ attention, children, k }: Scorecard): string[] {
  const silent = children.filter(({ n }) => n === 0).length;
  return attention.map((one) => watchWords(one, silent, k));
}

function watchWords(one: Attention, silent: number, k: number): string {
  const { title } = one;
  if (one.why === 'few')
    return one.n === null ? t('watchHidden', { title, k }) : t('watchFew', { title, n: one.n });
  if (one.why === 'silent')
    return t(silent > 1 ? 'watchSilentMany' : 'watchSilent', { title, places: one.places });
  const { value, low, high } = one.value;
  if (one.why === 'worse') return t('watchWorse', { title, value: points(value), ...distance(one.change) });
  return t('watchLow', { title, value: points(value), low: points(low), high: points(high) });
}
