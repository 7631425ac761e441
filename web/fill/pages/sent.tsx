// The answer to a plain form that was sent.
import type { ModelOf } from '../../../schema/api/page.ts';
import { Review } from '../parts/review.tsx';
import { Sent } from '../parts/sent.tsx';

export function SentPageView({ model }: { model: ModelOf<'sent'> }) {
  return (
    <>
      <p class="form-title">{model.facts.title}</p>
      <Sent
        facts={model.facts}
        definition={model.definition}
        end={model.end}
        receipt={model.receipt}
        code={model.code}
        now={model.now}
      >
        <Review questions={model.asked} answers={model.answers} />
      </Sent>
    </>
  );
}
