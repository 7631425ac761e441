// One option: its marks, its score, its places, whether it stays put, when it is listed.
import type { Option } from '../../../../schema/fields/options.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { Choice } from '../../../ui/choice.tsx';
import { conditionWords } from '../logic/condition-words.ts';
import { useSwitches } from '../switches.ts';
import { choosesOptions, shufflable, testable } from '../types/features.ts';
import { entryOf } from '../types/registry.ts';
import { OptionalNumber } from '../types/settings-fields.tsx';
import { LineMore } from './line-more.tsx';
import { t } from './line-words.ts';

/** What is set for an option, in short: 2 分 · 限 30 人. */
function optionWords(option: Option, question: Question, definition: Definition): string[] {
  const right = testable(question) && question.quiz?.right.includes(option.id);
  return [
    ...(option.text ? [t('text-says')] : []),
    ...(option.exclusive ? [t('exclusive-says')] : []),
    ...(right ? [t('right-says')] : []),
    ...(option.score === undefined ? [] : [t('score-says', { n: option.score })]),
    ...(option.quota === undefined ? [] : [t('quota-says', { n: option.quota })]),
    ...(option.pinned ? [t('pinned-says')] : []),
    ...(option.showIf ? [t('showIf-says', { words: conditionWords(option.showIf, definition) })] : []),
  ];
}

const mostScore = 1000;
const mostPlaces = 1_000_000;

export function OptionMore(props: {
  option: Option;
  name: string;
  question: Question;
  definition: Definition;
  change: (option: Option) => void;
}) {
  const { option, question, definition, change } = props;
  const { on } = useSwitches();
  const marks = entryOf(question).optionMarks ?? [];
  return (
    <LineMore
      line={option}
      name={props.name}
      question={question}
      definition={definition}
      change={change}
      says={optionWords(option, question, definition)}
    >
      {marks.map((mark) => (
        <Choice
          key={mark}
          kind="box"
          checked={option[mark] ?? false}
          onChange={(on) => change({ ...option, [mark]: on || undefined })}
          label={t(mark)}
        />
      ))}
      {choosesOptions(question) && (
        <div class="pair">
          {on.has('scores') && (
            <OptionalNumber
              label={t('score')}
              min={-mostScore}
              max={mostScore}
              value={option.score}
              onChange={(score) => change({ ...option, score })}
            />
          )}
          {on.has('quotas') && (
            <OptionalNumber
              label={t('quota')}
              hint={t('quotaHint')}
              min={1}
              max={mostPlaces}
              value={option.quota}
              onChange={(quota) =>
                change({ ...option, quota: quota === undefined ? quota : Math.trunc(quota) })
              }
            />
          )}
        </div>
      )}
      {shufflable(question) && question.shuffle && (
        <Choice
          kind="box"
          checked={option.pinned ?? false}
          onChange={(pinned) => change({ ...option, pinned: pinned || undefined })}
          label={t('pinned')}
          note={t('pinnedNote')}
        />
      )}
    </LineMore>
  );
}
