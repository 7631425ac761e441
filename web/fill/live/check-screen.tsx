// The answers once more before they are sent; each leads back to its question.

import type { Problem } from '../../../schema/api/problem.ts';
import type { Outcome } from '../../../schema/form/compile.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { AnswerList, Dropped } from '../parts/answers.tsx';
import { LetterCode } from '../parts/letter-code.tsx';
import { Refused } from '../parts/refused.tsx';
import { say } from '../words.ts';

interface Props {
  definition: Definition;
  outcome: Outcome;
  slug: string;
  refusal?: Problem | undefined;
  where: string;
  /** the code of a letter, in runs that go by it */
  letter: { code: string; set(code: string): void } | undefined;
  send(): void;
  change(question: Question): void;
  back(): void;
}

export function CheckScreen({
  definition,
  outcome,
  slug,
  refusal,
  where,
  letter,
  send,
  change,
  back,
}: Props) {
  const { end } = outcome;
  const goBack = (
    <button type="button" class="plain" onClick={back}>
      ‹ {say('backToEdit')}
    </button>
  );
  if (end.refuses)
    return (
      <>
        <Refused end={end} />
        {goBack}
      </>
    );
  return (
    <>
      <h1 tabIndex={-1} id="top">
        {say('check')}
      </h1>
      {refusal ? (
        <div class="summary" role="alert" tabIndex={-1} id="refused">
          <p>
            <span aria-hidden="true">▲ </span>
            {refusal.title}
          </p>
          <p>
            {refusal.code === 'unit-unknown' ? (
              <a href={`/f/${slug}?choose=1`}>{say('chooseBuildingPage')}</a>
            ) : letter && refusal.code !== 'already-taken-part' ? null : (
              <a href="/r">{say('findReceipt')}</a>
            )}
          </p>
        </div>
      ) : (
        <p>{say('checkHelp', { send: say('send') })}</p>
      )}
      <p class="unit">{say('forBuilding', { name: where })}</p>
      <AnswerList questions={outcome.asked} answers={outcome.answers} all change={change} />
      <Dropped definition={definition} dropped={outcome.dropped} />
      {letter && <LetterCode {...letter} />}
      <button type="button" class="primary" onClick={send}>
        {say('send')}
      </button>
      {goBack}
    </>
  );
}
