// Types with lists beyond plain options: tables with figures or words, the growing table, the tree of levels.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type Line, linesOf } from '../edits.ts';
import { freshOptionId } from '../fresh-id.ts';
import { LineList } from '../line-list.tsx';
import { t } from '../words.ts';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { FigureSettings, HowManySettings, LengthSettings } from './figure-settings.tsx';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { fresh, typeWord } from './words.ts';

const table = () => ({ rows: blankLines(2), columns: blankLines(2) });

type Plain = QuestionOf<'matrix-single' | 'matrix-multi' | 'matrix-number' | 'matrix-text'>;

/** Columns that are nothing but their labels. */
const Columns = <Q extends Plain>({ question, change }: SettingsProps<Q>) => (
  <LineList
    of={`${question.id}-c`}
    legend={t('columns')}
    addWord={t('addColumn')}
    nameOfN={(n) => t('columnN', { n })}
    list={question.columns}
    make={(line) => line}
    onChange={(columns) => change({ ...question, columns })}
  />
);

export const matrixSingle: TypeEntry<QuestionOf<'matrix-single'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-single', title: '', required: true, ...table() }),
  Lists: Columns,
};

export const matrixMulti: TypeEntry<QuestionOf<'matrix-multi'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-multi', title: '', required: true, ...table() }),
  Lists: Columns,
  Settings: HowManySettings,
};

export const matrixNumber: TypeEntry<QuestionOf<'matrix-number'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-number', title: '', ...table() }),
  Lists: Columns,
  Settings: FigureSettings,
};

export const matrixText: TypeEntry<QuestionOf<'matrix-text'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-text', title: '', ...table() }),
  Lists: Columns,
  Settings: LengthSettings,
};

export const matrixDropdown: TypeEntry<QuestionOf<'matrix-dropdown'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({
    id,
    type: 'matrix-dropdown',
    title: '',
    required: true,
    rows: blankLines(2),
    columns: blankLines(1).map((line) => ({ ...line, options: blankLines(2) })),
  }),
  Lists: ({ question, change }) => (
    <>
      <LineList
        of={`${question.id}-c`}
        legend={t('columns')}
        addWord={t('addColumn')}
        nameOfN={(n) => t('columnN', { n })}
        list={question.columns}
        make={(line) => ({ ...line, options: blankLines(2) })}
        onChange={(columns) => change({ ...question, columns })}
      />
      {question.columns.map((column) => (
        <LineList
          key={column.id}
          of={`${question.id}-${column.id}`}
          legend={t('optionsOf', { name: column.label || '…' })}
          addWord={t('addOption')}
          nameOfN={(n) => t('optionN', { n })}
          list={column.options}
          make={(line) => line}
          onChange={(options) =>
            change({
              ...question,
              columns: question.columns.map((one) => (one.id === column.id ? { ...one, options } : one)),
            })
          }
        />
      ))}
    </>
  ),
};

type Rows = QuestionOf<'rows'>;
const columnKinds = ['text', 'number', 'phone', 'date', 'choice'] as const;
const kindWord = {
  text: 'text',
  number: 'number',
  phone: 'phone',
  date: 'date',
  choice: 'dropdown',
} as const;

export const rows: TypeEntry<Rows> = {
  purpose: 'table',
  make: (id) => ({
    id,
    type: 'rows',
    title: '',
    columns: blankLines(2).map((line) => ({ ...line, kind: 'text' as const, required: true })),
  }),
  Lists: RowsLists,
  Settings: ({ question, change }) => (
    <>
      <OptionalNumber
        label={t('minLines')}
        value={question.min}
        onChange={(min) => change({ ...question, min })}
      />
      <OptionalNumber
        label={t('maxLines')}
        value={question.max}
        onChange={(max) => change({ ...question, max })}
      />
      <OptionalWord
        label={t('addWord')}
        hint={t('addWordHint')}
        value={question.addWord}
        onChange={(addWord) => change({ ...question, addWord })}
      />
    </>
  ),
};

function RowsLists({ question, change }: SettingsProps<Rows>) {
  const put = (columns: Rows['columns']) => change({ ...question, columns });
  return (
    <>
      <LineList
        of={`${question.id}-c`}
        legend={t('columns')}
        addWord={t('addColumn')}
        nameOfN={(n) => t('columnN', { n })}
        list={question.columns}
        make={(line: Line) => ({ ...line, kind: 'text' as const })}
        onChange={put}
        marks={(column, changed) => (
          <span class="line option-marks">
            <Select
              label={t('columnKind')}
              hideLabel
              value={column.kind}
              options={columnKinds.map((value) => ({ value, label: typeWord(kindWord[value]) }))}
              onChange={(kind) =>
                changed({
                  ...column,
                  kind,
                  options: kind === 'choice' ? blankLines(2) : undefined,
                  min: undefined,
                  max: undefined,
                })
              }
            />
            {column.kind === 'number' && (
              <>
                <OptionalNumber
                  label={t('min')}
                  value={column.min}
                  onChange={(min) => changed({ ...column, min })}
                />
                <OptionalNumber
                  label={t('max')}
                  value={column.max}
                  onChange={(max) => changed({ ...column, max })}
                />
              </>
            )}
            <label class="note">
              <input
                type="checkbox"
                checked={column.required ?? false}
                onChange={(event) =>
                  changed({ ...column, required: event.currentTarget.checked || undefined })
                }
              />{' '}
              {t('required')}
            </label>
          </span>
        )}
      />
      {question.columns.map(
        (column) =>
          column.options && (
            <LineList
              key={column.id}
              of={`${question.id}-${column.id}`}
              legend={t('optionsOf', { name: column.label || '…' })}
              addWord={t('addOption')}
              nameOfN={(n) => t('optionN', { n })}
              list={column.options}
              make={(line: Line) => line}
              onChange={(options) =>
                put(question.columns.map((one) => (one.id === column.id ? { ...one, options } : one)))
              }
            />
          ),
      )}
    </>
  );
}

