// A condition, built as sentences: 当 [第 3 题] [选了] [不满意]. A sentence may be a list of sentences in its turn; what
// is nested deeper is read here and made anew.
import { useId } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Condition } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { ComparisonEditor, firstComparison } from './comparison-editor.tsx';
import {
  conditionOf,
  type Group,
  groupOf,
  isEditable,
  isSentence,
  joins,
  type Sentence,
} from './condition-tree.ts';
import { conditionWords } from './condition-words.ts';
import { LeafEditor } from './leaf-editor.tsx';
import { firstLeaf } from './leaves.ts';
import { t } from './words.ts';

const most = 20;

interface Surroundings {
  definition: Definition;
  /** questions that may be read */
  sources: readonly Question[];
  /** how many figures may still stand in each other: below a figure there is less room */
  room: number;
}

export function ConditionEditor(
  props: Surroundings & { condition: Condition; onChange: (condition: Condition | undefined) => void },
) {
  const { condition, onChange, ...around } = props;
  if (isEditable(condition))
    return (
      <GroupEditor
        {...around}
        group={groupOf(condition)}
        inside={false}
        onChange={(group) => onChange(conditionOf(group))}
      />
    );
  return (
    <div class="stack tight">
      <p class="note">{t('tooDeep', { words: conditionWords(condition, around.definition) })}</p>
      <div>
        <Button small kind="outlined" onClick={() => onChange(undefined)}>
          {t('startOver')}
        </Button>
      </div>
    </div>
  );
}

function GroupEditor(
  props: Surroundings & { group: Group; inside: boolean; onChange: (group: Group) => void },
) {
  const { group, inside, onChange, ...around } = props;
  const { join, parts } = group;
  const put = (next: readonly Condition[]) => onChange({ join, parts: next });
  const [first] = around.sources;
  const add = useId();
  const several = parts.length > 1 || join === 'none' || join === 'notAll' || inside;
  return (
    <div class="stack tight">
      {several && (
        <Select
          label={t('groupOf')}
          hideLabel
          value={join}
          options={joins.map((value) => ({ value, label: t(`join-${value}`) }))}
          onChange={(next) => onChange({ join: next, parts })}
        />
      )}
      {parts.map((part, index) => (
        <div class={isSentence(part) ? 'rule' : 'rule group'} key={`${index}`}>
          {isSentence(part) ? (
            <SentenceEditor
              {...around}
              sentence={part}
              onChange={(next) => put(spliced(parts, index, 1, next))}
            />
          ) : (
            <GroupEditor
              {...around}
              group={groupOf(part)}
              inside
              onChange={(next) => {
                const made = conditionOf(next, true);
                put(spliced(parts, index, 1, ...(made ? [made] : [])));
              }}
            />
          )}
          <div>
            <Button
              small
              onClick={() => {
                put(spliced(parts, index, 1));
                focusSoon(add);
              }}
            >
              {t(isSentence(part) ? 'removeRule' : 'removeGroup')}
            </Button>
          </div>
        </div>
      ))}
      {first && parts.length < most && (
        <div class="line">
          <Button small kind="outlined" id={add} onClick={() => put([...parts, firstLeaf(first)])}>
            {t('addRule')}
          </Button>
          {!inside && parts.length > 1 && (
            <Button
              small
              onClick={() => {
                const other = join === 'any' ? 'all' : 'any';
                const made = conditionOf({ join: other, parts: [firstLeaf(first)] }, true);
                if (made) put([...parts, made]);
              }}
            >
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function SentenceEditor(
  props: Surroundings & { sentence: Sentence; onChange: (sentence: Sentence) => void },
) {
  const { sentence, onChange, room, ...around } = props;
  const [first] = around.sources;
  // The one control takes the place of the other, and the focus with it.
  const id = useId();
  const instead = (next: Sentence) => {
    onChange(next);
    focusSoon(id);
  };
  if ('is' in sentence)
    return (
      <>
        <ComparisonEditor {...around} id={id} room={room} comparison={sentence} onChange={onChange} />
        {first && (
          <div>
            <Button small onClick={() => instead(firstLeaf(first))}>
              {t('byAnswer')}
            </Button>
          </div>
        )}
      </>
    );
  const not = 'not' in sentence;
  return (
    <LeafEditor
      {...around}
      leaf={not ? sentence.not : sentence}
      not={not}
      onChange={(leaf, opposite) => onChange(opposite ? { not: leaf } : leaf)}
      id={id}
      onFigures={room > 0 ? () => instead(firstComparison(around.sources)) : undefined}
    />
  );
}
