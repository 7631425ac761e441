// What was answered, for the holder of the receipt: to see, correct or withdraw until the campaign closes.
import type { ModelOf } from '../../../schema/api/page.ts';
import { clockWords, dayWords } from '../dates.ts';
import { AnswerList, Dropped } from '../parts/answers.tsx';
import { Phone } from '../parts/facts.tsx';
import { ReceiptAct, ReceiptNumber } from '../parts/receipt-card.tsx';
import { Review } from '../parts/review.tsx';
import { say, type Word } from '../words.ts';

/** What happened to it last, by what it is now. */
const lastChange = {
  accepted: 'changedAt',
  withdrawn: 'withdrawnAt',
  void: 'voidAt',
} as const satisfies Record<ModelOf<'receipt'>['view']['state'], Word>;

export function ReceiptPageView({ model }: { model: ModelOf<'receipt'> }) {
  const { view, asked, step, dropped = [], stop, now } = model;
  const { facts, definition, receipt, rev, mayChange } = view;
  const moment = (word: Word, at: number) => say(word, { day: dayWords(at, now), clock: clockWords(at) });
  if (step === 'ask-withdraw')
    return (
      <>
        <p class="form-title">{facts.title}</p>
        <h1>{say('withdrawSure')}</h1>
        <p>
          {say('receipt')} {receipt}
        </p>
        <p class="notice late">
          <span aria-hidden="true">▲ </span>
          {say('withdrawWarn')}
        </p>
        {facts.access !== 'anyone' && !facts.named && <p>{say('withdrawLetter')}</p>}
        <ReceiptAct receipt={receipt} rev={rev} act="withdraw" look="danger">
          {say('withdrawDo')}
        </ReceiptAct>
        <ReceiptAct receipt={receipt} act="view">
          {say('withdrawNot')}
        </ReceiptAct>
      </>
    );
  const gone =
    view.state === 'withdrawn'
      ? step === 'withdrawn'
        ? 'withdrawnNow'
        : 'isWithdrawn'
      : view.state === 'void'
        ? 'isVoid'
        : undefined;
  return (
    <>
      <p class="form-title">{facts.title}</p>
      <h1>{say('yourReceipt')}</h1>
      {stop && (
        <div class="summary" role="alert">
          <p>
            <span aria-hidden="true">▲ </span>
            {stop}
          </p>
        </div>
      )}
      {step === 'corrected' && (
        <p class="notice" role="status">
          <span aria-hidden="true">✓ </span>
          {say('corrected')}
        </p>
      )}
      {gone && (
        <p class="notice" role="status">
          {say(gone)}
        </p>
      )}
      <Dropped definition={definition} dropped={dropped} />
      <p>
        {view.unit.name} · {moment('sentAt', view.at)}
        {view.changedAt !== null && ` · ${moment(lastChange[view.state], view.changedAt)}`}
      </p>
      {facts.phone && (
        <p>
          {facts.organiser} <Phone phone={facts.phone} />
        </p>
      )}
      {!gone && <ReceiptNumber receipt={receipt} />}
      {!gone &&
        (view.erased ? (
          <p class="notice">{say('isErased')}</p>
        ) : (
          <>
            <h2>{say('mine')}</h2>
            <AnswerList questions={asked} answers={view.answers} />
            <Review questions={asked} answers={view.answers} />
          </>
        ))}
      {mayChange ? (
        <>
          <p>{say('mayChangeUntil', { day: dayWords(facts.closesAt, now) })}</p>
          <ReceiptAct receipt={receipt} act="correct" look="primary">
            {say('correct')}
          </ReceiptAct>
          <ReceiptAct receipt={receipt} act="ask-withdraw">
            {say('withdraw')}
          </ReceiptAct>
        </>
      ) : (
        !gone && !view.erased && <p>{say('noMoreChange')}</p>
      )}
      <p>
        <a class="standing" href="/r">
          {say('otherReceipt')}
        </a>
      </p>
    </>
  );
}
