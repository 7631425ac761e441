// 起止日期: two days, each with its own label.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import './parts.css';

export const control: Control<QuestionOf<'date-range'>> = {
  frame: 'group',
  says: ['dateExample', 'fromDay', 'toDay'],
  hint: () => say('dateExample'),
  draw: ({ question, values, set, id, invalid }) => (
    <div class="fields">
      {(['from', 'to'] as const).map((part) => {
        const name = formName(question, part);
        const own = part === 'from' ? id : `${id}-to`;
        return (
          <div key={part}>
            <label for={own}>{say(part === 'from' ? 'fromDay' : 'toDay')}</label>
            <input
              type="date"
              id={own}
              name={name}
              value={first(values, name)}
              min={question.min}
              max={question.max}
              aria-invalid={invalid || undefined}
              onInput={(event) => set(name, [event.currentTarget.value])}
            />
          </div>
        );
      })}
    </div>
  ),
};
