// What one check of an author's own holds an answer to, by its kind.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { patternNames, type Rule } from '../../../../schema/logic/shapes.ts';
import { Choice, ChoiceGroup } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { kindOf, readable } from '../logic/answers.ts';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { fittingCondition } from '../logic/limits.ts';
import { called } from '../logic/names.ts';
import { choicesOf } from '../numbering.ts';
import { NumberSetting, OptionalNumber } from '../types/settings-fields.tsx';
import { addable, comparables, ordersFor, orderWord, type RuleOf } from './rule-kinds.ts';
import { t } from './words.ts';

interface Props<R extends Rule = Rule> {
  rule: R;
  question: Question;
  definition: Definition;
  onChange: (rule: Rule) => void;
}

export function RuleEditor({ rule, ...props }: Props) {
  switch (rule.check) {
    case 'range':
      return <Range {...props} rule={rule} />;
    case 'length':
      return <Length {...props} rule={rule} />;
    case 'pattern':
      return (
        <Select
          label={t('which')}
          value={rule.pattern}
          options={patternNames.map((value) => ({ value, label: t(`pattern-${value}`) }))}
          onChange={(pattern) => props.onChange({ ...rule, pattern })}
        />
      );
    case 'compare':
      return <Compare {...props} rule={rule} />;
    case 'sum':
      return <Sum {...props} rule={rule} />;
    case 'holds':
      return <Holds {...props} rule={rule} />;
  }
}

function Range({ rule, question, onChange }: Props<RuleOf<'range'>>) {
  const kind = kindOf(question);
  if (kind === 'date' || kind === 'time')
    return (
      <>
        {(['min', 'max'] as const).map((end) => (
          <TextField
            key={end}
            type={kind}
            label={t(end === 'min' ? 'earliest' : 'latest')}
            optional
            value={String(rule[end] ?? '')}
            onInput={(typed) => onChange({ ...rule, [end]: typed || undefined })}
          />
        ))}
      </>
    );
  return (
    <>
      {(['min', 'max'] as const).map((end) => (
        <OptionalNumber
          key={end}
          label={t(end === 'min' ? 'smallest' : 'largest')}
          value={typeof rule[end] === 'number' ? rule[end] : undefined}
          onChange={(value) => onChange({ ...rule, [end]: value })}
        />
      ))}
    </>
  );
}

function Length({ rule, onChange }: Props<RuleOf<'length'>>) {
  return (
    <>
      {(['min', 'max'] as const).map((end) => (
        <OptionalNumber
          key={end}
          label={t(end === 'min' ? 'fewest' : 'longest')}
          min={0}
          max={2000}
          value={rule[end]}
          onChange={(value) => onChange({ ...rule, [end]: value === undefined ? value : Math.trunc(value) })}
        />
      ))}
    </>
  );
}

function Compare({ rule, question, definition, onChange }: Props<RuleOf<'compare'>>) {
  const others = comparables(definition, question);
  const known = others.some(({ id }) => id === rule.with);
  return (
    <>
      <Select
        label={t('relation')}
        value={rule.order}
        options={ordersFor(question).map((value) => ({ value, label: orderWord(value, question) }))}
        onChange={(order) => onChange({ ...rule, order })}
      />
      <Select
        label={t('otherQuestion')}
        value={rule.with}
        options={[
          ...(known ? [] : [{ value: rule.with, label: called(definition, rule.with) }]),
          ...choicesOf(definition, others),
        ]}
        onChange={(other) => onChange({ ...rule, with: other })}
      />
    </>
  );
}

const mostAdded = 50;

function Sum({ rule, question, definition, onChange }: Props<RuleOf<'sum'>>) {
  const others = readable(definition, question.id).filter(addable);
  const and = rule.and ?? [];
  return (
    <>
      {others.length > 0 && (
        <ChoiceGroup legend={t('sumWith')}>
          {choicesOf(definition, others).map(({ value, label }) => (
            <Choice
              key={value}
              kind="box"
              checked={and.includes(value)}
              onChange={(on) => {
                const next = on ? [...and, value].slice(0, mostAdded) : and.filter((id) => id !== value);
                onChange({ ...rule, and: next.length > 0 ? next : undefined });
              }}
              label={label}
            />
          ))}
        </ChoiceGroup>
      )}
      <Select
        label={t('relation')}
        value={rule.order}
        options={(['equals', 'lte', 'gte', 'lt', 'gt', 'differs'] as const).map((value) => ({
          value,
          label: t(value),
        }))}
        onChange={(order) => onChange({ ...rule, order })}
      />
      <NumberSetting
        label={t('sumValue')}
        value={rule.value}
        onChange={(value) => onChange({ ...rule, value })}
      />
    </>
  );
}

function Holds({ rule, question, definition, onChange }: Props<RuleOf<'holds'>>) {
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('mustHold')}</legend>
      <ConditionEditor
        definition={definition}
        sources={[question, ...readable(definition, question.id)]}
        room={1}
        condition={rule.condition}
        onChange={fittingCondition((condition) => condition && onChange({ ...rule, condition }))}
      />
    </fieldset>
  );
}
