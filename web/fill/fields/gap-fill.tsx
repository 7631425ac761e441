// 多项填空: the sentence itself, with a field in each blank.
import { formName } from '../../../schema/fields/field.ts';
import { type Gap, gapName, piecesOf } from '../../../schema/fields/gap-fill.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { partIds } from './part-ids.ts';
import './gap-fill.css';
import './parts.css';

/** Blanks that may stay empty while others may not. */
const optionalGaps = ({ gaps, required }: QuestionOf<'gap-fill'>) =>
  required && gaps.some(({ optional }) => !optional) ? gaps.filter(({ optional }) => optional) : [];

export const control: Control<QuestionOf<'gap-fill'>> = {
  frame: 'group',
  titled: true,
  draw: ({ question, values, set, id, problem }) => {
    const { gaps } = question;
    const wrong = gaps.find((gap, index) => problem?.args.gap === gapName(gap, index, question));
    const free = optionalGaps(question);
    const isWrong = (gap: Gap) => problem !== undefined && (wrong ? wrong === gap : !free.includes(gap));
    const idOf = partIds(
      id,
      gaps.map((gap) => gap.id),
      wrong?.id,
    );
    return (
      <p class="sentence">
        {piecesOf(question.title).map((piece, index) => {
          const gap = gaps[index];
          const name = gap && formName(question, gap.id);
          const mark = gap && free.includes(gap) ? say('optional') : '';
          return (
            <>
              {piece}
              {gap && name && (
                <span class={isWrong(gap) ? undefined : 'fine'}>
                  <input
                    id={idOf(gap.id)}
                    name={name}
                    value={first(values, name)}
                    aria-label={`${gapName(gap, index, question)}${mark}`}
                    aria-invalid={isWrong(gap) || undefined}
                    inputMode={gap.kind === 'number' ? 'decimal' : undefined}
                    autocomplete="off"
                    size={gap.kind === 'number' ? 4 : 10}
                    onInput={(event) => set(name, [event.currentTarget.value])}
                  />
                  {mark && <span class="optional">{mark}</span>}
                </span>
              )}
            </>
          );
        })}
        {!question.required && <span class="optional">{say('optional')}</span>}
      </p>
    );
  },
};
