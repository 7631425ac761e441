// What could not be opened, in one sentence, and where to go.
import type { ModelOf } from '../../../schema/api/page.ts';
import { CodeForm } from '../parts/code-form.tsx';
import { say } from '../words.ts';

export function ProblemPageView({ model }: { model: ModelOf<'problem'> }) {
  const { title, code, replaced, status, here } = model;
  return (
    <>
      <h1>{say('problem')}</h1>
      {code === undefined ? <p>{replaced ? say('replaced') : title}</p> : <CodeForm wrong={code} />}
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
