// What has to be put right, each line a link to its question.
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { controlId } from '../fields/control.ts';
import { say, sayProblem } from '../words.ts';

interface Props {
  definition: Definition;
  problems: Readonly<Record<string, AnswerProblem>>;
  /** goes there in the page with JavaScript, where the question may be on another screen */
  go?: ((id: string) => void) | undefined;
}

export function ErrorSummary({ definition, problems, go }: Props) {
  const wrong = definition.questions.filter((question) => problems[question.id]);
  return (
    <div class="summary" role="alert" tabIndex={-1} id="wrong">
      <h2>
        <span aria-hidden="true">▲ </span>
        {say('mistakes', { n: Object.keys(problems).length })}
      </h2>
      <p>{say('mistakesHelp')}</p>
      <ul>
        {wrong.map((question) => {
          const problem = problems[question.id];
          return (
            <li key={question.id}>
              <a
                href={`#${controlId(question)}`}
                onClick={(event) => {
                  if (!go) return;
                  event.preventDefault();
                  go(question.id);
                }}
              >
                {question.title}
                {problem && ` ${sayProblem(problem)}`}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
