// A building of the campaign 楼栋, or any unit above it, found by search or level by level, and the door in it if asked.
import * as z from 'zod/mini';
import {
  type Field,
  fail,
  firstFilled,
  formName,
  isRecord,
  label,
  ok,
  partColumn,
  questionShape,
} from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';

export const shape = () =>
  questionShape('unit', {
    /** the lowest kind of unit that is chosen: building unless said */
    kind: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,23}$/))),
    /** asks for the door too */
    room: z.optional(z.boolean()),
    /** beside the door's field: 例如 2单元302 */
    roomHint: z.optional(label(50)),
  });
export type UnitQuestion = z.infer<ReturnType<typeof shape>>;

/** A unit as it was chosen. The Worker holds it against the campaign's frozen tree: its id and its name. */
export interface ChosenUnit {
  id: string;
  name: string;
  room?: string;
}

export const field: Field<UnitQuestion, ChosenUnit> = {
  type: 'unit',
  asks: true,
  personal: true,
  identifies: ({ room }) => (room ? 'by-looking-up' : undefined),
  labels: ['门牌题', '楼栋题', '房号题', '地址题', '辖区题'],
  problems: ['room-missing', 'unit-missing', 'unit-unknown', 'text-long', 'text-broken'],
  check(value, question) {
    if (!isRecord(value) || Object.keys(value).some((key) => !['id', 'name', 'room'].includes(key)))
      return fail('wrong-shape');
    const { id, name, room } = value;
    if (typeof id !== 'string' || typeof name !== 'string' || name.length > 500) return fail('wrong-shape');
    if (id === '') return fail('unit-missing');
    if (!/^[a-z0-9]{2,32}$/.test(id) || name === '') return fail('unit-unknown');
    if (!question.room) return room === undefined ? ok({ id, name }) : fail('wrong-shape');
    if (room === undefined || room === '') return fail('room-missing');
    const door = checkLine(room, 30);
    return door.ok ? ok({ id, name, room: door.value }) : door;
  },
  read(form, question) {
    const id = firstFilled(form(formName(question))) ?? '';
    const room = firstFilled(form(formName(question, 'room')));
    // A door without a building is no answer yet, and must not be lost in silence.
    if (id === '' && room === undefined) return undefined;
    const name = firstFilled(form(formName(question, 'name'))) ?? '';
    return { id, name, ...(room !== undefined && { room }) };
  },
  write: ({ id, name, room }, question) => ({
    [formName(question)]: [id],
    [formName(question, 'name')]: [name],
    ...(room !== undefined && { [formName(question, 'room')]: [room] }),
  }),
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: ({ id }) => id,
  units: ({ id, name }) => [{ id, name }],
  columns: (question) => [
    { ...partColumn(question, 'unit', { zh: '编号', en: 'id' }), code: true },
    { suffix: 'name', label: question.title },
    ...(question.room ? [partColumn(question, 'room', { zh: '门牌', en: 'door' })] : []),
  ],
  cells: ({ id, name, room }, question) => [id, name, ...(question.room ? [room ?? ''] : [])],
  words: ({ name, room }) => (room ? `${name} ${room}` : name),
  seconds: ({ room }) => (room ? 25 : 15),
};
