// 分页: the title of what follows.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'page-break'>> = {
  frame: 'bare',
  draw: ({ question }) => (
    <div class="page-title">
      <h2>{question.title}</h2>
      {question.hint && <p class="lines">{question.hint}</p>}
    </div>
  ),
};
