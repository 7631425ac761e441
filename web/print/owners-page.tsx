// What is printed for a vote of owners: /print/owners?vote=…&what=notice | ballots | result | list. Papers to post are set
// as official papers are; ballots are one sheet for each owner.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Output } from '../../schema/api/endpoint.ts';
import { getOwnerVote, listOwnerUnits, listVoters } from '../../schema/api/owner-votes.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { language } from '../ui/words/language.ts';
import { useChunks } from './chunks.ts';
import { BallotSheet, type OwnerOfBallot } from './owner-ballot.tsx';
import { ListPaper, NoticePaper, ResultPaper } from './owner-papers.tsx';
import { t } from './owners-words.ts';
import './owners.css';

export type VoteToPrint = Output<typeof getOwnerVote>;

const kinds = ['notice', 'ballots', 'result', 'list'] as const;

export function OwnersPage({ vote, query }: { vote: string; query: URLSearchParams }) {
  const what = kinds.find((kind) => kind === query.get('what')) ?? 'notice';
  const from = useLoad(`owner-vote ${vote}`, () => call(getOwnerVote, { params: { vote } }));
  return (
    <Loading from={from} what={t('reading')}>
      {(view) => {
        if (view.vote.noticedAt === null) return <NotYet view={view} what={what} why="notPosted" />;
        if (what === 'notice')
          return (
            <Papers view={view} what={what}>
              <NoticePaper view={view} />
            </Papers>
          );
        if (what === 'ballots') return <Ballots view={view} />;
        const { result } = view;
        if (!result) return <NotYet view={view} what={what} why="notYet" />;
        if (what === 'list') return <Voters view={view} />;
        return (
          <Papers view={view} what={what}>
            <ResultPaper view={view} result={result} />
          </Papers>
        );
      }}
    </Loading>
  );
}

type Kind = (typeof kinds)[number];

const About = ({ view: { vote }, what }: { view: VoteToPrint; what: Kind }) => (
  <>
    <h1>{t(what)}</h1>
    <p>{vote.title}</p>
  </>
);

const BackTo = ({ view }: { view: VoteToPrint }) => (
  <a href={`/staff/owner-votes/${view.vote.id}`}>{t('toVote')}</a>
);

const NotYet = ({ view, what, why }: { view: VoteToPrint; what: Kind; why: 'notPosted' | 'notYet' }) => (
  <div class="stack">
    <About view={view} what={what} />
    <Empty action={<BackTo view={view} />}>{t(why)}</Empty>
  </div>
);

function Papers(props: { view: VoteToPrint; what: Kind; children: ComponentChildren }) {
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <About view={props.view} what={props.what} />
        <div>
          <Button kind="primary" onClick={() => print()}>
            {t('print')}
          </Button>
        </div>
        <p class="note">{t('paper')}</p>
        <BackTo view={props.view} />
      </div>
      <section class="papers" aria-label={t('preview')}>
        {props.children}
      </section>
    </div>
  );
}

function Voters({ view }: { view: VoteToPrint }) {
  const { id } = view.vote;
  const from = useLoad(`voters ${id}`, () => call(listVoters, { params: { vote: id } }));
  return (
    <Loading from={from} what={t('reading')}>
      {({ units }) => (
        <Papers view={view} what="list">
          <ListPaper view={view} units={units} />
        </Papers>
      )}
    </Loading>
  );
}

/** Owners in the order of the doors, each with all units that vote together, wherever they stand. */
async function readOwners({ vote, buildings }: VoteToPrint): Promise<OwnerOfBallot[]> {
  const owners = new Map<number, OwnerOfBallot>();
  for (const { unit } of buildings) {
    const { units } = await call(listOwnerUnits, { params: { vote: vote.id }, query: { unit: unit.id } });
    for (const one of units) {
      const owner = owners.get(one.head) ?? {
        head: one.head,
        building: unit.id,
        name: '',
        units: [],
        area: 0,
      };
      // Who bought a unit that was not handed over is on the roll, and is not its owner yet.
      owner.name ||= one.developer ? t('developer') : one.name;
      owner.area += one.area;
      owner.units.push({ building: unit.name, stairwell: one.stairwell, door: one.door });
      owners.set(one.head, owner);
    }
  }
  return [...owners.values()];
}

function Ballots({ view }: { view: VoteToPrint }) {
  const from = useLoad(`owners ${view.vote.id}`, () => readOwners(view));
  return (
    <Loading from={from} what={t('reading')}>
      {(owners) => <BallotSheets view={view} owners={owners} />}
    </Loading>
  );
}

function BallotSheets({ view, owners }: { view: VoteToPrint; owners: readonly OwnerOfBallot[] }) {
  const { vote, buildings } = view;
  const [building, setBuilding] = useState('');
  const chosen = owners.filter((one) => building === '' || one.building === building);
  const key = `${language()} ${building}`;
  const drawn = useChunks(key, chosen.length, 8);
  const sheets = useMemo(
    () => chosen.map((owner) => <BallotSheet key={owner.head} vote={vote} owner={owner} />),
    [key, owners],
  );
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <About view={view} what="ballots" />
        <Select
          label={t('which')}
          value={building}
          options={[
            { value: '', label: t('allBuildings') },
            ...buildings.map(({ unit }) => ({ value: unit.id, label: unit.name })),
          ]}
          onChange={setBuilding}
        />
        <p role="status">
          <b>{t('ballotCount', { n: count(chosen.length) })}</b>
        </p>
        {drawn < sheets.length ? (
          <WaitingLine what={t('reading')} done={drawn} total={sheets.length} />
        ) : (
          <div>
            <Button kind="primary" onClick={() => print()}>
              {t('print')}
            </Button>
          </div>
        )}
        <p class="note">{t('paper')}</p>
        <BackTo view={view} />
      </div>
      <section class="sheets" aria-label={t('preview')}>
        {sheets.slice(0, drawn)}
      </section>
    </div>
  );
}
