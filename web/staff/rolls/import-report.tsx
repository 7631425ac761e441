// What an import does or did, and every row that could not be used, to read here and to take away.
import type { doubtsIn } from '../../../schema/rolls/doubts.ts';
import type { RefusedRow } from '../../../schema/rolls/rows.ts';
import { LinkButton } from '../../ui/button.tsx';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { csvOf } from '../people/sheet-rows.ts';
import { refusedWord, t } from './import-words.ts';
import type { Report } from './send-rows.ts';

const shownMost = 200;
const doubtsShown = 20;

/** The first few of them. */
const rowsWords = (rows: readonly number[]) =>
  `${rows.slice(0, 10).join('、')}${rows.length > 10 ? ' …' : ''}`;

export function ImportReport(props: {
  report: Report;
  refused: readonly RefusedRow[];
  filled: readonly number[];
  doubts: ReturnType<typeof doubtsIn>;
  /** the lines of the sheet: row 1 first */
  lines: readonly (readonly string[])[];
  /** columns that are left out of the file, since they were not to be read */
  hidden: ReadonlySet<number>;
  done: boolean;
}) {
  const { report, refused, filled, doubts } = props;
  const { added, changed, same, others } = report;
  const reason = (row: RefusedRow) => refusedWord(row.reason, row.text);
  const file = () =>
    csvOf(
      refused.map((one) => [
        String(one.row),
        reason(one),
        ...(props.lines[one.row - 1] ?? []).filter((_, at) => !props.hidden.has(at)),
      ]),
    );
  return (
    <>
      <div role="status" class="stack tight">
        <h2>{t(props.done ? 'done' : 'checked')}</h2>
        <p>
          {t('sums', {
            added: count(added),
            changed: count(changed),
            same: count(same),
            others: count(others),
          })}
        </p>
        {refused.length === 0 ? (
          <p>● {t('allFine')}</p>
        ) : (
          <p>▲ {t('refusedSum', { n: count(refused.length) })}</p>
        )}
        {doubts.slice(0, doubtsShown).map(({ why, rows }) => (
          <p key={rows[0]}>▲ {t(`doubt-${why}`, { rows: rowsWords(rows) })}</p>
        ))}
        {doubts.length > doubtsShown && (
          <p class="note">{t('moreDoubts', { n: count(doubts.length - doubtsShown) })}</p>
        )}
        {filled.length > 0 && <p>▲ {t('filled', { n: count(filled.length), rows: rowsWords(filled) })}</p>}
      </div>
      {refused.length > 0 && (
        <>
          <Table
            caption={t('refusedTitle')}
            hideCaption
            rows={refused.slice(0, shownMost)}
            rowKey={({ row }) => String(row)}
            columns={[
              { key: 'row', title: t('row'), head: true, cell: ({ row }) => row },
              { key: 'reason', title: t('reason'), cell: (row) => `▲ ${reason(row)}` },
            ]}
          />
          {refused.length > shownMost && <p class="note">{t('moreRefused', { n: shownMost })}</p>}
          <div class="stack tight">
            <div>
              <LinkButton small kind="outlined" href={file()} download="linli-roll-refused.csv">
                {t('report')}
              </LinkButton>
            </div>
            <p class="note">{t('reportNote')}</p>
          </div>
        </>
      )}
    </>
  );
}
