// The contests of an election: how many have what the matter, and a row each in administrative order, a hundred at a time.
import { useMemo, useState } from 'preact/hooks';
import type { ContestLine } from '../../../schema/api/elections.ts';
import { candidatesNeeded } from '../../../schema/elections/nominations.ts';
import {
  lacks,
  type Matter,
  matters,
  mattersOf,
  type SteeredElection,
} from '../../../schema/elections/steering.ts';
import { Button } from '../../ui/button.tsx';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { missingWords } from './said.ts';
import { t } from './words.ts';

const page = 100;

export const contestAddress = (election: string, contest: string) =>
  `/staff/elections/${election}/contests/${contest}`;

export function ContestTable(props: {
  id: string;
  election: SteeredElection;
  contests: readonly ContestLine[];
}) {
  const { election, contests } = props;
  const [matter, setMatter] = useState<Matter>();
  const [words, setWords] = useState('');
  const [most, setMost] = useState(page);
  const [now] = useState(() => Date.now());
  const rows = useMemo(
    () => contests.map((line) => ({ line, matters: mattersOf(election, line, now) })),
    [contests, election, now],
  );
  const wanted = words.normalize('NFKC').trim().split(/\s+/).filter(Boolean);
  const shown = rows.filter(
    (row) =>
      (matter === undefined || row.matters.includes(matter)) &&
      wanted.every((word) => `${row.line.above} ${row.line.name}`.includes(word)),
  );
  const press = (next: Matter | undefined) => {
    setMatter(next);
    setMost(page);
  };
  return (
    <section class="stack">
      <nav class="election-matters" aria-label={t('lacks')}>
        <Button small kind="outlined" pressed={matter === undefined} onClick={() => press(undefined)}>
          {t('all')} {count(rows.length)}
        </Button>
        {matters.map((one) => (
          <Button
            key={one}
            small
            kind="outlined"
            pressed={matter === one}
            onClick={() => press(matter === one ? undefined : one)}
          >
            {t(`matter-${one}`)} {count(rows.filter((row) => row.matters.includes(one)).length)}
          </Button>
        ))}
      </nav>
      <TextField
        type="search"
        hideLabel
        label={t('search')}
        placeholder={t('search')}
        value={words}
        onInput={(value) => {
          setWords(value);
          setMost(page);
        }}
      />
      {shown.length === 0 ? (
        <p role="status">{t('nothing')}</p>
      ) : (
        <Rows {...props} rows={shown.slice(0, most).map(({ line }) => line)} now={now} />
      )}
      {shown.length > most && (
        <div>
          <Button kind="outlined" onClick={() => setMost(most + page)}>
            {t('moreRows', { n: count(Math.min(page, shown.length - most)) })}
          </Button>
        </div>
      )}
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
export function lackWords(election: SteeredElection, line: ContestLine, now: number): string {
  if (line.again) return t('matter-again');
  if (line.state !== 'preparing' && line.state !== 'frozen') return '';
  if (election.preset === 'nominations') return '';
  const missing = lacks(election, line, now).map(missingWords);
  return missing.length === 0 ? t('nothingLacks') : missing.slice(0, 2).join(t('comma'));
}
