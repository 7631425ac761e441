// Answers as people give them: to one question as it is asked, or to a whole form from the first question to the end.
// The same seed gives the same answers.
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Question } from '../../schema/fields/shapes.ts';
import type { CompiledForm, Outcome } from '../../schema/form/compile.ts';
import { Dice } from '../../worker/host/dice.ts';

const file = 'f'.repeat(52);
const opens = Date.UTC(2026, 2, 1);

/** An answer that this question takes as it is offered, whatever its author's own checks say to it. */
export function answerTo(question: Question, dice: Dice): unknown {
  const pick = <T>(list: readonly T[]): T => {
    const [first, ...rest] = list;
    if (first === undefined) throw new Error(`${question.id} offers nothing`);
    return dice.pick([first, ...rest]);
  };
  const some = <T>(list: readonly T[], most = list.length) => {
    const start = dice.whole(0, list.length - 1);
    const many = dice.whole(1, Math.min(most, list.length));
    return list.filter((_, index) => (index - start + list.length) % list.length < many);
  };
  const choice = ({ id, text }: { id: string; text?: boolean | undefined }) =>
    text ? { id, text: '写明' } : id;
  const each = <T extends { id: string }>(list: readonly T[], cell: (one: T) => unknown) =>
    Object.fromEntries(list.map((one) => [one.id, cell(one)]));
  switch (question.type) {
    case 'single':
      return choice(pick(question.options));
    case 'multi': {
      const alone = question.options.filter(({ exclusive }) => exclusive);
      const usual = question.options.filter(({ exclusive }) => !exclusive);
      if (alone.length > 0 && dice.chance(0.25)) return [choice(pick(alone))];
      return some(usual, question.max).map(choice);
    }
    case 'yes-no':
      return pick(['yes', 'no']);
    case 'scale':
      return question.na && dice.chance(0.1) ? 'na' : dice.whole(question.from, question.to);
    case 'rating':
      return dice.whole(1, question.stars ?? 5);
    case 'rank':
      return question.options.slice(0, question.places).map(({ id }) => id);
    case 'matrix-scale':
      return each(question.rows, () => dice.whole(question.from, question.to));
    case 'matrix-single':
      return each(question.rows, () => pick(question.columns).id);
    case 'matrix-multi':
      return each(question.rows, () => some(question.columns).map(({ id }) => id));
    case 'matrix-text':
      return each(question.rows, () => each(question.columns, () => '写几个字'));
    case 'candidates': {
      // At most one is approved, as one seat asks.
      const liked = dice.whole(0, question.candidates.length);
      return Object.fromEntries(
        question.candidates.map(({ id }, index) => [
          id,
          index === liked ? 'for' : pick(['against', 'abstain']),
        ]),
      );
    }
    case 'indicator':
      return { marks: dice.whole(0, question.full), reason: '看到的' };
    case 'deductions':
      return { found: { [pick(question.list).id]: 1 }, photos: [file] };
    case 'number':
      return dice.whole(Math.ceil(question.min ?? 0), Math.min(question.max ?? 9, 9));
    case 'rows':
      return [
        each(question.columns, ({ kind }) =>
          kind === 'number' ? 88.5 : kind === 'date' ? '2026-03-08' : '写几个字',
        ),
      ];
    case 'text':
    case 'long-text':
      return '2单元302';
    case 'name':
      return '王芳';
    case 'phone':
      return '13800138000';
    case 'date':
      return '2026-03-08';
    case 'consent':
      return question.version;
    case 'unit':
      return { id: 'b1', name: '滨河社区 2号楼', ...(question.room && { room: '2单元302' }) };
    case 'photo':
    case 'file':
    case 'signature':
    case 'voice':
      return [file];
    default:
      throw new Error(`no answer for ${question.type}`);
  }
}

/** One resident's way through a form, question by question: only what must be answered, or everything that is asked. */
export function fillIn(form: CompiledForm, seed: number, asked: 'required' | 'all'): Outcome {
  const dice = new Dice(seed);
  const given: Record<string, unknown> = {};
  for (;;) {
    const outcome = form.check(given, { opens, seed: String(seed) });
    const next = outcome.asked.find(
      (question) =>
        fieldOf(question).asks &&
        !Object.hasOwn(given, question.id) &&
        (asked === 'all' || Object.hasOwn(outcome.problems, question.id)),
    );
    if (!next) return outcome;
    given[next.id] = answerTo(next, dice);
    // Whoever is told that an answer does not go with another one chooses the smallest.
    const { problems } = form.check(given, { opens, seed: String(seed) });
    if (problems[next.id]?.code === 'rule' && next.type === 'number') given[next.id] = next.min ?? 0;
  }
}
