// The answers in words: to check before sending, and on the receipt.

import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Answers } from '../../../schema/form/compile.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { own } from '../values.ts';
import { say } from '../words.ts';

interface Props {
  definition: Definition;
  answers: Answers;
  /** the questions that show with these answers; all that were answered when left out */
  visible?: ReadonlySet<string> | undefined;
  change?: ((question: Question) => void) | undefined;
}

export function AnswerList({ definition, answers, visible, change }: Props) {
  const listed = definition.questions.filter(
    (question) =>
      fieldOf(question).asks &&
      (visible ? visible.has(question.id) : own(answers, question.id) !== undefined),
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
            <li key={question.id}>{question.title}</li>
          ))}
      </ul>
    </div>
  );
}
