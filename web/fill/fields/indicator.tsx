// 评分项: marks with the full ones beside the field, the levels in words, and a reason where the marks are low.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import './indicator.css';

export const control: Control<QuestionOf<'indicator'>> = {
  frame: 'group',
  says: ['marksOf', 'marks', 'reason', 'reasonOptional', 'levelFrom'],
  hint: ({ full }) => say('marksOf', { full }),
  draw: ({ question, values, set, id, invalid }) => {
    const name = formName(question);
    const reason = formName(question, 'reason');
    const marks = first(values, name);
    const { levels = [], full, halves, reasonBelow } = question;
    const asked = reasonBelow !== undefined && marks !== '' && Number(marks) < reasonBelow;
    return (
      <>
        {levels.length > 0 && (
          <dl class="levels">
            {levels.map(({ label, from }) => (
              <div key={label}>
                <dt>{say('levelFrom', { from })}</dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        )}
        <div class="with-unit">
          <input
            class="short"
            id={id}
            name={name}
            value={marks}
            aria-label={say('marks')}
            inputMode={halves ? 'decimal' : 'numeric'}
            autocomplete="off"
            size={5}
            aria-invalid={invalid || undefined}
            onInput={(event) => set(name, [event.currentTarget.value])}
          />
          <span>/ {full}</span>
        </div>
        <label class="reason" for={`${id}-reason`}>
          {asked ? say('reason') : say('reasonOptional')}
        </label>
        <input
          id={`${id}-reason`}
          name={reason}
          value={first(values, reason)}
          autocomplete="off"
          onInput={(event) => set(reason, [event.currentTarget.value])}
        />
      </>
    );
  },
};
