// 多级下拉: a list for each level, the next one when the one above it is chosen. Without a script: one list of whole paths.
import { type CascadeNode, nodesUnder, pathTo } from '../../../schema/fields/cascade.ts';
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { partIds } from './part-ids.ts';
import { UnitLevels } from './unit-levels.tsx';
import { UnitUnscripted } from './unit-unscripted.tsx';
import './parts.css';

type Cascade = QuestionOf<'cascade'>;

export const control: Control<Cascade> = {
  frame: 'group',
  says: ['choose', 'unitChosen', 'unitOther', 'noScriptUnit', 'filePreview', 'unitFailed', 'tryAgain'],
  draw(drawn) {
    if (drawn.question.units) return scripted ? <UnitLevels {...drawn} /> : <UnitUnscripted {...drawn} />;
    return scripted ? <Levels {...drawn} /> : <Paths {...drawn} />;
  },
};

function Levels({ question, values, set, id, problem }: Drawn<Cascade>) {
  const name = formName(question);
  const path = pathTo(question, first(values, name));
  // As many lists as were chosen from, and one more where there is anything left to choose.
  const lists: { under: string | undefined; chosen: CascadeNode | undefined }[] = [
    ...path.map((chosen) => ({ under: chosen.under, chosen })),
    { under: path[path.length - 1]?.id, chosen: undefined },
  ];
  const idOf = partIds(
    id,
    lists.map((_, depth) => String(depth)),
    problem && String(path.length),
  );
  return (
    <div class="fields">
      {lists.map(({ under, chosen }, depth) => {
        const nodes = nodesUnder(question, under);
        const level = question.levels[depth];
        if (nodes.length === 0 || level === undefined) return null;
        const own = idOf(String(depth));
        return (
          <div key={under ?? ''} class={chosen ? 'fine' : undefined}>
            <label for={own}>{level}</label>
            <div class="select">
              <select id={own} onChange={(event) => set(name, [event.currentTarget.value || (under ?? '')])}>
                <option value="" selected={chosen === undefined}>
                  {say('choose')}
                </option>
                {nodes.map((node) => (
                  <option key={node.id} value={node.id} selected={node === chosen}>
                    {node.label}
                  </option>
                ))}
              </select>
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Paths({ question, values, id }: Drawn<Cascade>) {
  const name = formName(question);
  const leaves = question.nodes.filter(
    ({ id: node, retired }) => !retired && nodesUnder(question, node).length === 0,
  );
  return (
    <div class="select">
      <select id={id} name={name} aria-label={question.levels.join(' ')}>
        <option value="">{say('choose')}</option>
        {leaves.map((leaf) => (
          <option key={leaf.id} value={leaf.id} selected={leaf.id === first(values, name)}>
            {pathTo(question, leaf.id)
              .map(({ label }) => label)
              .join(' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
