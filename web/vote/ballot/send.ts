// Getting a sealed ballot into the box so that an answer that gets lost costs nothing: it is kept before it is sent, the same
// bytes are sent again, and a new choice goes one beyond whatever was cast with this key, here or on another phone with the slip.
import type { cast } from '../../../schema/api/ballots.ts';
import type { Choices } from '../../../schema/elections/choices.ts';
import { ballotWords } from '../../../schema/words/ballot.ts';
import { ApiProblem, isProblem } from '../../ui/problem.ts';
import { language } from '../../ui/words/language.ts';
import { ask } from '../ask.ts';
import type { Kept, Pending } from './kept.ts';
import { type Fixed, receiptFrom, sealBallot } from './sealing.ts';
import { t } from './words.ts';

/** @returns what is kept once the receipt is here. @throws ApiProblem of the server, offline, or for a receipt that is none */
export async function send(fixed: Fixed, kept: Kept, { body, leaf }: Pending): Promise<Kept> {
  const { receipt } = await ask<typeof cast>('/api/vote/ballots', { method: 'POST', body, alone: true });
  const checked = await receiptFrom(fixed, leaf, body.counter, receipt);
  if (!checked) throw new ApiProblem('internal', 0, t('noReceipt'), {});
  const { pending: _, ...rest } = kept;
  return { ...rest, receipts: [...kept.receipts, checked] };
}

const lastOf = ({ receipts }: Kept) => Math.max(0, ...receipts.map(({ counter }) => counter));

/**
 * @param again this very choice, sealed and sent before without an answer
 * @param hold keeps a ballot before it is sent
 */
export async function castChoice(
  fixed: Fixed,
  kept: Kept,
  choices: Choices,
  again: Pending | undefined,
  hold: (kept: Kept) => void,
): Promise<Kept> {
  const sealedAs = async (counter: number) => {
    const sealed = await sealBallot(fixed, kept, choices, counter);
    if (typeof sealed === 'string') throw new ApiProblem('internal', 0, ballotWords[language()][sealed], {});
    return sealed;
  };
  let pending = again ?? (await sealedAs(lastOf(kept) + 1));
  for (;;) {
    hold({ ...kept, pending });
    try {
      return await send(fixed, kept, pending);
    } catch (thrown) {
      const last = isProblem(thrown, 'ballot-older') ? thrown.details.counter : undefined;
      if (typeof last !== 'number' || last === pending.body.counter - 1) throw thrown;
      pending = await sealedAs(last + 1);
    }
  }
}
