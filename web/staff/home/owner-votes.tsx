// A vote of owners in the own branches on the home page, and whether it is over.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { listOwnerVotes } from '../../../schema/api/owner-votes.ts';
import { phaseOf } from '../../../schema/elections/owner-vote.ts';
import { momentWords } from '../../ui/time.ts';
import { t as owners } from '../owner-votes/words.ts';
import { t as staff } from '../words.ts';

export type ListedVote = Output<typeof listOwnerVotes>['votes'][number];

export const voteIsOver = ({ state }: ListedVote): boolean => state === 'announced' || state === 'cancelled';

export const OwnerVoteCard = ({ vote }: { vote: ListedVote }) => (
  <div class="run-card">
    <h3>
      <a href={`/staff/owner-votes/${vote.id}`}>{vote.title}</a>
    </h3>
    <p class="note">
      {staff('ownerVotes')} · {vote.unit.name}
    </p>
    <p class="note">
      {owners(`phase-${phaseOf(vote, Date.now())}`)} ·{' '}
      {owners('fromTo', { from: momentWords(vote.opensAt), to: momentWords(vote.closesAt) })}
    </p>
  </div>
);
