// 同意书: the whole text to read, then one box.
import { agreeWords } from '../../../schema/fields/consent.ts';
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'consent'>> = {
  frame: 'group',
  draw: ({ question, values, set, id }) => {
    const name = formName(question);
    const version = String(question.version);
    const ticked = first(values, name) === version;
    return (
      <>
        <p class="notice lines">{question.text}</p>
        <div class="choices">
          <Choice
            type="checkbox"
            name={name}
            value={version}
            id={id}
            checked={ticked}
            pick={() => set(name, ticked ? [] : [version])}
          >
            {agreeWords(question)}
          </Choice>
        </div>
      </>
    );
  },
};
