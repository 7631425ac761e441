// 比重: a figure for each option, and what is still to be given out.
import { totalOf } from '../../../schema/fields/allocate.ts';
import { firstFilled, formName } from '../../../schema/fields/field.ts';
import { offered } from '../../../schema/fields/options.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { partIds } from './part-ids.ts';
import './parts.css';

export const control: Control<QuestionOf<'allocate'>> = {
  frame: 'group',
  says: ['allocateHow', 'allocateLeft', 'allocateOver', 'allocateDone'],
  hint: (question) => say('allocateHow', { total: `${totalOf(question)}${question.unit ?? ''}` }),
  draw: ({ question, values, set, id, invalid, problem }) => {
    const total = totalOf(question);
    const unit = question.unit ?? '';
    const options = offered(question.options);
    const idOf = partIds(
      id,
      options.map((option) => option.id),
      options.find(({ label }) => label === problem?.args.row)?.id,
    );
    const given = options.reduce(
      (sum, option) => sum + (Number(firstFilled(own(values, formName(question, option.id)) ?? [])) || 0),
      0,
    );
    const left = total - given;
    return (
      <>
        <div class="fields">
          {options.map((option) => {
            const name = formName(question, option.id);
            const ownId = idOf(option.id);
            return (
              <div key={option.id}>
                <label for={ownId}>{option.label}</label>
                <div class={unit ? 'with-unit' : undefined}>
                  <input
                    class="short"
                    id={ownId}
                    name={name}
                    value={first(values, name)}
                    inputMode="numeric"
                    autocomplete="off"
                    aria-invalid={invalid || undefined}
                    onInput={(event) => set(name, [event.currentTarget.value])}
                  />
                  {unit && <span>{unit}</span>}
                </div>
              </div>
            );
          })}
        </div>
        {given > 0 && (
          <p class="still" role="status">
            {left > 0
              ? say('allocateLeft', { left: `${left}${unit}` })
              : left < 0
                ? say('allocateOver', { over: `${-left}${unit}` })
                : say('allocateDone')}
          </p>
        )}
      </>
    );
  },
};
