// Check your answers: the second step of the plain form.
import type { ModelOf } from '../../../schema/api/page.ts';
import { AnswerList, Dropped } from '../parts/answers.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { LetterCode } from '../parts/letter-code.tsx';
import { Refused } from '../parts/refused.tsx';
import { say } from '../words.ts';
import { carried, target } from './plain-target.ts';

export function CheckPageView({ model }: { model: ModelOf<'check'> }) {
  const { facts, definition, outcome, values, stop, unit, correction } = model;
  const { answers, asked, dropped, end } = outcome;
  const form = (send: boolean) => (
    <form id="form" method="post" action={target(model)}>
      <Hidden fields={{ ...carried(model), reason: correction?.staff?.reason }} values={values} />
      {send && !correction && facts.access !== 'anyone' && <LetterCode code={model.letter ?? ''} />}
      {send && (
        <button type="submit" class="primary" name=".do" value="send">
          {say(correction ? 'sendCorrection' : 'send')}
        </button>
      )}
      <button type="submit" class="plain" name=".do" value="edit">
        {say('backToEdit')}
      </button>
    </form>
  );
  if (end.refuses)
    return (
      <>
        <p class="form-title">{facts.title}</p>
        <Refused end={end} />
        {form(false)}
      </>
    );
  return (
    <>
      <p class="form-title">{facts.title}</p>
      <h1>{say('check')}</h1>
      {stop ? (
        <div class="summary" role="alert">
          <p>
            <span aria-hidden="true">▲ </span>
            {stop.title}
          </p>
          {stop.to === 'choose' && (
            <p>
              <a href={`/f/${facts.slug}?choose=1`}>{say('chooseBuildingPage')}</a>
            </p>
          )}
          {stop.to === 'receipt' && (
            <p>
              <a href="/r">{say('findReceipt')}</a>
            </p>
          )}
        </div>
      ) : (
        <p>{say('checkHelp', { send: say(correction ? 'sendCorrection' : 'send') })}</p>
      )}
      <p class="unit">{say('forBuilding', { name: `${unit.above} ${unit.name}`.trim() })}</p>
      <AnswerList questions={asked} answers={answers} />
      <Dropped definition={definition} dropped={dropped} />
      {correction?.staff && <p>{say('because', { reason: correction.staff.reason })}</p>}
      {form(!stop || stop.again)}
    </>
  );
}