type Cascade = QuestionOf<'cascade'>;

export const cascade: TypeEntry<Cascade> = {
  purpose: 'choose',
  make: (id) => {
    const [top] = blankLines(1);
    const above = top ?? { id: 'o_top', label: '' };
    return {
      id,
      type: 'cascade',
      title: '',
      required: true,
      levels: [fresh('level1'), fresh('level2')],
      nodes: [above, { id: freshOptionId(), label: '', under: above.id }],
    };
  },
  Lists: CascadeTree,
};

/** The tree as text, indented by two spaces a level: to be typed, or pasted from a sheet. */
const textOf = ({ nodes }: Cascade): string => {
  const lines = (under: string | undefined, depth: number): string[] =>
    nodes
      .filter((node) => node.under === under)
      .flatMap((node) => [`${'  '.repeat(depth)}${node.label}`, ...lines(node.id, depth + 1)]);
  return lines(undefined, 0).join('\n');
};

/** A node keeps its id while its way from the top reads the same. */
function nodesOf(text: string, before: Cascade): Cascade['nodes'] {
  const wayOf = (nodes: Cascade['nodes'], id: string | undefined): string => {
    const node = nodes.find((one) => one.id === id);
    return node ? `${wayOf(nodes, node.under)}\n${node.label}` : '';
  };
  const known = new Map(before.nodes.map((node) => [wayOf(before.nodes, node.id), node.id]));
  const made: Cascade['nodes'] = [];
  const way: { depth: number; id: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [label] = linesOf(line);
    if (label === undefined) continue;
    const depth = (/^[ \t\u3000]*/.exec(line)?.[0] ?? '').replace(/\t|\u3000/g, '  ').length;
    while ((way.at(-1)?.depth ?? -1) >= depth) way.pop();
    const under = way.at(-1)?.id;
    const id = known.get(`${wayOf(made, under)}\n${label}`) ?? freshOptionId();
    made.push({ id, label, ...(under !== undefined && { under }) });
    way.push({ depth, id });
  }
  return made.length > 0 ? made : before.nodes;
}

function CascadeTree({ question, change }: SettingsProps<Cascade>) {
  return (
    <>
      <TextField
        label={t('levels')}
        hint={t('levelsHint')}
        value={question.levels.join('，')}
        onInput={(text) => {
          const levels = text.split(/[,，、]/).map((level) => level.trim());
          change({ ...question, levels: levels.slice(0, 5) });
        }}
      />
      <Choice
        kind="box"
        checked={question.units ?? false}
        onChange={(units) => change({ ...question, units: units || undefined })}
        label={t('unitTree')}
        note={t('unitTreeNote')}
      />
      {!question.units && (
        <TextField
          label={t('tree')}
          hint={t('treeHint')}
          lines={10}
          value={textOf(question)}
          onInput={(text) => change({ ...question, nodes: nodesOf(text, question) })}
        />
      )}
    </>
  );
}

type GapFill = QuestionOf<'gap-fill'>;
export const gapFill: TypeEntry<GapFill> = {
  purpose: 'write',
  make: (id) => ({
    id,
    type: 'gap-fill',
    title: fresh('gaps'),
    gaps: [{ id: freshOptionId(), kind: 'number' }],
  }),
  Settings: ({ question, change }) => {
    const put = (index: number, gap: GapFill['gaps'][number]) =>
      change({ ...question, gaps: question.gaps.map((one, at) => (at === index ? gap : one)) });
    return (
      <>
        <p class="note">{t('gapsHint')}</p>
        {question.gaps.map((gap, index) => (
          <fieldset key={gap.id} class="stack tight">
            <legend class="field-label">{t('gapN', { n: index + 1 })}</legend>
            <Select
              label={t('columnKind')}
              value={gap.kind}
              options={(['text', 'number'] as const).map((value) => ({ value, label: typeWord(value) }))}
              onChange={(kind) => put(index, { ...gap, kind })}
            />
            <OptionalWord
              label={t('gapLabel')}
              maxLength={50}
              value={gap.label}
              onChange={(label) => put(index, { ...gap, label })}
            />
            <Choice
              kind="box"
              checked={gap.optional ?? false}
              onChange={(optional) => put(index, { ...gap, optional: optional || undefined })}
              label={t('gapOptional')}
            />
          </fieldset>
        ))}
      </>
    );
  },
};

/** As many gaps as the title has blanks; those that were there keep their place. */
export const fitGaps = (question: GapFill): GapFill => {
  const blanks = question.title.match(/_{2,}/g)?.length ?? 0;
  const gaps = Array.from({ length: Math.max(1, blanks) }, (_, index) => question.gaps[index]);
  return { ...question, gaps: gaps.map((gap) => gap ?? { id: freshOptionId(), kind: 'text' as const }) };
};
