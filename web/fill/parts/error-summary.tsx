// What has to be put right, each line a link to its question.
import type { Values } from '../../../schema/api/page.ts';
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { own } from '../values.ts';
import { say } from '../words.ts';
import { wrongId, wrongWords } from './wrong.ts';

interface Props {
  questions: readonly Question[];
  values: Values;
  problems: Readonly<Record<string, AnswerProblem>>;
  /** goes there in the page with JavaScript, where the question may be on another screen */
  go?: ((control: string) => void) | undefined;
}

export function ErrorSummary({ questions, values, problems, go }: Props) {
  const wrong = questions.filter((question) => own(problems, question.id));
  return (
    <div class="summary" role="alert" tabIndex={-1} id="wrong">
      <h2>
        <span aria-hidden="true">▲ </span>
        {say('mistakes', { n: wrong.length })}
      </h2>
      <p>{say('mistakesHelp')}</p>
      <ul>
        {wrong.map((question) => {
          const problem = own(problems, question.id);
          return (
            <li key={question.id}>
              <a
                href={`#${wrongId(question, problem, values)}`}
                onClick={(event) => {
                  if (!go) return;
                  event.preventDefault();
                  go(wrongId(question, problem, values));
                }}
              >
                {question.title}
                {problem && ` ${wrongWords(question, problem, values)}`}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
