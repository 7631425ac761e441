// A place 位置, taken from the phone when its owner presses the button, and rounded to about a kilometre unless the author
// needs it exact. Where somebody was is sensitive (个人信息保护法 art. 28, 行踪轨迹).
import * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, isRecord, ok, partColumn, questionShape } from './field.ts';
import { headsItem } from './figures.ts';

export const shape = () => questionShape('location', { exact: z.optional(z.boolean()) });
export type LocationQuestion = z.infer<ReturnType<typeof shape>>;

/** Degrees (WGS 84), and metres within which the phone was sure. */
export interface Place {
  lat: number;
  lng: number;
  within?: number;
}

/** Decimals of a degree: 2 are about 1.1 km, 5 about 1 m. */
export const decimalsOf = ({ exact }: Pick<LocationQuestion, 'exact'>) => (exact ? 5 : 2);

const degrees = (value: unknown, most: number, decimals: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most
    ? Number(value.toFixed(decimals)) || 0
    : undefined;

export const field: Field<LocationQuestion, Place> = {
  type: 'location',
  asks: true,
  personal: true,
  sensitive: true,
  sense: 'geolocation',
  labels: ['地理位置题', '定位题', '位置题', '地图题'],
  problems: ['place'],
  check(value, question) {
    if (!isRecord(value) || Object.keys(value).some((key) => !['lat', 'lng', 'within'].includes(key)))
      return fail('wrong-shape');
    const decimals = decimalsOf(question);
    const lat = degrees(value.lat, 90, decimals);
    const lng = degrees(value.lng, 180, decimals);
    if (lat === undefined || lng === undefined) return fail('place');
    const { within } = value;
    if (within === undefined || !question.exact) return ok({ lat, lng });
    if (typeof within !== 'number' || !(within >= 0 && within <= 100_000)) return fail('place');
    return ok({ lat, lng, within: Math.round(within) });
  },
  read(form, question) {
    const parts = firstFilled(form(formName(question)))?.split(/[\s,，]+/) ?? [];
    if (parts.length === 0) return undefined;
    const [lat, lng, within] = parts.map(Number);
    return { lat, lng, ...(within !== undefined && { within }) };
  },
  write: ({ lat, lng, within }, question) => ({
    [formName(question)]: [[lat, lng, within].filter((one) => one !== undefined).join(' ')],
  }),
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: ({ lat, lng }) => `${lat} ${lng}`,
  columns: (question) => [
    partColumn(question, 'lat', { zh: '纬度', en: 'latitude' }),
    partColumn(question, 'lng', { zh: '经度', en: 'longitude' }),
    partColumn(question, 'within', { zh: '误差（米）', en: 'accuracy (metres)' }),
  ],
  cells: ({ lat, lng, within }) => [lat, lng, within ?? ''],
  words: ({ lat, lng }) => `${lat}, ${lng}`,
  mask: () => '***',
  seconds: () => 10,
};
