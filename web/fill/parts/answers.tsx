// The answers in words: to check before sending, and on the receipt.

import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Answers } from '../../../schema/form/compile.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { own } from '../values.ts';
import { say } from '../words.ts';

interface Props {
  questions: readonly Question[];
  answers: Answers;
  /** those without an answer are named too */
  all?: boolean;
  change?: ((question: Question) => void) | undefined;
}

export function AnswerList({ questions, answers, all, change }: Props) {
  const listed = questions.filter(
    (question) => own(answers, question.id) !== undefined || (all && fieldOf(question).asks),
  );
  return (
    <dl class="answers">
      {listed.map((question) => (
        <div key={question.id}>
          <dt>{question.title}</dt>
          <dd>
            {own(answers, question.id) === undefined ? (
              <span class="none">{say('noAnswer')}</span>
            ) : (
              <span class="lines">{fieldOf(question).words(own(answers, question.id), question)}</span>
            )}
            {change && (
              <button
                type="button"
                class="plain"
                aria-label={say('changeOf', { title: question.title })}
                onClick={() => change(question)}
              >
                {say('change')}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names what was answered and does not apply: nothing is dropped in silence. */
export function Dropped({ definition, dropped }: { definition: Definition; dropped: readonly string[] }) {
  if (dropped.length === 0) return null;
  return (
    <div class="notice">
      <p>{say('dropped')}</p>
      <ul>
        {definition.questions
          .filter((question) => dropped.includes(question.id))
          .map((question) => (
            // Without what it would repeat of answers that there may not be.
            <li key={question.id}>{question.title.replace(/\{\{[^{}]*\}\}/g, '……')}</li>
          ))}
      </ul>
    </div>
  );
}
