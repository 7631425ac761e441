// The answers once more before they are sent; each leads back to its question.

import type { Outcome } from '../../../schema/form/compile.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { AnswerList, Dropped } from '../parts/answers.tsx';
import { say } from '../words.ts';

interface Props {
  definition: Definition;
  outcome: Outcome;
  refusal: string;
  where: string;
  send(): void;
  change(question: Question): void;
  back(): void;
}

export function CheckScreen({ definition, outcome, refusal, where, send, change, back }: Props) {
  return (
    <>
      <h1 tabIndex={-1} id="top">
        {say('check')}
      </h1>
      {refusal ? (
        <div class="summary" role="alert" tabIndex={-1} id="refused">
          <p>
            <span aria-hidden="true">▲ </span>
            {refusal}
          </p>
          <p>
            <a href="/r">{say('findReceipt')}</a>
          </p>
        </div>
      ) : (
        <p>{say('checkHelp')}</p>
      )}
      <p class="unit">{say('forBuilding', { name: where })}</p>
      <AnswerList
        definition={definition}
        answers={outcome.answers}
        visible={outcome.visible}
        change={change}
      />
      <Dropped definition={definition} dropped={outcome.dropped} />
      <button type="button" class="primary" onClick={send}>
        {say('send')}
      </button>
      <button type="button" class="plain" onClick={back}>
        ‹ {say('backToEdit')}
      </button>
    </>
  );
}
