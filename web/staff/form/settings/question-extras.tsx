// 更多设置 of a question: each folded under its name with what it says now, so that nothing set is out of sight.
import { useState } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Builder } from '../builder.ts';
import { Fold } from '../fold.tsx';
import { useSwitches } from '../switches.ts';
import { carry } from './carry.tsx';
import type { Extra } from './extra.ts';
import { jumps } from './jumps.tsx';
import { shuffle } from './order.tsx';
import { quiz } from './quiz.tsx';
import { requiredIf } from './required-if.tsx';
import { rules } from './rules.tsx';
import { t } from './words.ts';

const extras: readonly Extra[] = [requiredIf, rules, jumps, shuffle, carry, quiz];

/** All that is set for a question beyond its type's own, in sentences. */
export const extraWords = (question: Question, definition: Definition): string[] =>
  extras.flatMap((extra) => extra.says(question, definition));

export function QuestionExtras(props: { question: Question; builder: Builder }) {
  const { question, builder } = props;
  const { definition } = builder;
  const { on } = useSwitches();
  const here = extras.filter(
    ({ needs, fits }) => (needs === undefined || on.has(needs)) && fits(question, definition),
  );
  const set = here.filter((extra) => extra.says(question, definition).length > 0).length;
  const [open, setOpen] = useState(set > 0);
  if (here.length === 0) return null;
  return (
    <details class="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{set > 0 ? t('moreN', { n: set }) : t('more')}</summary>
      <div class="stack tight">
        {here.map(({ key, says, Panel }) => (
          <Fold key={key} at={`q.${question.id}.${key}`} title={t(key)} says={says(question, definition)}>
            <Panel question={question} builder={builder} />
          </Fold>
        ))}
      </div>
    </details>
  );
}
