// The choice level by level: its levels, and its tree written as lines.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { linesOf } from '../edits.ts';
import { freshOptionId } from '../fresh-id.ts';
import type { SettingsProps, TypeEntry } from './entry.ts';
import { t } from './settings-words.ts';
import { fresh } from './words.ts';

type Cascade = QuestionOf<'cascade'>;

export const cascade: TypeEntry<Cascade> = {
  purpose: 'choose',
  make: (id) => {
    const above = { id: freshOptionId(), label: '' };
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
