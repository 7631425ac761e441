// 图片说明: the picture with its heading, its description for those who do not see it, and words under it.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { mediaUrl } from './media-url.ts';
import './media.css';

export const control: Control<QuestionOf<'picture'>> = {
  frame: 'bare',
  draw: ({ question }) => (
    <figure class="note media">
      <h2>{question.title}</h2>
      {question.image && <img src={mediaUrl(question.image)} alt={question.alt ?? question.title} />}
      {question.hint && <figcaption class="lines">{question.hint}</figcaption>}
    </figure>
  ),
};
