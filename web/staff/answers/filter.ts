// Which answers a list shows and where in them it stands, as the address says it: a reload, the way back and a copied
// link keep both.
import { type AnswerFilter, answerFilter, type Order } from '../../../schema/api/responses.ts';

/** Where a page begins, or ends: next to the response with this number, in the order of the list. */
export interface Place {
  after?: number | undefined;
  before?: number | undefined;
  /** how many were looked at before this page, for those who go forward */
  seen?: number | undefined;
  /** the newest first unless it is said */
  order?: Order | undefined;
}

/** The order of a list without its place, as another page of it has it. */
export const orderIn = ({ order }: Place): Place => (order ? { order } : {});

/** What an address says wrongly is left out. */
export function filterOf(search: string): AnswerFilter {
  const said: Record<string, string> = Object.fromEntries(new URLSearchParams(search));
  const read = answerFilter().safeParse(said);
  if (read.success) return read.data;
  for (const { path } of read.error.issues) delete said[String(path[0])];
  return filterOf(new URLSearchParams(said).toString());
}

export function placeOf(search: string): Place {
  const said = new URLSearchParams(search);
  const number = (name: 'after' | 'before' | 'seen') => {
    const text = said.get(name) ?? '';
    return /^\d{1,15}$/.test(text) ? { [name]: Number(text) } : {};
  };
  return {
    ...number('after'),
    ...number('before'),
    ...number('seen'),
    ...(said.get('order') === 'building' && { order: 'building' }),
  };
}

/** `?from=2026-11-01&after=12`, or nothing. */
export function searchOf(filter: AnswerFilter, place: Place = {}): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...place }))
    if (value !== undefined && value !== '') said.set(name, String(value));
  return said.size > 0 ? `?${said}` : '';
}

export const isFiltered = (filter: AnswerFilter): boolean => searchOf(filter) !== '';
