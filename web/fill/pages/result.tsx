// How a run stands while it is open, where its organiser lets residents see that.
import type { ModelOf } from '../../../schema/api/page.ts';
import { Result } from '../parts/result.tsx';
import { say } from '../words.ts';

export function ResultPageView({ model }: { model: ModelOf<'result'> }) {
  return (
    <>
      <p class="form-title">{model.facts.title}</p>
      <h1>{say('resultNow')}</h1>
      <Result result={model.result} />
      <p>{say('resultSteps')}</p>
    </>
  );
}
