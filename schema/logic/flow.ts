// The way through a form: jumps over what comes next, and the endings that answers lead to. A jump goes forward only,
// so the way is settled in one pass: a question is skipped when a jump before it fired and lands behind it.
import { holds } from './condition.ts';
import type { Ending, Jump } from './shapes.ts';
import type { Sight } from './sight.ts';

interface Way {
  questions: readonly { id: string; type: string; jumps?: Jump[] | undefined }[];
  endings?: Ending[] | undefined;
}

export const hasFlow = ({ questions, endings }: Way) =>
  endings !== undefined || questions.some(({ jumps }) => jumps !== undefined);

export interface Flow {
  skips(index: number): boolean;
  leave(index: number): void;
  ending(): Ending | undefined;
}

/** One walk through the form. Indexes are places in the list of questions. */
export function flowOf({ questions, endings = [] }: Way, sight: Sight): Flow {
  const fired: { from: number; to: number; name: string }[] = [];
  const landing = (name: string) => {
    const at = questions.findIndex(({ id, type }) => id === name && type === 'page-break');
    return at < 0 ? questions.length : at;
  };
  return {
    skips: (index) => fired.some(({ from, to }) => from < index && index < to),
    leave(index) {
      const jump = questions[index]?.jumps?.find(({ when }) => !when || holds(when, sight));
      if (jump) fired.push({ from: index, to: landing(jump.to), name: jump.to });
    },
    ending() {
      const out = fired.find(({ to }) => to === questions.length);
      if (out) return endings.find(({ id }) => id === out.name);
      return endings.find(({ when }) => when && holds(when, sight));
    },
  };
}
