// A test after it was sent: what was right, what would have been, and why.
import { choiceWords } from '../../../schema/fields/options.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Answers } from '../../../schema/form/compile.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { scoreOf } from '../../../schema/logic/score.ts';
import { own } from '../values.ts';
import { say, spokenLanguage } from '../words.ts';

export const reviewWords = ['reviewTitle', 'reviewRight', 'reviewWrong'] as const;

/** Options of a question by their labels; a judgement has two, with words of its own. */
const labelsOf = (question: Question, ids: readonly string[]) =>
  ids
    .map((id) =>
      'options' in question ? choiceWords(id, question.options) : fieldOf(question).words(id, question),
    )
    .join(spokenLanguage() === 'zh' ? '、' : ', ');

export function Review({ questions, answers }: { questions: readonly Question[]; answers: Answers }) {
  const tests = questions.flatMap((question) => {
    const answer = own(answers, question.id);
    const quiz = 'quiz' in question ? question.quiz : undefined;
    return quiz && answer !== undefined ? [{ question, quiz, answer }] : [];
  });
  if (tests.length === 0) return null;
  return (
    <>
      <h2>{say('reviewTitle')}</h2>
      <dl class="answers">
        {tests.map(({ question, quiz, answer }) => {
          const right = scoreOf({ question, field: fieldOf(question), answer }) === quiz.points;
          return (
            <div key={question.id}>
              <dt>{question.title}</dt>
              <dd>
                <span>
                  {right
                    ? `✓ ${say('reviewRight')}`
                    : say('reviewWrong', { answer: labelsOf(question, quiz.right) })}
                  {quiz.explain && <p class="hint">{quiz.explain}</p>}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
