// 打分: stars in a row, each with its word under it; those up to the chosen one are filled.
import { formName } from '../../../schema/fields/field.ts';
import { pointsOf } from '../../../schema/fields/points.ts';
import { ratingRange } from '../../../schema/fields/rating.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say, type Word } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';

const ofFive: readonly Word[] = ['star1', 'star2', 'star3', 'star4', 'star5'];

export const control: Control<QuestionOf<'rating'>> = {
  frame: 'group',
  says: ['stars', 'star1', 'star2', 'star3', 'star4', 'star5'],
  draw: ({ question, values, set, id }) => {
    const name = formName(question);
    const range = ratingRange(question);
    const chosen = first(values, name);
    return (
      // Filled stars need to know that there is a chosen one; without a script only the chosen star is marked.
      <div class={`stars${chosen ? ' chosen' : ''}`}>
        {pointsOf(range).map((point) => {
          const word = range.to === 5 ? ofFive[point - 1] : undefined;
          return (
            <Choice
              key={point}
              type="radio"
              name={name}
              value={String(point)}
              id={point === 1 ? id : `${id}-${point}`}
              checked={chosen === String(point)}
              pick={() => set(name, [String(point)])}
            >
              <svg
                class={chosen && point <= Number(chosen) ? 'on' : ''}
                viewBox="0 0 24 24"
                aria-hidden="true"
              >
                <path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z" />
              </svg>
              <span class="away">{say('stars', { n: point })} </span>
              {word ? say(word) : <span aria-hidden="true">{point}</span>}
            </Choice>
          );
        })}
      </div>
    );
  },
};
