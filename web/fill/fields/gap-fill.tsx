// 多项填空: the sentence itself, with a field in each blank.
import { formName } from '../../../schema/fields/field.ts';
import { gapName, piecesOf } from '../../../schema/fields/gap-fill.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import './gap-fill.css';

export const control: Control<QuestionOf<'gap-fill'>> = {
  frame: 'group',
  titled: true,
  draw: ({ question, values, set, id, invalid }) => (
    <p class="sentence">
      {piecesOf(question.title).map((piece, index) => {
        const gap = question.gaps[index];
        const name = gap && formName(question, gap.id);
        return (
          <>
            {piece}
            {gap && name && (
              <input
                id={index === 0 ? id : `${id}-${gap.id}`}
                name={name}
                value={first(values, name)}
                aria-label={gapName(gap, index, question)}
                aria-invalid={(invalid && !first(values, name)) || undefined}
                inputMode={gap.kind === 'number' ? 'decimal' : undefined}
                autocomplete="off"
                size={gap.kind === 'number' ? 4 : 10}
                onInput={(event) => set(name, [event.currentTarget.value])}
              />
            )}
          </>
        );
      })}
      {!question.required && <span class="optional">{say('optional')}</span>}
    </p>
  ),
};
