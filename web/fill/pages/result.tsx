// How a run stands while it is open, where its organiser lets residents see that. The address goes on after the end.
import type { ModelOf } from '../../../schema/api/page.ts';
import { Result } from '../parts/result.tsx';
import { say } from '../words.ts';

type Model = ModelOf<'result'>;

export const resultTitle = ({ facts }: Model) => say(facts.phase === 'closed' ? 'result' : 'resultNow');

export function ResultPageView({ model }: { model: Model }) {
  const { title, phase } = model.facts;
  return (
    <>
      <p class="form-title">{title}</p>
      <h1>{resultTitle(model)}</h1>
      <Result result={model.result} phase={phase} />
      {phase === 'open' && <p>{say('resultGrows')}</p>}
      {phase !== 'closed' && <p>{say('resultSteps')}</p>}
    </>
  );
}
