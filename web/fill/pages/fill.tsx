// The form on one long page: what a browser without JavaScript fills in and posts, and where the script begins.
import type { ModelOf } from '../../../schema/api/page.ts';
import { plainQuestions } from '../../../schema/logic/plain.ts';
import { Correcting, Reason } from '../parts/correcting.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { FactsLine, Keep, Trust } from '../parts/facts.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { QuestionView } from '../parts/question.tsx';
import { own } from '../values.ts';
import { whenWords } from '../when.ts';
import { say } from '../words.ts';
import { carried, target } from './plain-target.ts';

const nothing = () => {};

export function FillPageView({ model }: { model: ModelOf<'fill'> }) {
  const { facts, definition, unit, values, problems, correction, now } = model;
  const questions = plainQuestions(definition, model);
  // A unit is named by the way to it, as it is where it is found by a search.
  const here = unit?.name ? { id: unit.id, name: `${unit.above} ${unit.name}`.trim() } : undefined;
  const wrong = Object.keys(problems).length > 0;
  return (
    <div id="fill">
      <h1>{facts.title}</h1>
      <FactsLine facts={facts} now={now} />
      {wrong && <ErrorSummary questions={questions} values={values} problems={problems} />}
      {correction ? (
        <Correcting correction={correction} />
      ) : (
        <>
          {definition.intro && <p class="lines">{definition.intro}</p>}
          <Trust facts={facts} />
          <Keep facts={facts} now={now} />
        </>
      )}
      <form id="form" method="post" action={target(model)} novalidate>
        <Hidden fields={carried(model)} />
        {questions.map((question) => (
          <QuestionView
            key={question.id}
            question={question}
            values={values}
            set={nothing}
            problem={own(problems, question.id)}
            when={whenWords(definition, question.id)}
            here={here}
          />
        ))}
        {correction?.staff && <Reason {...correction.staff} />}
        <button type="submit" class="primary" name=".do" value="check">
          {say('toCheck')}
        </button>
      </form>
    </div>
  );
}
