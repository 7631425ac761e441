// What the command palette offers of an election, of one of its buildings, of a vote of owners and of a roll.
import type { findContests } from '../../../schema/api/boxes.ts';
import type { Election } from '../../../schema/api/elections.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import type { listOwnerVotes } from '../../../schema/api/owner-votes.ts';
import type { Roll } from '../../../schema/api/rolls.ts';
import type { Me } from '../../../schema/api/session.ts';
import type { Act } from '../../ui/on-the-page.ts';
import { editorBranches } from '../session.ts';
import { t } from './words.ts';

type Route = (href: string) => void;
type Contest = Output<typeof findContests>['contests'][number];
type Vote = Output<typeof listOwnerVotes>['votes'][number];

const offered = (...acts: (Act | false)[]): Act[] => acts.filter((one) => one !== false);

export function actsOfElection({ id, title, unit, preset }: Election, route: Route): Act[] {
  const of = { title, unit: unit.name };
  const here = `/staff/elections/${id}`;
  return offered(
    { name: t('electionOf', of), go: () => route(here) },
    preset !== 'nominations' && { name: t('resultsOf', of), go: () => route(`${here}/results`) },
  );
}

export function actsOfContest(
  { id, name, above, state, election, desk, reads }: Contest,
  route: Route,
): Act[] {
  const of = { title: election.title, unit: `${above} ${name}` };
  const here = `/staff/elections/${election.id}/contests/${id}`;
  return offered(
    desk && { name: t('deskOf', of), go: () => route(`/staff/contests/${id}/desk`) },
    reads && { name: t('runOf', of), go: () => route(here) },
    reads && { name: t('countOf', of), go: () => route(`${here}/count`) },
    reads &&
      (state === 'counted' || state === 'announced') && {
        name: t('resultOf', of),
        go: () => route(`${here}/result`),
      },
  );
}

export const actOfVote = ({ id, title, unit }: Vote, route: Route): Act => ({
  name: t('voteOf', { title, unit: unit.name }),
  go: () => route(`/staff/owner-votes/${id}`),
});

export function actsOfRoll({ id, title, version, unit, state }: Roll, me: Me, route: Route): Act[] {
  const of = { title, unit: unit.name, n: version };
  return offered(
    { name: t('rollOf', of), go: () => route(`/staff/rolls/${id}`) },
    state === 'frozen' &&
      editorBranches(me).length > 0 && {
        name: t('lettersOf', of),
        go: () => location.assign(`/print/letters?roll=${id}`),
      },
  );
}
