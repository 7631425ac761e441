// 视频说明: it plays when somebody presses it, in the page and not over it.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { mediaUrl } from './media-url.ts';
import './media.css';

export const control: Control<QuestionOf<'video'>> = {
  frame: 'bare',
  draw: ({ question }) => (
    <figure class="note media">
      <h2>{question.title}</h2>
      {question.video && (
        // biome-ignore lint/a11y/useMediaCaption: what is said in it stands under it as words
        <video
          src={mediaUrl(question.video)}
          controls
          preload="metadata"
          playsInline
          aria-label={question.title}
        />
      )}
      {question.hint && <figcaption class="lines">{question.hint}</figcaption>}
    </figure>
  ),
};
