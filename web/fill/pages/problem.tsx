// What could not be opened, in one sentence, and where to go.
import type { ModelOf } from '../../../schema/api/page.ts';
import { say } from '../words.ts';

export function ProblemPageView({ model }: { model: ModelOf<'problem'> }) {
  const { title, replaced, status, here } = model;
  return (
    <>
      <h1>{say('problem')}</h1>
      <p>{replaced ? say('replaced') : title}</p>
      {status >= 429 && here !== undefined && (
        <a class="primary" href={here}>
          {say('tryAgain')}
        </a>
      )}
      <p>
        <a class="standing" href="/">
          {say('toStart')}
        </a>
      </p>
    </>
  );
}
