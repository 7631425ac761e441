// 简答
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'long-text'>> = {
  frame: 'single',
  says: ['most'],
  hint: ({ maxLength }) => (maxLength ? say('most', { n: maxLength }) : undefined),
  draw: ({ question, values, set, id, describedBy, invalid }) => {
    const name = formName(question);
    const text = first(values, name);
    return (
      <textarea
        id={id}
        name={name}
        rows={4}
        value={text}
        onInput={(event) => set(name, [event.currentTarget.value])}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
    );
  },
};
