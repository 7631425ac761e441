// Whether something always holds or only sometimes: two rows to choose, and under the second the condition. One part for
// all that has a condition: a question, an option, an ending, a jump, a quota.

import { useId } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Condition } from '../../../../schema/logic/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { part } from '../../../ui/part.tsx';
import { focusSoon } from '../focus.ts';
import { firstLeaf } from './leaves.ts';
import { fittingCondition } from './limits.ts';
import { t } from './words.ts';

export const ConditionEditor = part(
  () => import('./condition-editor.tsx'),
  (editor) => editor.ConditionEditor,
);

export function When(props: {
  legend: string;
  hideLegend?: boolean;
  /** address of the condition, for the check to lead to */
  at?: string;
  always: string;
  only: string;
  condition: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
  definition: Definition;
  sources: readonly Question[];
  /** the likeliest source, which the first sentence begins with */
  likely?: Question | undefined;
}) {
  const { condition, onChange, sources } = props;
  const name = useId();
  const first = props.likely ?? sources[0];
  if (!first && !condition) return <p class="note">{t('noSources')}</p>;
  return (
    <fieldset class="stack tight" id={name} tabIndex={-1} data-at={props.at}>
      <legend class={props.hideLegend ? 'away' : 'field-label'}>{props.legend}</legend>
      <Choice
        kind="radio"
        name={name}
        checked={!condition}
        onChange={() => onChange(undefined)}
        label={props.always}
      />
      <Choice
        kind="radio"
        name={name}
        checked={condition !== undefined}
        onChange={() => first && onChange(firstLeaf(first))}
        label={props.only}
      />
      {condition && (
        <ConditionEditor
          definition={props.definition}
          sources={sources}
          room={1}
          condition={condition}
          onChange={fittingCondition((next) => {
            onChange(next);
            if (!next) focusSoon(name);
          })}
        />
      )}
    </fieldset>
  );
}

/** Of these, the one that stands right above a question. */
export function nearest(
  definition: Definition,
  id: string,
  sources: readonly Question[],
): Question | undefined {
  const at = definition.questions.findIndex((one) => one.id === id);
  return definition.questions
    .slice(0, Math.max(0, at))
    .reverse()
    .find((one) => sources.includes(one));
}
