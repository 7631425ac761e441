// 时间: the phone's own clock; old browsers show a plain field, so the hint gives the form.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { limitWords, limitWordsSaid } from './limits.ts';

export const control: Control<QuestionOf<'time'>> = {
  frame: 'single',
  says: ['timeExample', ...limitWordsSaid],
  hint: (question) => limitWords(question) ?? say('timeExample'),
  draw: ({ question, values, set, id, describedBy, invalid }) => {
    const name = formName(question);
    return (
      <input
        type="time"
        class="short"
        id={id}
        name={name}
        value={first(values, name)}
        min={question.min}
        max={question.max}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => set(name, [event.currentTarget.value])}
      />
    );
  },
};
