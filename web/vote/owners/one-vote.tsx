// One vote with one letter: the property that votes, what is asked, the way through the ballot, and what was sent.
import { useState } from 'preact/hooks';
import type { OwnVote } from '../../../schema/api/owner-votes.ts';
import { type Choices, phaseOf } from '../../../schema/elections/owner-vote.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { momentWords } from '../../ui/time.ts';
import { withoutStop } from '../../ui/words/without-stop.ts';
import { Phone } from '../frame.tsx';
import { Ballot } from './ballot.tsx';
import { Heading } from './heading.tsx';
import { Result } from './result.tsx';
import { t } from './words.ts';

interface Props {
  vote: OwnVote;
  secret: string;
  /** something was sent: what the letter opens is another now */
  onChanged: () => Promise<void>;
  onLeave: (() => void) | undefined;
}

export function OneVote(props: Props) {
  const { vote } = props;
  const [voting, setVoting] = useState(false);
  const [overtaken, setOvertaken] = useState(false);
  const sent = async (inBetween: boolean) => {
    await props.onChanged();
    setOvertaken(inBetween);
    setVoting(false);
  };
  if (voting)
    return (
      <Ballot
        vote={vote}
        secret={props.secret}
        onLeave={() => setVoting(false)}
        onDone={() => sent(false)}
        onOvertaken={() => sent(true)}
      />
    );
  return <About {...props} overtaken={overtaken} onStart={() => setVoting(true)} />;
}

const doorWords = ({ building, stairwell, door }: Omit<OwnVote['units'][number], 'area'>) =>
  t(stairwell === '' ? 'doorPlain' : 'door', { building, stairwell, door });

function About({ vote, onLeave, onStart, overtaken }: Props & { overtaken: boolean; onStart: () => void }) {
  const phase = phaseOf(vote, Date.now());
  const running = phase === 'notice' || phase === 'open';
  const from = momentWords(vote.opensAt);
  const to = momentWords(vote.closesAt);
  const area = showArea(vote.units.reduce((sum, unit) => sum + unit.area, 0));
  const { ballot, silence } = vote;
  return (
    <>
      <Heading>{vote.title}</Heading>
      <p class="facts">{t('facts', { organiser: vote.organiser, from, to })}</p>
      {phase !== 'preparing' && (
        <p class={phase === 'cancelled' ? 'notice late' : 'notice'}>
          {t(`phase-${phase}`, { from, to, reason: vote.reason })}
        </p>
      )}
      {vote.official !== '' && (
        <p class="notice late">{t('official', { place: withoutStop(vote.official) })}</p>
      )}
      {overtaken && (
        <p class="notice late" role="alert">
          {t('again')}
        </p>
      )}
      {ballot && <YourBallot vote={vote} ballot={ballot} />}
      {vote.result && <Result vote={vote} result={vote.result} />}
      <h2>{t('mine')}</h2>
      <ul>
        {vote.units.map((unit) => (
          <li key={doorWords(unit)}>
            {doorWords(unit)} · {t('square', { area: showArea(unit.area) })}
          </li>
        ))}
      </ul>
      <p>
        {vote.units.length === 1 ? t('mineOne', { area }) : t('mineMany', { n: vote.units.length, area })}
        {vote.phone !== '' && (
          <>
            <br />
            {t(running ? 'notMine' : 'notMineLater')} <Phone phone={vote.phone} />
          </>
        )}
      </p>
      <h2>{t('matters')}</h2>
      <ol>
        {vote.matters.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ol>
      {vote.words && <p class="lines">{vote.words}</p>}
      {silence && (
        <p class="notice late">
          {t('silence', { warning: withoutStop(silence.warning), article: withoutStop(silence.article) })}
        </p>
      )}
      <p class="hint">
        {t('howCounts')} {running && t('mayChange')}{' '}
        {vote.named === '' ? t('notNamed') : t('isNamed', { reason: withoutStop(vote.named) })}
      </p>
      {phase === 'open' && (
        <button type="button" class="primary" onClick={onStart}>
          {t(ballot && ballot.voided === '' ? 'startAgain' : 'start')}
        </button>
      )}
      {onLeave && (
        <button type="button" class="plain" onClick={onLeave}>
          {t('others')}
        </button>
      )}
    </>
  );
}

export const shortCode = (sha256: string) => sha256.slice(0, 12).replace(/(....)(?=.)/g, '$1 ');

function YourBallot({ vote, ballot }: { vote: OwnVote; ballot: NonNullable<OwnVote['ballot']> }) {
  if (ballot.voided !== '') return <p class="notice late">{t('voided', { reason: ballot.voided })}</p>;
  const how = { self: '', assisted: ` · ${t('assistedBy')}`, paper: ` · ${t('onPaper')}` }[ballot.channel];
  return (
    <section class="receipt" aria-labelledby="your">
      <p id="your">
        <b>{t('your')}</b> {t('sentAt', { time: momentWords(ballot.at) })}
        {how}
      </p>
      <Chosen vote={vote} choices={ballot.choices} />
      <p class="keep">{t('code', { code: shortCode(ballot.sha256) })}</p>
      {ballot.channel === 'paper' && phaseOf(vote, Date.now()) === 'open' && (
        <p class="keep">{t('paperFirst')}</p>
      )}
    </section>
  );
}

export function Chosen({ vote, choices }: { vote: Pick<OwnVote, 'matters'>; choices: Choices }) {
  return (
    <dl class="answers">
      {vote.matters.map(({ id, title }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>
            <b>{t(`choice-${choices[id] ?? 'void'}`)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
