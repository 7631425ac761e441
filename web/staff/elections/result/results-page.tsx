// All results of an election: how far it is, a row for each contest, the whole as a file, and announcing what is counted.
import { useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../../schema/api/endpoint.ts';
import { announceResults, listResults, type ResultLine } from '../../../../schema/api/results.ts';
import { csvLine } from '../../../../schema/csv.ts';
import { AskButton } from '../../../ui/ask-button.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { count } from '../../../ui/figures.ts';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { fileName, saveFile } from '../../../ui/save-file.ts';
import { Table } from '../../../ui/table.tsx';
import { toast } from '../../../ui/toast.tsx';
import { t as ui } from '../../../ui/words/ui.ts';
import { Finder } from '../../finder.tsx';
import { Page } from '../../page.tsx';
import { contestAddress, contestsAtOnce, contestText } from '../contest-table.tsx';
import { packOf } from '../plan.ts';
import { t as steering } from '../words.ts';
import { columns, figureOf, fileRows, filters, isIn, nameOf, outcomeOf, stateOf } from './result-rows.ts';
import { t } from './words.ts';

type Results = Output<typeof listResults>;

export function ResultsPage() {
  const { params } = useRoute();
  const election = params.election ?? '';
  const loaded = useLoad(`results ${election}`, () => call(listResults, { params: { election } }));
  return (
    <Loading from={loaded}>
      {(results) => <All key={election} election={election} results={results} again={loaded.again} />}
    </Loading>
  );
}

interface Props {
  election: string;
  results: Results;
  again: () => void;
}

function All({ election, results, again }: Props) {
  const { contests, title } = results;
  const n = useMemo(
    () => ({
      counted: contests.filter(({ figures }) => figures !== null).length,
      announced: contests.filter(({ state }) => state === 'announced').length,
      elected: contests.filter(({ figures }) => (figures?.elected.length ?? 0) > 0).length,
    }),
    [contests],
  );
  return (
    <Page
      title={t('allTitle')}
      steps={[{ title, href: `/staff/elections/${election}` }, { title: t('allTitle') }]}
      facts={t('allFacts', {
        all: count(contests.length),
        counted: count(n.counted),
        announced: count(n.announced),
        elected: count(n.elected),
      })}
      action={<AnnounceAll election={election} results={results} again={again} />}
    >
      <Finder
        rows={contests}
        text={contestText}
        search={steering('search')}
        label={t('filter')}
        kinds={filters.map((one) => ({
          key: one,
          title: t(one),
          has: (line: ResultLine) => isIn(one, line),
        }))}
        head={(found) => <Files results={results} lines={found} election={election} />}
      >
        {(found) => <Lines election={election} lines={found} />}
      </Finder>
    </Page>
  );
}

function Lines({ election, lines }: { election: string; lines: readonly ResultLine[] }) {
  const helped = ({ figures }: ResultLine) =>
    figures && figures.assisted > 0
      ? t('assistedOf', { n: count(figures.assisted), all: count(figures.took) })
      : '';
  return (
    <Table
      caption={t('allTitle')}
      hideCaption
      rows={lines}
      first={contestsAtOnce}
      rowKey={({ contest }) => contest}
      columns={[
        {
          key: 'name',
          title: t('building'),
          head: true,
          cell: (line) => (
            <>
              <a href={`${contestAddress(election, line.contest)}/result`}>{nameOf(line)}</a>
              <br />
              <span class="note">{line.above}</span>
            </>
          ),
        },
        { key: 'state', title: t('state'), whole: true, cell: stateOf },
        { key: 'elected', title: t('elected'), cell: outcomeOf },
        ...columns.map((key) => ({
          key,
          title: t(key),
          number: true,
          cell: ({ figures }: ResultLine) => (figures ? count(figureOf(figures, key)) : ''),
        })),
        ...(lines.some(helped)
          ? [{ key: 'assisted', title: t('assisted'), number: true, cell: helped }]
          : []),
      ]}
    />
  );
}

function Files(props: { results: Results; lines: readonly ResultLine[]; election: string }) {
  const { results, lines, election } = props;
  const { busy, problem, act } = useAct();
  const name = `${results.title} ${t('allTitle')}`;
  const csv = () => {
    const { head, rows } = fileRows(packOf(results), lines);
    saveFile(new Blob(['\uFEFF', ...[head, ...rows].map((row) => csvLine(row))]), fileName(name, 'csv'));
  };
  const excel = () =>
    act(async () => {
      // Loaded only when it is wanted: the writer is larger than the rest of the page.
      const { excelFile } = await import('../../../ui/excel-file.ts');
      const sheet = { name: t('allTitle'), ...fileRows(packOf(results), lines) };
      saveFile(await excelFile([sheet]), fileName(name, 'xlsx'));
      toast(t('made'));
    });
  return (
    <div class="line no-print">
      <Button small kind="outlined" busy={busy} onClick={excel}>
        {t('excel')}
      </Button>
      <Button small kind="outlined" onClick={csv}>
        {t('csv')}
      </Button>
      {results.mayEdit && (
        <LinkButton small kind="outlined" href={`/print/papers?election=${election}`}>
          {t('papers')}
        </LinkButton>
      )}
      {problem && <span class="field-error">{problem}</span>}
    </div>
  );
}

function AnnounceAll({ election, results, again }: Props) {
  const counted = results.contests.filter(({ state }) => state === 'counted');
  const n = counted.length;
  const short = counted.filter(({ unsigned }) => unsigned);
  const announce = async () => {
    const { announced } = await call(announceResults, { params: { election }, body: {} });
    toast(t('announcedN', { n: count(announced) }));
    again();
  };
  if (!results.mayEdit || n === 0) return null;
  return (
    <AskButton
      kind="primary"
      word={t('announceAll', { n: count(n) })}
      title={t('announceAllTitle', { n: count(n) })}
      verb={t('announce')}
      onAct={announce}
    >
      <p>{t('announceWords')}</p>
      {short.length > 0 && (
        <Banner kind="warn">
          {t('signedShortIn', {
            n: count(short.length),
            names: short.slice(0, 3).map(nameOf).join(ui('listed')),
          })}
        </Banner>
      )}
    </AskButton>
  );
}
