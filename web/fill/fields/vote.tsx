// 表态: options one below the other; once one is chosen, how all have voted so far stands beside each.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { own } from '../values.ts';
import { say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';
import './parts.css';
import './vote.css';

/** Fewer votes than these are shown to nobody: they would tell on the few. */
const fewest = 10;

export const control: Control<QuestionOf<'vote'>> = {
  frame: 'group',
  says: ['voteShare', 'voteAll', 'voteFew'],
  draw: ({ question, values, set, id, live }) => {
    const name = formName(question);
    const [chosen] = own(values, name) ?? [];
    const counts = live?.[question.id] ?? {};
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const shown = chosen !== undefined && all >= fewest;
    return (
      <>
        <div class="choices">
          {question.options
            .filter(({ retired }) => !retired)
            .map((option, index) => {
              const share = Math.round(((counts[option.id] ?? 0) / all) * 100);
              return (
                <Choice
                  key={option.id}
                  type="radio"
                  name={name}
                  value={option.id}
                  id={index === 0 ? id : `${id}-${option.id}`}
                  checked={chosen === option.id}
                  pick={() => set(name, [option.id])}
                  more={
                    shown && (
                      <div class="share">
                        <progress max={100} value={share} aria-hidden="true" />
                        <small>{say('voteShare', { share })}</small>
                      </div>
                    )
                  }
                >
                  {option.label}
                </Choice>
              );
            })}
        </div>
        {chosen !== undefined && live && (
          <p class="still" role="status">
            {shown ? say('voteAll', { n: all }) : say('voteFew', { n: fewest })}
          </p>
        )}
      </>
    );
  },
};
