// What each column of the sheet is: guessed by its heading, to be changed, with the first cells to see; a column that a
// roll must not take says why and cannot be chosen.
import { type Column, headWithin, type Sheet } from '../../../schema/rolls/columns.ts';
import { Select } from '../../ui/select.tsx';
import { columnWord, sensitiveWord, t } from './import-words.ts';

const sampleRows = 3;

/** Enough of a line to know it again; long numbers are not for show. */
const beginning = (line: readonly string[]) =>
  line
    .map((cell) => cell.trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(' ')
    .replace(/\d{6,}/g, '…')
    .slice(0, 30);

export function RollColumns(props: {
  sheet: Sheet;
  lines: readonly (readonly string[])[];
  columns: readonly (Column | undefined)[];
  offered: readonly Column[];
  onHead: (head: number) => void;
  onChoose: (columns: (Column | undefined)[]) => void;
}) {
  const { sheet, lines, columns } = props;
  const body = lines.slice(sheet.head + 1).filter((line) => line.some((cell) => cell.trim() !== ''));
  /** A column of the roll is one column of the sheet: chosen here, it goes elsewhere. */
  const choose = (at: number, column: Column | undefined) =>
    props.onChoose(columns.map((old, index) => (index === at ? column : old === column ? undefined : old)));
  return (
    <section class="stack tight">
      <h2>{t('columns')}</h2>
      <Select
        label={t('headRow')}
        value={String(sheet.head)}
        options={[
          { value: '-1', label: t('headNone') },
          ...lines.slice(0, headWithin).map((line, at) => ({
            value: String(at),
            label: t('headIs', { row: at + 1, words: beginning(line) }),
          })),
        ]}
        onChange={(head) => props.onHead(Number(head))}
      />
      <p class="note">
        {sheet.head < 0
          ? t('columnsNoHead', { n: body.length })
          : t('columnsNote', { row: sheet.head + 1, n: body.length })}
        {sheet.head > 0 && t('columnsAbove', { n: sheet.head })}
      </p>
      <ul class="roll-columns">
        {sheet.titles.map((title, at) => {
          const name = title || t('columnN', { n: at + 1 });
          const samples = body.slice(0, sampleRows).map((line) => line[at]?.trim() ?? '');
          const sensitive = sheet.sensitive[at];
          if (title === '' && samples.every((cell) => cell === '')) return null;
          return (
            <li key={`${at} ${title}`}>
              <div>
                <b>{name}</b>
                {/* What must not be read is not shown again either. */}
                {!sensitive && <p class="note">{samples.filter(Boolean).join('、') || '—'}</p>}
              </div>
              {sensitive ? (
                <p class="roll-sensitive">▲ {sensitiveWord(sensitive)}</p>
              ) : (
                <Select
                  label={`${t('is')}：${name}`}
                  hideLabel
                  value={columns[at] ?? ''}
                  options={[
                    { value: '', label: t('unused') },
                    ...props.offered.map((one) => ({ value: one, label: columnWord(one) })),
                  ]}
                  onChange={(value) => choose(at, value === '' ? undefined : value)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
