// Candidates and what is taken off, in texts: a line each, with a note or the points behind it.
import type { QuestionOf } from '../../../fields/shapes.ts';
import { blankLabel } from '../../placeholders.ts';
import { bracketsOf } from '../brackets.ts';
import { atMost, baseOf, type Draft, fitting, takeBody } from '../draft.ts';
import { optionId } from '../ids.ts';
import { isLiteral, type Piece, part, without } from '../lines.ts';
import { marksIn } from '../marks.ts';
import { itemsOf } from '../options.ts';
import { leadOf } from './choices.ts';
import { line, type Said, type TextType, when } from './type.ts';

/** `王芳（62 岁，退休教师）`, `王芳：62 岁`, `王芳 62 岁` */
function noted(item: Piece): { label: Piece; note?: Piece } {
  if (isLiteral(item)) return { label: item };
  const last = bracketsOf(item).at(-1);
  if (last?.round && last.to === item.raw.length && last.from > 0)
    return { label: part(item, 0, last.from), note: last.inside };
  const found = /:|--|[\t ]+/.exec(item.plain);
  if (!found || found.index === 0 || found.index > 12) return { label: item };
  const note = part(item, found.index + found[0].length);
  return note.raw === ''
    ? { label: part(item, 0, found.index) }
    : { label: part(item, 0, found.index), note };
}

/** A line below a candidate says more of them. */
const noteLine = /^(?:简介|介绍|事迹)\s*:\s*/;

export const candidates: TextType<QuestionOf<'candidates'>> = {
  listed: true,
  read(draft) {
    const { lose, marks } = draft;
    const list: QuestionOf<'candidates'>['candidates'] = [];
    for (const item of itemsOf(takeBody(draft), { columns: true })) {
      const found = noteLine.exec(item.plain);
      const last = list.at(-1);
      if (found && last && last.note === undefined) {
        last.note = fitting(part(item, found[0].length), 100, lose) || undefined;
        continue;
      }
      if (list.length >= 50) {
        lose({ line: item.at, text: item.raw });
        continue;
      }
      const { label, note } = noted(item);
      list.push({
        id: optionId(list.length),
        label: label.raw === '' ? blankLabel : fitting(label, 40, lose),
        ...(note && note.raw !== '' && { note: fitting(note, 100, lose) }),
      });
    }
    marks.flag('several');
    const each = marks.flag('each');
    const room = Math.max(1, list.length);
    const seats =
      marks.number('seats', 1, room) ?? marks.number('most', 1, room) ?? marks.number('quota', 1, room);
    return {
      ...baseOf(draft),
      type: 'candidates',
      candidates: list.length > 0 ? list : [{ id: optionId(0), label: blankLabel }],
      mode: each ? 'each' : 'choose',
      ...(seats !== undefined && { seats }),
    };
  },
  write({ candidates: list, mode, seats }) {
    const marks = [...when(mode === 'each', () => '逐人表态'), ...when(seats, (n) => `应选${n}人`)];
    const beside = (label: string, note: string | undefined, index: number): Said[] =>
      note === undefined
        ? [line(label, leadOf(index, list.length))]
        : [{ lead: `${leadOf(index, list.length)}${label}（${note}）` }];
    const below = (label: string, note: string | undefined): Said[] => [
      line(label, '- '),
      ...(note === undefined ? [] : [line(note, '简介：')]),
    ];
    return [
      { marks, body: list.flatMap(({ label, note }, index) => beside(label, note, index)) },
      { marks, body: list.flatMap(({ label, note }) => below(label, note)) },
    ];
  },
};

interface Taken {
  label: string;
  points: number;
  times?: number;
}

/** `楼道堆物（扣2分，最多3次）`, `楼道堆物 扣2分` */
function takenOff(item: Piece, { lose }: Draft): Taken {
  const found: { points?: number; times?: number } = {};
  const spans = bracketsOf(item).filter((bracket) => {
    const marked = marksIn(bracket);
    if (!marked || marked.rest.length > 0) return false;
    const given: { points?: number; times?: number } = {};
    for (const { key, value } of marked.marks) {
      if (typeof value !== 'number') return false;
      if ((key === 'off' || key === 'points') && value >= 0.5 && value <= 100 && value % 0.5 === 0)
        given.points = value;
      else if (key === 'most' && value >= 1 && value <= 20) given.times = value;
      else return false;
    }
    Object.assign(found, given);
    return true;
  });
  let words = without(item, spans);
  const behind = /^(.*?)[\s,:]*扣(\d{1,3}(?:\.5)?)分$/.exec(words.plain.slice(-60));
  if (behind && found.points === undefined && Number(behind[2]) >= 0.5 && Number(behind[2]) <= 100) {
    found.points = Number(behind[2]);
    words = part(words, 0, words.raw.length - (behind[0].length - (behind[1]?.length ?? 0)));
  }
  return {
    label: words.raw === '' ? blankLabel : fitting(words, 200, lose),
    points: found.points ?? 1,
    ...(found.times !== undefined && { times: found.times }),
  };
}

export const deductions: TextType<QuestionOf<'deductions'>> = {
  listed: true,
  read(draft) {
    const items = atMost(itemsOf(takeBody(draft), { columns: true }), 40, draft.lose);
    const list = items.map((item, index) => ({ id: optionId(index), ...takenOff(item, draft) }));
    const photos = draft.marks.number('photos', 1, 9);
    const evidence = photos !== undefined && draft.marks.flag('evidence');
    return {
      ...baseOf(draft),
      type: 'deductions',
      list: list.length > 0 ? list : [{ id: optionId(0), label: blankLabel, points: 1 }],
      ...(photos !== undefined && { photos }),
      ...(evidence && { evidence }),
    };
  },
  write: ({ list, photos, evidence }) => [
    {
      marks: [...when(photos, (n) => `照片最多${n}张`), ...when(evidence, () => '须附照片')],
      body: list.map(({ label, points, times }, index) =>
        line(
          label,
          leadOf(index, list.length),
          `（扣${points}分${times === undefined ? '' : `，最多${times}次`}）`,
        ),
      ),
    },
  ],
};
