// The units below by score: by bands, and in words. The places themselves come with the card.
import type { ChildLine } from './card-types.ts';
import { t } from './words.ts';

/** The higher score first, so band by band; units without a place keep their own order at the end. */
export function byScore(children: readonly ChildLine[]): ChildLine[] {
  const placed = children.flatMap((child) =>
    child.place && child.score ? [{ child, value: child.score.value }] : [],
  );
  placed.sort((one, other) => other.value - one.value);
  return [...placed.map(({ child }) => child), ...children.filter(({ place, score }) => !place || !score)];
}

/** `第 1–3 名，分不出先后`; nothing for a unit without a place. */
export function placeWords({ place }: Pick<ChildLine, 'place'>): string {
  if (!place) return '';
  const { best, worst } = place;
  return best === worst ? t('rankOne', { n: best }) : t('rankShared', { from: best, to: worst });
}
