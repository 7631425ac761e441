// What the history is narrowed to, as it stands in the address: a copied link, a reload and the way back keep it.
import type { Query } from '../../../schema/api/endpoint.ts';
import type { listAudit } from '../../../schema/api/settings.ts';
import { dayLength, fromInputs } from '../../ui/time.ts';
import { t } from './words.ts';

export const rooms = [
  'session',
  'staff',
  'unit',
  'form',
  'template',
  'bank',
  'preview',
  'campaign',
  'response',
  'scorecard',
  'share',
  'roll',
  'election',
  'contest',
  'teller',
  'owners',
  'evaluation',
  'settings',
] as const;
export type Room = (typeof rooms)[number];

export interface Filter {
  who: string;
  about: Room | '';
  /** id of an area within the branch; '' for all of it */
  area: string;
  /** days as a date input gives them, both included */
  from: string;
  to: string;
}
export const noFilter: Filter = { who: '', about: '', area: '', from: '', to: '' };

const isDay = (value: string | undefined) => value !== undefined && fromInputs(value, '00:00') !== undefined;

export const filterOf = (query: Readonly<Record<string, string>>): Filter => ({
  who: query.who ?? '',
  about: rooms.find((room) => room === query.about) ?? '',
  area: /^[a-z0-9]{1,32}$/.test(query.area ?? '') ? (query.area ?? '') : '',
  from: isDay(query.from) ? (query.from ?? '') : '',
  to: isDay(query.to) ? (query.to ?? '') : '',
});

export function queryOf(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  return query && `?${query}`;
}

/** As the Worker is asked: moments instead of days. */
export function askedOf({ who, about, from, to }: Filter): Query<typeof listAudit> {
  const start = from === '' ? undefined : fromInputs(from, '00:00');
  const end = to === '' ? undefined : fromInputs(to, '00:00');
  const name = who.trim();
  return {
    ...(name && { who: name === t('system') ? 'system' : name }),
    ...(about && { about }),
    ...(start !== undefined && { from: start }),
    ...(end !== undefined && { to: end + dayLength }),
  };
}
