// A result as residents are told it: of which unit, how many answers, a line for each question.
import type { PublicResult } from '../../../schema/api/fill.ts';
import { say } from '../words.ts';

export function Result({ result }: { result: PublicResult | null }) {
  if (!result) return <p>{say('resultHidden')}</p>;
  return (
    <>
      <p>{say('resultOf', { unit: result.unit.name, n: result.n })}</p>
      <dl class="result">
        {result.lines.map((line) => (
          <div key={line.title}>
            <dt>{line.title}</dt>
            <dd>{line.words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
