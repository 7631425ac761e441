// What the types that ask nothing share: they take no answer, count nothing and fill no column.
import { type BaseQuestion, type Field, fail } from './field.ts';

export const layoutField = (type: string): Field<BaseQuestion, never> => ({
  type,
  asks: false,
  personal: false,
  problems: [],
  check: () => fail('wrong-shape'),
  read: () => undefined,
  write: () => ({}),
  count: () => ({}),
  items: () => [],
  comparable: () => ({ kind: 'none' }),
  value: () => undefined,
  columns: () => [],
  cells: () => [],
  words: () => '',
  seconds: () => 3,
});
