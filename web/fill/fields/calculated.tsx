// 计算: the figure as it stands now, where the author shows it.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import { type Control, scripted } from './control.ts';

const Nothing = () => null;

export const control: Control<QuestionOf<'calculated'>> = {
  frame: 'bare',
  says: ['notYet', 'calculatedLater'],
  draw: ({ question, answer }) =>
    question.shown ? (
      <div class="note">
        <h2>{question.title}</h2>
        <p aria-live="polite">
          {answer !== undefined
            ? fieldOf(question).words(answer, question)
            : say(scripted ? 'notYet' : 'calculatedLater')}
        </p>
        {question.hint && <p class="hint">{question.hint}</p>}
      </div>
    ) : (
      <Nothing />
    ),
};
