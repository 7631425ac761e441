// 评分项: marks with the full ones beside the field, the levels in words, and a reason where the marks are low.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { partIds } from './part-ids.ts';
import './indicator.css';
import './parts.css';

export const control: Control<QuestionOf<'indicator'>> = {
  frame: 'group',
  says: ['marksOf', 'marks', 'marksWhy', 'reasonOptional', 'levelFrom'],
  hint: ({ full }) => say('marksOf', { full }),
  draw: ({ question, values, set, id, problem }) => {
    const name = formName(question);
    const reason = formName(question, 'reason');
    const marks = first(values, name);
    const { levels = [], full, halves, reasonBelow } = question;
    const wrong = problem && (/^(reason|text)-/.test(problem.code) ? 'reason' : 'marks');
    const idOf = partIds(id, ['marks', 'reason'], wrong);
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
        <div class={wrong === 'marks' ? 'with-unit' : 'with-unit fine'}>
          <input
            class="short"
            id={idOf('marks')}
            name={name}
            value={marks}
            aria-label={say('marks')}
            inputMode={halves ? 'decimal' : 'numeric'}
            autocomplete="off"
            size={5}
            aria-invalid={wrong === 'marks' || undefined}
            onInput={(event) => set(name, [event.currentTarget.value])}
          />
          <span>/ {full}</span>
        </div>
        <div class={wrong === 'reason' ? undefined : 'fine'}>
          <label class="reason" for={idOf('reason')}>
            {asked ? say('marksWhy') : say('reasonOptional')}
          </label>
          <input
            id={idOf('reason')}
            name={reason}
            value={first(values, reason)}
            autocomplete="off"
            aria-invalid={wrong === 'reason' || undefined}
            onInput={(event) => set(reason, [event.currentTarget.value])}
          />
        </div>
      </>
    );
  },
};
