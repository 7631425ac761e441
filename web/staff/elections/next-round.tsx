// Another vote that a count calls for, or an upheld objection to it, arranged by one press: on the page of the contest and on
// that of its result.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type ContestWhole, createRound } from '../../../schema/api/elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { daysOfRound, roundFaults } from '../../../schema/elections/calendar.ts';
import { dayAfter } from '../../../schema/elections/days.ts';
import type { Round } from '../../../schema/elections/pack.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { contestAddress } from './contest-table.tsx';
import { packOf } from './plan.ts';
import { faultWords } from './said.ts';
import { t } from './words.ts';

/** So many days from now is offered, and never later than the rules allow. */
const usualWait = 7;

export function NextRound({ contest }: { contest: ContestWhole }) {
  const { again, kind, raised, rounds } = contest;
  const later = rounds.some(({ round, state }) => round > contest.round && state !== 'cancelled');
  if (!contest.mayEdit || later) return null;
  if (again) return <Arrange contest={contest} kind={again} why={`again-${again}`} />;
  const upheld = raised.some(({ countAnew }) => countAnew);
  return upheld ? <Arrange contest={contest} kind={kind} why="again-upheld" /> : null;
}

function Arrange(props: { contest: ContestWhole; kind: Round; why: `again-${Round | 'upheld'}` }) {
  const { contest, kind } = props;
  const { route } = useLocation();
  const { busy, problem, act } = useAct();
  const { election } = contest;
  const today = placeDay(Date.now());
  const pack = packOf(election);
  const faults = (vote: string) =>
    roundFaults(
      pack,
      contest.days,
      kind,
      daysOfRound(pack, contest.days, today, vote),
      election.preset,
      today,
    );
  const [vote, setVote] = useState(() => {
    const late = faults(dayAfter(today, usualWait)).find(({ code }) => code === 'late');
    return late?.last ?? dayAfter(today, usualWait);
  });
  const wrong = faults(vote).map(faultWords).join(' ');
  const make = () =>
    act(async () => {
      if (wrong) return;
      const { id } = await call(createRound, { params: { contest: contest.id }, body: { vote } });
      toast(t('againMade'));
      route(contestAddress(election.id, id));
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <h2>{t('again')}</h2>
      <p>{t(props.why)}</p>
      <TextField
        type="date"
        label={t('votingDay')}
        value={vote}
        error={wrong || undefined}
        onInput={(day) => day !== '' && setVote(day)}
      />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind={contest.state === 'counted' ? 'outlined' : 'primary'} busy={busy}>
          {t('againAct')}
        </Button>
      </div>
    </form>
  );
}
