// When a question shows, built as sentences: 当 [第 3 题] [选了] [不满意]. Deeper nesting is shown in words only.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import type { Condition, Leaf } from '../../../schema/logic/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { conditionWords } from './condition-words.ts';
import { spliced } from './edits.ts';
import { firstLeaf, LeafEditor } from './leaf-editor.tsx';
import { t } from './words.ts';

interface Rules {
  join: 'all' | 'any';
  leaves: Leaf[];
}

const isLeaf = (condition: Condition): condition is Leaf => 'op' in condition;

/** A condition as one list of sentences; undefined when it nests deeper. */
export function rulesOf(condition: Condition): Rules | undefined {
  if (isLeaf(condition)) return { join: 'all', leaves: [condition] };
  const join = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined;
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const leaves = inner.filter(isLeaf);
  return join && leaves.length === inner.length ? { join, leaves } : undefined;
}

const conditionOf = ({ join, leaves }: Rules): Condition | undefined => {
  const [first] = leaves;
  if (!first) return undefined;
  if (leaves.length === 1) return first;
  return join === 'all' ? { all: leaves } : { any: leaves };
};

export function ConditionEditor(props: {
  definition: Definition;
  question: Question;
  change: (question: Question) => void;
}) {
  const { definition, question } = props;
  const sources = definition.questions.filter((one) => one.id !== question.id && fieldOf(one).asks);
  const set = (showIf: Condition | undefined) => props.change({ ...question, showIf });
  const first = sources[0];
  if (!first && !question.showIf) return <p class="note">{t('noSources')}</p>;
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('showIf')}</legend>
      <Choice
        kind="radio"
        name={`show-${question.id}`}
        checked={!question.showIf}
        onChange={() => set(undefined)}
        label={t('showAlways')}
      />
      <Choice
        kind="radio"
        name={`show-${question.id}`}
        checked={question.showIf !== undefined}
        onChange={() => first && set(firstLeaf(nearest(definition, question, sources) ?? first))}
        label={t('showWhen')}
      />
      {question.showIf && (
        <RuleList definition={definition} sources={sources} condition={question.showIf} set={set} />
      )}
    </fieldset>
  );
}

/** The question right above is the likeliest source. */
const nearest = (definition: Definition, question: Question, sources: readonly Question[]) => {
  const at = definition.questions.findIndex((one) => one.id === question.id);
  return definition.questions
    .slice(0, Math.max(0, at))
    .reverse()
    .find((one) => sources.includes(one));
};

function RuleList(props: {
  definition: Definition;
  sources: readonly Question[];
  condition: Condition;
  set: (condition: Condition | undefined) => void;
}) {
  const { definition, sources, condition, set } = props;
  const rules = rulesOf(condition);
  if (!rules)
    return (
      <>
        <p class="note">{t('complexRule', { words: conditionWords(condition, definition) })}</p>
        <div>
          <Button small kind="outlined" onClick={() => set(undefined)}>
            {t('clearRule')}
          </Button>
        </div>
      </>
    );
  const { join, leaves } = rules;
  const first = sources[0];
  return (
    <>
      {leaves.length > 1 && (
        <Select
          label={t('showWhen')}
          hideLabel
          value={join}
          options={[
            { value: 'all', label: t('whenAll') },
            { value: 'any', label: t('whenAny') },
          ]}
          onChange={(next) => set(conditionOf({ join: next, leaves }))}
        />
      )}
      {leaves.map((leaf, index) => (
        <div class="rule" key={`${index}`}>
          <LeafEditor
            leaf={leaf}
            sources={sources}
            definition={definition}
            onChange={(next) => set(conditionOf({ join, leaves: spliced(leaves, index, 1, next) }))}
          />
          <div>
            <Button
              small
              onClick={() => set(conditionOf({ join, leaves: leaves.filter((_, at) => at !== index) }))}
            >
              {t('removeRule')}
            </Button>
          </div>
        </div>
      ))}
      {first && leaves.length < 20 && (
        <div>
          <Button
            small
            kind="outlined"
            onClick={() => set(conditionOf({ join, leaves: [...leaves, firstLeaf(first)] }))}
          >
            {t('addRule')}
          </Button>
        </div>
      )}
    </>
  );
}
