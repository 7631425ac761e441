// The way from one page of answers to the next and back. Pages have no numbers: each begins where another ended.
import { pageMost } from '../../../schema/api/responses.ts';
import { LinkButton } from '../../ui/button.tsx';
import { orderIn, type Place } from './filter.ts';
import { t } from './words.ts';

interface Props {
  found: { responses: readonly { seq: number }[]; next: number | null; looked: number };
  place: Place;
  address: (place: Place) => string;
}

/** Pages beside this one; undefined where there is none. */
export function pagesBeside({ found, place }: Omit<Props, 'address'>): { previous?: Place; next?: Place } {
  const { responses, next, looked } = found;
  const first = responses[0];
  const last = responses.at(-1);
  if (place.before !== undefined)
    return {
      ...(next !== null && first && { previous: { before: first.seq } }),
      ...(last && { next: { after: last.seq } }),
    };
  const full = next !== null && responses.length >= pageMost;
  return {
    ...(place.after !== undefined && { previous: first ? { before: first.seq } : {} }),
    ...(full && { next: { after: next, seen: (place.seen ?? 0) + looked } }),
  };
}

export function Pages(props: Props) {
  const { previous, next } = pagesBeside(props);
  if (!previous && !next) return null;
  const order = orderIn(props.place);
  return (
    <nav class="line" aria-label={t('pages')}>
      {previous && (
        <LinkButton kind="outlined" href={props.address({ ...order, ...previous })}>
          ‹ {t('previousPage')}
        </LinkButton>
      )}
      {next && (
        <LinkButton kind="outlined" href={props.address({ ...order, ...next })}>
          {t('nextPage')} ›
        </LinkButton>
      )}
      {previous && <LinkButton href={props.address(order)}>{t('firstPage')}</LinkButton>}
    </nav>
  );
}
