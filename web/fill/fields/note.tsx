// 段落说明: a heading with words under it.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'note'>> = {
  frame: 'bare',
  draw: ({ question }) => (
    <div class="note">
      <h2>{question.title}</h2>
      {question.hint && <p class="lines">{question.hint}</p>}
    </div>
  ),
};
