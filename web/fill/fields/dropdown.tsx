// 下拉框
import { formName } from '../../../schema/fields/field.ts';
import { offered } from '../../../schema/fields/options.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'dropdown'>> = {
  frame: 'single',
  says: ['choose'],
  draw: ({ question, values, set, id, describedBy, invalid }) => {
    const name = formName(question);
    const chosen = first(values, name);
    return (
      <div class="select">
        <select
          id={id}
          name={name}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => set(name, [event.currentTarget.value])}
        >
          <option value="" selected={chosen === ''}>
            {say('choose')}
          </option>
          {offered(question.options).map((option) => (
            <option key={option.id} value={option.id} selected={option.id === chosen} disabled={option.full}>
              {option.note ? `${option.label}（${option.note}）` : option.label}
            </option>
          ))}
        </select>
      </div>
    );
  },
};
