// The contests of an election: how many have what the matter, and a row each in administrative order, a hundred at a time.
import { useMemo, useState } from 'preact/hooks';
import type { ContestLine } from '../../../schema/api/elections.ts';
import { candidatesNeeded } from '../../../schema/elections/nominations.ts';
import { lacks, matters, mattersOf, type SteeredElection } from '../../../schema/elections/steering.ts';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { Finder } from '../finder.tsx';
import { missingWords } from './said.ts';
import { t } from './words.ts';

export const contestAddress = (election: string, contest: string) =>
  `/staff/elections/${election}/contests/${contest}`;

/** A city has 1,269 of them. */
export const contestsAtOnce = 100;
export const contestText = ({ above, name }: { above: string; name: string }) => `${above} ${name}`;

export function ContestTable(props: {
  id: string;
  election: SteeredElection;
  contests: readonly ContestLine[];
}) {
  const { election, contests } = props;
  const [now] = useState(() => Date.now());
  const rows = useMemo(
    () => contests.map((line) => ({ ...line, matters: mattersOf(election, line, now) })),
    [contests, election, now],
  );
  return (
    <section class="stack">
      <Finder
        rows={rows}
        text={contestText}
        search={t('search')}
        label={t('lacks')}
        kinds={matters.map((one) => ({
          key: one,
          title: t(`matter-${one}`),
          has: (row: (typeof rows)[number]) => row.matters.includes(one),
        }))}
      >
        {(found) => <Rows {...props} rows={found} now={now} />}
      </Finder>
    </section>
  );
}

function Rows(props: { id: string; election: SteeredElection; rows: readonly ContestLine[]; now: number }) {
  const { election } = props;
  const needs = (line: ContestLine) => candidatesNeeded(election.pack, line.seats, line.kind);
  return (
    <Table
      caption={t('where')}
      hideCaption
      rows={props.rows}
      first={contestsAtOnce}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'name',
          title: t('building'),
          head: true,
          cell: (line) => (
            <>
              <a href={contestAddress(props.id, line.id)}>
                {line.name}
                {line.round > 1 && ` · ${t('round', { n: line.round })}`}
              </a>
              <br />
              <span class="note">{line.above}</span>
            </>
          ),
        },
        { key: 'state', title: t('state'), cell: (line) => t(`state-${line.state}`) },
        {
          key: 'candidates',
          title: t('candidates'),
          cell: (line) => (
            <>
              {needs(line) > 0
                ? t('candidatesOf', { has: line.candidates, needs: needs(line) })
                : line.candidates > 0
                  ? t('candidatesFree', { has: line.candidates })
                  : t('candidatesNone')}
              {line.undecided > 0 && <span class="note"> · {t('undecidedOf', { n: line.undecided })}</span>}
            </>
          ),
        },
        { key: 'electors', title: t('electors'), cell: electorsWords },
        { key: 'lacks', title: t('lacks'), cell: (line) => lackWords(election, line, props.now) },
      ]}
    />
  );
}

function electorsWords({ registered, entries, checkedIn }: ContestLine): string {
  const of = registered ?? entries;
  if (of === null) return '';
  return checkedIn > 0
    ? t('cameOf', { n: count(checkedIn), of: count(of) })
    : t('households', { n: count(of) });
}

/** The first two things; more are on the contest's own page. */
function lackWords(election: SteeredElection, line: ContestLine, now: number): string {
  if (line.again) return t('matter-again');
  if (line.state !== 'preparing' && line.state !== 'frozen') return '';
  if (election.preset === 'nominations') return '';
  const missing = lacks(election, line, now).map(missingWords);
  return missing.length === 0 ? t('nothingLacks') : missing.slice(0, 2).join(t('comma'));
}
