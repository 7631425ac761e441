// The receipt number, and what its holder may do with it. Plain forms: the number never stands in an address.
import type { ComponentChildren } from 'preact';
import { say } from '../words.ts';
import { Hidden } from './hidden.tsx';

export function ReceiptNumber({ receipt, children }: { receipt: string; children?: ComponentChildren }) {
  return (
    <div class="receipt">
      <p>{say('receipt')}</p>
      <p class="number">{receipt}</p>
      {/* Copy and picture buttons come here where there is JavaScript. */}
      <div id="receipt-tools">{children}</div>
      <p class="keep">{say('receiptUse')}</p>
    </div>
  );
}

interface ActProps {
  receipt: string;
  act: 'view' | 'correct' | 'ask-withdraw' | 'withdraw';
  rev?: number;
  look?: 'primary' | 'plain' | 'danger' | 'row';
  children: ComponentChildren;
}

/** One act on a receipt, as a form of one button. */
export function ReceiptAct({ receipt, act, rev, look = 'plain', children }: ActProps) {
  return (
    <form method="post" action="/r" class="act">
      <Hidden fields={{ receipt, rev }} />
      <button type="submit" class={look} name=".do" value={act}>
        {children}
      </button>
    </form>
  );
}
