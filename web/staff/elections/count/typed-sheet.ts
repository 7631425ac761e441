// A count sheet while it is being typed, and back to figures. Everything is text until it is handed in.
import type { CountDesk } from '../../../../schema/api/counts.ts';
import {
  type CountSheet,
  type Method,
  sheetMost,
  spokenBallots,
} from '../../../../schema/elections/count-sheet.ts';
import { readName } from '../../../../schema/elections/names.ts';

export interface TypedSheet {
  issued: string;
  present: string;
  collected: string;
  over: string;
  spoilt: string;
  blank: string;
  for: Readonly<Record<string, string>>;
  against: Readonly<Record<string, string>>;
  written: readonly { name: string; for: string }[];
}
export type TypedField = Exclude<keyof TypedSheet, 'for' | 'against' | 'written'>;

export function typedOf(desk: CountDesk, sheet: CountSheet | null): TypedSheet {
  const votes = (pick: (one: CountSheet['votes'][number]) => number) =>
    Object.fromEntries(
      desk.candidates.map(({ id }) => {
        const found = sheet?.votes.find(({ candidate }) => candidate === id);
        return [id, sheet ? String(found ? pick(found) : 0) : ''];
      }),
    );
  const figure = (pick: (one: CountSheet) => number | null) => (sheet ? String(pick(sheet) ?? '') : '');
  return {
    issued: figure((one) => one.issued),
    present: figure((one) => one.present),
    collected: figure((one) => one.collected),
    over: figure((one) => one.over),
    spoilt: figure((one) => one.spoilt),
    blank: figure((one) => one.blank),
    for: votes((one) => one.for),
    against: votes((one) => one.against),
    written: (sheet?.written ?? []).map((one) => ({ name: one.name, for: String(one.for) })),
  };
}

/** Why a field cannot stand as it is typed; by `field`, `for:id`, `against:id`, `name:row`, `written:row`. */
type Wrong = ReadonlyMap<string, 'number' | 'needed' | 'name'>;

const isFigure = (text: string) => /^\d{1,5}$/.test(text.trim()) && Number(text) <= sheetMost;

/** The figures as far as they can be read: what is blank is nothing. */
export function sheetOf(
  typed: TypedSheet,
  method: Method,
  desk: CountDesk,
): { sheet: CountSheet; wrong: Wrong } {
  const wrong = new Map<string, 'number' | 'needed' | 'name'>();
  const read = (field: string, text: string, needed = true): number => {
    if (text.trim() === '' && needed) wrong.set(field, 'needed');
    else if (text.trim() !== '' && !isFigure(text)) wrong.set(field, 'number');
    return isFigure(text) ? Number(text) : 0;
  };
  const hands = method === 'hands';
  const present = read('present', typed.present, hands);
  const collected = hands ? present : read('collected', typed.collected);
  const votes = desk.candidates.map(({ id }) => ({
    candidate: id,
    for: read(`for:${id}`, typed.for[id] ?? ''),
    against: desk.style === 'each' ? read(`against:${id}`, typed.against[id] ?? '') : 0,
  }));
  const written = typed.written.flatMap(({ name, for: n }, row) => {
    const ballots = read(`written:${row}`, n);
    if (readName(name) === '') wrong.set(`name:${row}`, 'name');
    return ballots > 0 && readName(name) !== '' ? [{ name: name.trim(), for: ballots }] : [];
  });
  return {
    sheet: {
      issued: hands ? present : read('issued', typed.issued),
      present: hands ? present : typed.present.trim() === '' ? null : present,
      collected,
      over: hands ? 0 : read('over', typed.over),
      spoilt: hands ? 0 : read('spoilt', typed.spoilt),
      blank: read('blank', typed.blank),
      votes,
      written,
    },
    wrong,
  };
}

/** How many votes the ballots with a choice can hold, and how many are entered. */
export function sumsOf(
  sheet: CountSheet,
  seats: number,
): { spoken: number; least: number; most: number; has: number } {
  const spoken = Math.max(0, spokenBallots(sheet));
  const has =
    sheet.votes.reduce((sum, one) => sum + one.for, 0) + sheet.written.reduce((sum, one) => sum + one.for, 0);
  return { spoken, least: spoken, most: spoken * seats, has };
}
