// 滑动条: a handle with its figure in large type, and a step up or down for hands that tremble. Nothing is chosen until it
// is touched. Without a script a number is typed.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { Line } from './line.tsx';
import './slider.css';

type Slider = QuestionOf<'slider'>;

export const control: Control<Slider> = {
  frame: 'single',
  says: ['between', 'notChosen', 'less', 'more'],
  hint: ({ min, max, low, high }) =>
    say('between', { min: low ? `${min}（${low}）` : min, max: high ? `${max}（${high}）` : max }),
  draw: (drawn) =>
    scripted ? (
      <Handle {...drawn} />
    ) : (
      <Line
        drawn={drawn}
        type="text"
        {...(drawn.question.min < 0 ? {} : { inputMode: 'numeric' as const })}
        unit={drawn.question.unit}
      />
    ),
};

function Handle({ question, values, set, id, describedBy, invalid }: Drawn<Slider>) {
  const { min, max, step = 1, unit = '' } = question;
  const name = formName(question);
  const typed = first(values, name);
  const chosen = typed !== '' && Number.isFinite(Number(typed));
  // Half way, on a step: where the handle stands before it is touched.
  const value = chosen ? Number(typed) : min + Math.round((max - min) / 2 / step) * step;
  const top = min + Math.floor((max - min) / step) * step;
  const put = (next: number) => set(name, [String(Math.max(min, Math.min(top, next)))]);
  return (
    <div class={chosen ? 'slider' : 'slider unset'}>
      <output for={id}>{chosen ? `${value}${unit}` : say('notChosen')}</output>
      <button type="button" aria-label={say('less')} onClick={() => put(chosen ? value - step : value)}>
        −
      </button>
      <input
        type="range"
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={chosen ? `${value}${unit}` : say('notChosen')}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => put(Number(event.currentTarget.value))}
        // Touched where it stands: that is a choice too.
        onClick={(event) => put(Number(event.currentTarget.value))}
      />
      <button type="button" aria-label={say('more')} onClick={() => put(chosen ? value + step : value)}>
        +
      </button>
      {chosen && !question.required && (
        <button type="button" class="plain unchoose" onClick={() => set(name, [])}>
          {say('clear')}
        </button>
      )}
    </div>
  );
}
