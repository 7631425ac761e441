// A result as residents are told it: of which unit, how many answers, a line for each question; and when it is renewed.
import type { Phase } from '../../../schema/api/campaigns.ts';
import type { PublicResult } from '../../../schema/api/fill.ts';
import { say } from '../words.ts';

interface Props {
  result: PublicResult | null;
  phase: Phase;
}

export function Result({ result, phase }: Props) {
  if (!result) return <p>{say('resultHidden')}</p>;
  return (
    <>
      <p>{say(result.older ? 'resultAt' : 'resultOf', { unit: result.unit.name, n: result.n })}</p>
      <dl class="result">
        {result.lines.map((line) => (
          <div key={line.title}>
            <dt>{line.title}</dt>
            <dd>{line.words}</dd>
          </div>
        ))}
      </dl>
      {phase === 'closed' && result.older && <p>{say('resultKept')}</p>}
    </>
  );
}
