// An owner's ballot is in: what it says, when it came, and the code that the evidence has it under.
import { useState } from 'preact/hooks';
import type { OwnVote } from '../../../schema/api/owner-votes.ts';
import { momentWords } from '../../ui/time.ts';
import { Heading } from './heading.tsx';
import { Chosen, shortCode } from './one-vote.tsx';
import { t } from './words.ts';

export function Receipt(props: {
  vote: OwnVote;
  receipt: NonNullable<OwnVote['ballot']>;
  onClose: () => void;
}) {
  const { vote, receipt } = props;
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(receipt.sha256).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <>
      <Heading>
        <span class="done" aria-hidden="true">
          ✓{' '}
        </span>
        {t('done')}
      </Heading>
      <div class="receipt">
        <p>
          {vote.title} · {t('sentAt', { time: momentWords(receipt.at) })}
        </p>
        <Chosen vote={vote} choices={receipt.choices} />
        <p>{t('codeName')}</p>
        <p class="number">{shortCode(receipt.sha256)}</p>
        <button type="button" onClick={copy}>
          {t(copied ? 'copied' : 'copy')}
        </button>
      </div>
      <p>{t('doneMore')}</p>
      <button type="button" class="plain" onClick={props.onClose}>
        {t('toStart')}
      </button>
    </>
  );
}
