// A choice of candidates 候选人: for, against or abstain for each, or at most so many of them. A ballot's rules of what is
// valid and who is elected are not here: this is the paper, schema/elections counts.
import * as z from 'zod/mini';
import { fileId, localId } from '../ids.ts';
import {
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  label,
  ok,
  questionShape,
} from './field.ts';
import { cellKey, readParts } from './matrix.ts';

const candidateShape = () =>
  z.strictObject({
    id: localId(),
    label: label(40),
    /** one line: 62 岁，退休教师，住 2 单元 */
    note: z.optional(label(100)),
    image: z.optional(fileId()),
  });
export const shape = () =>
  questionShape('candidates', {
    candidates: z.array(candidateShape()).check(z.minLength(1), z.maxLength(50)),
    /** each: a stance on every candidate; choose: at most `seats` of them */
    mode: z.enum(['each', 'choose']),
    seats: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  });
export type CandidatesQuestion = z.infer<ReturnType<typeof shape>>;

export const stances = ['for', 'against', 'abstain'] as const;
export type Stance = (typeof stances)[number];
const isStance = (value: unknown): value is Stance => stances.some((stance) => stance === value);

export const stanceWords = (question: CandidatesQuestion): Record<Stance, string> =>
  inLanguage(question, {
    zh: { for: '赞成', against: '反对', abstain: '弃权' },
    en: { for: 'For', against: 'Against', abstain: 'Abstain' },
  });
export const seatsOf = ({ seats = 1 }: Pick<CandidatesQuestion, 'seats'>) => seats;

/** Stances by candidate; where they are chosen, `for` by each who was. */
export const field: Field<CandidatesQuestion, Record<string, Stance>> = {
  type: 'candidates',
  asks: true,
  personal: false,
  labels: ['候选人题', '推选题', '选举题', '投票多选题', '投票多选'],
  problems: ['choice-unknown', 'candidates-many', 'candidate-missing'],
  check(value, question) {
    if (!isRecord(value)) return fail('wrong-shape');
    const given = new Map(Object.entries(value));
    const answer: Record<string, Stance> = {};
    for (const { id, label } of question.candidates) {
      const stance = given.get(id);
      given.delete(id);
      if (stance === undefined || stance === null) {
        if (question.mode === 'each' && question.required)
          return fail('candidate-missing', { candidate: label });
        continue;
      }
      if (!isStance(stance) || (question.mode === 'choose' && stance !== 'for')) return fail('wrong-shape');
      answer[id] = stance;
    }
    const [stranger] = given.keys();
    if (stranger !== undefined) return fail('choice-unknown', { option: stranger.slice(0, 24) });
    const chosen = Object.values(answer).filter((stance) => stance === 'for').length;
    const seats = seatsOf(question);
    if (question.mode === 'choose' && chosen > seats) return fail('candidates-many', { seats, chosen });
    return Object.keys(answer).length > 0 ? ok(answer) : fail('required');
  },
  read(form, question) {
    if (question.mode === 'choose') {
      const chosen = form(formName(question)).filter((id) => id !== '');
      return chosen.length > 0 ? Object.fromEntries(chosen.map((id) => [id, 'for'])) : undefined;
    }
    return readParts(question.candidates, ({ id }) => firstFilled(form(formName(question, id))));
  },
  write: (answer, question) =>
    question.mode === 'choose'
      ? { [formName(question)]: Object.keys(answer) }
      : Object.fromEntries(Object.entries(answer).map(([id, stance]) => [formName(question, id), [stance]])),
  count: (answer) => ({
    ...Object.fromEntries(Object.entries(answer).map(([id, stance]) => [cellKey(id, stance), 1])),
    _n: 1,
  }),
  items(question) {
    const words = stanceWords(question);
    if (question.mode === 'choose')
      return [
        {
          row: '',
          title: question.title,
          keys: question.candidates.map(({ id, label }) => ({ key: cellKey(id, 'for'), label })),
          base: '_n',
        },
      ];
    return question.candidates.map(({ id, label }) => ({
      row: id,
      title: label,
      keys: stances.map((stance) => ({ key: cellKey(id, stance), label: words[stance] })),
    }));
  },
  comparable: (question, row) => {
    if (row === undefined) return { kind: 'options', options: question.candidates.map(({ id }) => id) };
    const known = question.candidates.some(({ id }) => id === row);
    return known ? { kind: 'option', options: stances } : { kind: 'none' };
  },
  value: (answer, _question, row) =>
    row === undefined ? Object.keys(answer).filter((id) => answer[id] === 'for') : answer[row],
  columns: (question) =>
    question.candidates.map(({ id, label }) => ({ suffix: id, label: `${question.title} ${label}` })),
  cells: (answer, question) => question.candidates.map(({ id }) => answer[id] ?? ''),
  cellsInWords(answer, question) {
    const words = stanceWords(question);
    return question.candidates.map(({ id }) => {
      const stance = answer[id];
      return stance ? words[stance] : '';
    });
  },
  words(answer, question) {
    const words = stanceWords(question);
    return question.candidates
      .flatMap(({ id, label }) => {
        const stance = answer[id];
        if (!stance) return [];
        return question.mode === 'choose' ? [label] : [`${label} ${words[stance]}`];
      })
      .join('、');
  },
  faults: ({ mode, seats = 1, candidates }) =>
    mode === 'choose' && seats > candidates.length ? [error('contradictory-range')] : [],
  seconds: ({ candidates, mode }) => 8 + (mode === 'each' ? 6 : 3) * candidates.length,
};
