// /board/digest — a week of the own branches on a sheet: what ran, what was announced, what was signed off.
import { useEffect } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { type Happening, readDigest } from '../../../schema/api/issued.ts';
import { dayAfter, weekday } from '../../../schema/elections/days.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { usePrintHead } from '../../ui/print.ts';
import { Table } from '../../ui/table.tsx';
import { dateInput, dayWords } from '../../ui/time.ts';
import { aboutIn, points } from '../figures.ts';
import { Frame } from '../frame.tsx';
import { t as noting } from '../notes/words.ts';
import { cardAddress as runAddress } from '../read-card.ts';
import { IssuedLines } from './issued-list.tsx';
import { answersOf } from './mine-page.tsx';
import { t } from './mine-words.ts';
import { evaluationAddress, evaluationWords } from './rated.ts';
import { t as composed } from './words.ts';

/** The Monday of the week that a day lies in. */
const mondayOf = (day: string) => dayAfter(day, -((weekday(day) + 6) % 7));

export function DigestPage() {
  const { query } = useRoute();
  const { route } = useLocation();
  const monday = query.monday ?? '';
  const read = useLoad(`digest ${monday}`, () => call(readDigest, { query: monday ? { monday } : {} }));
  // The last seven days begin on any day; from there on it goes from Monday to Monday.
  const from = dateInput(read.value?.from ?? Date.now());
  const [before, after] = [mondayOf(dayAfter(from, -1)), mondayOf(dayAfter(from, 7))];
  const week = read.value
    ? t('weekOf', { from: dayWords(read.value.from), to: dayWords(read.value.to - 1) })
    : '';
  usePrintHead(`${t('digest')} · ${week}`);
  useEffect(() => {
    document.title = `${t('digest')} · ${week}`;
  }, [week]);
  const go = (to: string) => read.value && route(`/board/digest?monday=${to}`);
  return (
    <Frame demo={read.value?.demo ?? false}>
      <div class="stack wide board-card">
        <header class="stack tight">
          <h1>{t('digest')}</h1>
          <p class="note">{week}</p>
        </header>
        <div class="line no-print">
          <Button kind="outlined" onClick={() => go(before)}>
            {t('weekBefore')}
          </Button>
          <Button kind="outlined" disabled={after > dateInput(Date.now())} onClick={() => go(after)}>
            {t('weekAfter')}
          </Button>
          <Button kind="outlined" onClick={() => print()}>
            {composed('print')}
          </Button>
        </div>
        <Loading from={read}>
          {({ branches, to }) => (
            <>
              {branches.map((branch) => (
                <Week key={branch.unit.id} branch={branch} over={to <= Date.now()} />
              ))}
            </>
          )}
        </Loading>
      </div>
    </Frame>
  );
}

/** `over`: no figure of it is of now. */
function Week({ branch, over }: { branch: Happening; over: boolean }) {
  const { runs, contests, evaluations, issued, notes } = branch;
  const nothing =
    contests.all === 0 &&
    [runs, evaluations, issued, notes].every((list: readonly unknown[]) => list.length === 0);
  return (
    <section class="stack" aria-label={t('digestOf', { unit: branch.unit.name })}>
      <h2>{branch.unit.name}</h2>
      {nothing && <p>{t('weekNothing')}</p>}
      {runs.length > 0 && (
        <Table
          caption={t('weekRuns')}
          columns={[
            {
              key: 'run',
              title: t('run'),
              head: true,
              cell: (run: Happening['runs'][number]) => (
                <a href={runAddress(run.id, run.unit)}>{run.title}</a>
              ),
            },
            { key: 'state', title: t('state'), cell: stateWords },
            {
              key: 'n',
              title: t(over ? 'countedThen' : 'counted'),
              number: true,
              cell: answersOf,
            },
            ...(over
              ? []
              : [
                  {
                    key: 'score',
                    title: t('score'),
                    cell: ({ score }: Happening['runs'][number]) =>
                      score ? `${points(score.value)}${aboutIn(score)}` : '',
                  },
                ]),
          ]}
          rows={runs}
          rowKey={({ id }) => id}
        />
      )}
      {contests.all > 0 && (
        <p>
          {t('contestsNow', { all: contests.all, announced: contests.announced })}
          {contests.fresh > 0 && t('contestsFresh', { n: contests.fresh })}
        </p>
      )}
      {evaluations.length > 0 && (
        <>
          <h3>{t('weekRated')}</h3>
          <ul class="stack tight composed-fresh">
            {evaluations.map((one) => (
              <li key={one.id}>
                <a href={evaluationAddress(one)}>{evaluationWords(one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {issued.length > 0 && (
        <>
          <h3>{t('weekIssued')}</h3>
          <IssuedLines issued={issued} />
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3>{noting('notes')}</h3>
          <ul class="stack tight composed-fresh">
            {notes.map(({ by, unit, words, at }) => (
              <li key={`${at} ${words}`}>{t('noteFresh', { by, unit, words })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const stateWords = ({ open, opened, closed }: Happening['runs'][number]): string =>
  closed ? t('closed') : opened ? t('opened') : t(open ? 'running' : 'over');
