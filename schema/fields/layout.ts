// What the types that ask nothing share: they take no answer, count nothing and fill no column.
import { type BaseQuestion, type Field, fail } from './field.ts';

export const layoutField = (type: string): Omit<Field<BaseQuestion, never>, 'labels'> => ({
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
