// 判断
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { yesNoLabels } from '../../../schema/fields/yes-no.ts';
import { first } from '../values.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'yes-no'>> = {
  frame: 'group',
  draw: ({ question, values, set, id }) => {
    const name = formName(question);
    const labels = yesNoLabels(question);
    return (
      <div class="choices">
        {(['yes', 'no'] as const).map((value) => (
          <Choice
            key={value}
            type="radio"
            name={name}
            value={value}
            id={value === 'yes' ? id : `${id}-no`}
            checked={first(values, name) === value}
            pick={() => set(name, [value])}
          >
            {labels[value]}
          </Choice>
        ))}
      </div>
    );
  },
};
