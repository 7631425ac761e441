// After sending: the number, what its holder may do, and what happens next. The same with JavaScript and without.
import type { ComponentChildren } from 'preact';
import type { Receipt } from '../../../schema/api/fill.ts';
import type { ScriptedFacts } from '../../../schema/api/page.ts';
import type { End } from '../../../schema/form/compile.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { dayWords } from '../dates.ts';
import { say } from '../words.ts';
import { Dropped } from './answers.tsx';
import { ReceiptAct, ReceiptNumber } from './receipt-card.tsx';

interface Props {
  facts: ScriptedFacts;
  definition: Definition;
  /** what the form says to these answers */
  end: End;
  receipt: Receipt;
  code?: string | undefined;
  now: number;
  /** copy and picture buttons, where there is JavaScript */
  tools?: ComponentChildren;
  children?: ComponentChildren;
}

export function Sent({ facts, definition, end, receipt, code, now, tools, children }: Props) {
  const day = dayWords(facts.closesAt, now);
  return (
    <>
      <h1 class="done" tabIndex={-1} id="top">
        <span aria-hidden="true">✓ </span>
        {end.title ?? say('received')}
      </h1>
      <ReceiptNumber receipt={receipt.receipt}>{tools}</ReceiptNumber>
      <Dropped definition={definition} dropped={receipt.dropped} />
      <div class="rows">
        <ReceiptAct receipt={receipt.receipt} act="view" look="row">
          {say('mine')} <small>{say('mayChangeUntil', { day })}</small>
        </ReceiptAct>
        <ReceiptAct receipt={receipt.receipt} act="ask-withdraw" look="row">
          {say('withdraw')}
        </ReceiptAct>
        {facts.liveResult && (
          <a class="row" href={`/f/${facts.slug}/result`}>
            {say('seeResult')}
          </a>
        )}
        {facts.access === 'anyone' && !facts.perDevice && (
          <a class="row" href={`/f/${facts.slug}?u=${receipt.unit.id}${code ? `&b=${code}` : ''}`}>
            {say('another')}
          </a>
        )}
      </div>
      <h2>{say('whatNext')}</h2>
      {facts.thanks && <p class="lines">{facts.thanks}</p>}
      <p class="lines">{end.text || say('resultLater', { day })}</p>
      {children}
      {code && (
        <p>
          <a class="standing" href={`/b/${code}`}>
            {say('toBuilding')}
          </a>
        </p>
      )}
    </>
  );
}
