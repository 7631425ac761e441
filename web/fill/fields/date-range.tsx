// 起止日期: two days, each with its own label.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { limitWords, limitWordsSaid } from './limits.ts';
import { partIds } from './part-ids.ts';
import './parts.css';

const parts = ['from', 'to'] as const;

export const control: Control<QuestionOf<'date-range'>> = {
  frame: 'group',
  says: ['dateExample', ...limitWordsSaid, 'fromDay', 'toDay'],
  hint: (question) => limitWords(question) ?? say('dateExample'),
  draw: ({ question, values, set, id, invalid, problem }) => {
    const half = problem?.code === 'range-half';
    const isWrong = (part: string) => invalid && !(half && first(values, formName(question, part)));
    const idOf = partIds(id, parts, parts.find(isWrong));
    return (
      <div class="fields">
        {parts.map((part) => {
          const name = formName(question, part);
          const own = idOf(part);
          return (
            <div key={part} class={isWrong(part) ? undefined : 'fine'}>
              <label for={own}>{say(part === 'from' ? 'fromDay' : 'toDay')}</label>
              <input
                type="date"
                id={own}
                name={name}
                value={first(values, name)}
                min={question.min}
                max={question.max}
                aria-invalid={isWrong(part) || undefined}
                onInput={(event) => set(name, [event.currentTarget.value])}
              />
            </div>
          );
        })}
      </div>
    );
  },
};
