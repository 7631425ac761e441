// The ballot, one matter a screen, then the signature, then all of it once more before it is cast. What was chosen stays
// in this tab until it is.
import { useState } from 'preact/hooks';
import type { castOwnerBallot, OwnVote } from '../../../schema/api/owner-votes.ts';
import { matterOf, ownerChoices } from '../../../schema/elections/owner-vote.ts';
import type { OwnerChoice } from '../../../schema/elections/owners.ts';
import { Choice } from '../../fill/fields/option-row.tsx';
import { useAct } from '../../ui/load.ts';
import { ApiProblem } from '../../ui/problem.ts';
import { language } from '../../ui/words/language.ts';
import { ask } from '../ask.ts';
import { Heading } from './heading.tsx';
import { Chosen } from './one-vote.tsx';
import { Receipt } from './receipt.tsx';
import { Sign, type Signed } from './sign.tsx';
import { t } from './words.ts';

type Said = Readonly<Record<string, OwnerChoice>>;

const keyOf = (vote: string) => `linli-owners-${vote}`;
function saidBefore(vote: OwnVote): Said {
  let kept: Record<string, unknown> = { ...vote.ballot?.choices };
  try {
    kept = { ...kept, ...JSON.parse(sessionStorage.getItem(keyOf(vote.id)) ?? '{}') };
  } catch {
    // A device that keeps nothing: it is chosen again.
  }
  const known = (id: string) => ownerChoices.find((choice) => choice === kept[id]);
  return Object.fromEntries(
    vote.matters.flatMap(({ id }) => {
      const choice = known(id);
      return choice ? [[id, choice]] : [];
    }),
  );
}
function keep(vote: string, said: Said | undefined): void {
  try {
    if (said) sessionStorage.setItem(keyOf(vote), JSON.stringify(said));
    else sessionStorage.removeItem(keyOf(vote));
  } catch {
    // As above.
  }
}

export function Ballot(props: {
  vote: OwnVote;
  secret: string;
  onLeave: () => void;
  onDone: () => Promise<void>;
  /** another ballot came in between */
  onOvertaken: () => Promise<void>;
}) {
  const { vote, secret } = props;
  const { matters } = vote;
  const [said, setSaid] = useState<Said>(() => saidBefore(vote));
  const [at, setAt] = useState(0);
  const [signed, setSigned] = useState<Signed>();
  const [receipt, setReceipt] = useState<NonNullable<OwnVote['ballot']>>();
  const { busy, problem, act } = useAct();
  const matter = matters[at];
  const send = () =>
    act(async () => {
      if (!signed) return;
      const { signature, assistant } = signed;
      const body = { secret, vote: vote.id, rev: vote.ballot?.rev ?? 0, choices: said, signature, assistant };
      try {
        setReceipt(await ask<typeof castOwnerBallot>('/api/o/ballot', { method: 'POST', body }));
        keep(vote.id, undefined);
      } catch (thrown) {
        if (!(thrown instanceof ApiProblem) || thrown.code !== 'stale') throw thrown;
        keep(vote.id, undefined);
        await props.onOvertaken();
      }
    });
  if (receipt) return <Receipt vote={vote} receipt={receipt} onClose={props.onDone} />;
  const back = () => (at === 0 ? props.onLeave() : setAt(at - 1));
  if (matter)
    return (
      <MatterStep
        key={matter.id}
        vote={vote}
        at={at}
        said={said[matter.id]}
        onSay={(choice) => {
          const next = { ...said, [matter.id]: choice };
          setSaid(next);
          keep(vote.id, next);
        }}
        onNext={() => setAt(signed ? matters.length + 1 : at + 1)}
        onBack={back}
      />
    );
  if (at === matters.length)
    return (
      <Sign
        before={signed}
        onSigned={(next) => {
          setSigned(next);
          setAt(at + 1);
        }}
        onBack={back}
      />
    );
  return (
    <>
      <Heading>{t('check')}</Heading>
      <Chosen vote={vote} choices={said} />
      {signed && (
        <p>
          <img class="signed" src={`data:image/png;base64,${signed.signature}`} alt={t('sign')} />
        </p>
      )}
      {signed && signed.assistant !== '' && <p>{t('helpedBy', { name: signed.assistant })}</p>}
      {problem && (
        <p class="notice late" role="alert">
          <span aria-hidden="true">▲ </span>
          {problem}
        </p>
      )}
      <button type="button" class="primary" disabled={busy} onClick={send}>
        {t(busy ? 'sending' : 'send')}
      </button>
      <button type="button" class="plain" onClick={() => setAt(0)}>
        {t('change')}
      </button>
    </>
  );
}

function MatterStep(props: {
  vote: OwnVote;
  at: number;
  said: OwnerChoice | undefined;
  onSay: (choice: OwnerChoice) => void;
  onNext: () => void;
  onBack: () => void;
}) {
  const { vote, at, said } = props;
  const [missing, setMissing] = useState(false);
  const matter = vote.matters[at];
  if (!matter) return null;
  const lawful = matterOf(matter.item);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (said) props.onNext();
        else setMissing(true);
      }}
    >
      <p class="progress">{t('step', { n: at + 1, all: vote.matters.length })}</p>
      <progress max={vote.matters.length + 1} value={at + 1} aria-hidden="true" />
      <Heading>{matter.title}</Heading>
      {matter.text && <p class="lines">{matter.text}</p>}
      <p class="hint">
        {t('lawItem', { item: lawful.text[language()] })}
        <br />
        {t(`kind-${lawful.kind}`)}
      </p>
      <fieldset class={`question${missing && !said ? ' invalid' : ''}`}>
        <legend>{t('ask')}</legend>
        {missing && !said && (
          <p class="wrong" role="alert">
            <span aria-hidden="true">▲ </span>
            {t('needChoice')}
          </p>
        )}
        <div class="choices">
          {ownerChoices.map((choice) => (
            <Choice
              key={choice}
              type="radio"
              name={matter.id}
              value={choice}
              id={`${matter.id}-${choice}`}
              checked={said === choice}
              pick={() => props.onSay(choice)}
            >
              {t(`choice-${choice}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <button type="submit" class="primary">
        {t('next')}
      </button>
      <button type="button" class="plain" onClick={props.onBack}>
        {t('back')}
      </button>
    </form>
  );
}
