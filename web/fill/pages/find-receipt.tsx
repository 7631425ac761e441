// A receipt number is typed in; it travels in the body of a post, never in an address.
import type { ModelOf } from '../../../schema/api/page.ts';
import { say } from '../words.ts';

export function FindReceiptPageView({ model }: { model: ModelOf<'find-receipt'> }) {
  const { typed, given } = model;
  const stop =
    given === undefined
      ? model.stop
      : given === 0
        ? say('receiptMissing')
        : say('receiptLength', { n: given });
  return (
    <>
      <h1>{say('findReceipt')}</h1>
      <p id="receipt-help">{say('findReceiptHelp')}</p>
      <form method="post" action="/r" id="find-receipt">
        <div class={stop ? 'question invalid' : 'question'}>
          <label for="receipt">{say('receipt')}</label>
          {stop && (
            <p class="wrong" id="receipt-wrong" role="alert">
              <span aria-hidden="true">▲ </span>
              {stop}
            </p>
          )}
          <input
            class="short code"
            id="receipt"
            name=".receipt"
            value={typed}
            autofocus={stop !== undefined}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={stop ? 'receipt-help receipt-wrong' : 'receipt-help'}
            aria-invalid={stop !== undefined}
          />
        </div>
        <button type="submit" class="primary" name=".do" value="view">
          {say('look')}
        </button>
      </form>
    </>
  );
}
