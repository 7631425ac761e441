// What an import does, row by row: what can't be used, what is new, what gets another name or number of households, and
// what the file does not name. The old values can be kept as a file that brings them back.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { importUnits } from '../../../schema/api/units.ts';
import { LinkButton } from '../../ui/button.tsx';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { unitKindWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { csvOf } from '../people/sheet-rows.ts';
import { t } from './words.ts';

export type Report = Output<typeof importUnits>;
type Change = Report['changes'][number];

export function ImportChanges({ report, done }: { report: Report; done: boolean }) {
  const { changes, unnamed, absent } = report;
  const created = changes.filter(({ was }) => was === null);
  const renamed = changes.filter(({ was, name }) => was !== null && was.name !== name);
  const counted = changes.filter(({ was, households }) => was !== null && was.households !== households);
  const changed = changes.filter(({ was }) => was !== null);
  return (
    <>
      <Refused report={report} />
      <Part
        title={t('partCreated', { n: created.length })}
        rows={created}
        second={['above', ({ above }) => above]}
      />
      <Part
        title={t('partRenamed', { n: renamed.length })}
        rows={renamed}
        second={['wasName', ({ was }) => was?.name ?? '']}
      />
      <Part
        title={t('partCounted', { n: counted.length })}
        rows={counted}
        second={['wasHouseholds', ({ was }) => stored(was?.households ?? 0)]}
      />
      {absent > 0 && (
        <details>
          <summary>{t('partAbsent', { n: count(absent) })}</summary>
          <p class="note">{t('absentNote')}</p>
          <p>
            {unnamed.join(ui('listed'))}
            {absent > unnamed.length && t('absentMore')}
          </p>
        </details>
      )}
      {changed.length > 0 && (
        <div class="stack tight">
          <p class="note">{t(done ? 'backDone' : 'backNote')}</p>
          <div>
            <LinkButton small kind="outlined" href={before(changed)} download="linli-areas-before.csv">
              {t('back')}
            </LinkButton>
          </div>
        </div>
      )}
    </>
  );
}

/** Kept with the area itself; where lists add up what stands below it, nothing is. */
const stored = (households: number) => (households > 0 ? count(households) : '—');

/** As a file for this very import: without a parent, a row says nothing of where its unit stands. */
const before = (changed: readonly Change[]) =>
  csvOf([
    ['类型', '名称', '编码', '上级编码', '户数'],
    ...changed.map(({ kind, code, was }) => [kind, was?.name ?? '', code, '', String(was?.households ?? '')]),
  ]);

function Part(props: {
  title: string;
  rows: readonly Change[];
  second: readonly [title: 'above' | 'wasName' | 'wasHouseholds', cell: (change: Change) => string];
}) {
  const { title, rows } = props;
  const [word, cell] = props.second;
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 20}>
      <summary>{title}</summary>
      <Table
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'row', title: t('row'), number: true, cell: ({ row }) => row },
          { key: 'name', title: t('name'), head: true, cell: ({ name }) => name },
          { key: 'second', title: t(word), cell },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => unitKindWord(kind) },
          { key: 'code', title: t('code'), cell: ({ code }) => code },
          {
            key: 'households',
            title: t('households'),
            number: true,
            cell: ({ households }) => stored(households),
          },
        ]}
      />
    </details>
  );
}

function Refused(props: { report: Report }) {
  const { refused } = props.report;
  if (refused.length === 0) return <p>● {t('allFine')}</p>;
  return (
    <Table
      caption={t('refusedTitle')}
      rows={refused}
      rowKey={(row) => `${row.row}${row.text}`}
      columns={[
        { key: 'row', title: t('row'), head: true, cell: (row) => row.row },
        { key: 'text', title: t('text'), cell: (row) => row.text },
        {
          key: 'reason',
          title: t('reason'),
          cell: (row) => (
            <>
              ▲ {row.reason} {row.unit && <a href={`/staff/areas/${row.unit}`}>{t('toUnit')}</a>}
            </>
          ),
        },
      ]}
    />
  );
}
