// A vehicle's number plate 车牌 (GA 36-2018): a province, a letter, five characters, or six for new-energy vehicles;
// none has an I or an O.
import type * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, ok, oneColumn, questionShape, writeOne } from './field.ts';
import { headsItem } from './figures.ts';

export const shape = () => questionShape('plate', {});
export type PlateQuestion = z.infer<ReturnType<typeof shape>>;

const form =
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})$/;

export const field: Field<PlateQuestion, string> = {
  type: 'plate',
  asks: true,
  personal: true,
  identifies: () => 'by-looking-up',
  labels: ['车牌号题', '车牌题', '车牌号', '车牌'],
  problems: ['plate'],
  check(value) {
    if (typeof value !== 'string') return fail('wrong-shape');
    const plate = value
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s·•・.-]/g, '');
    return form.test(plate) ? ok(plate) : fail('plate');
  },
  read: (values, question) => firstFilled(values(formName(question))),
  write: writeOne,
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => `${answer.slice(0, 2)}·${answer.slice(2)}`,
  seconds: () => 12,
};
