// Checks of an author's own on one question, each with what residents are told when it fails.

import { useId } from 'preact/hooks';
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Rule } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { part } from '../../../ui/part.tsx';
import { Select } from '../../../ui/select.tsx';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { mayBeRead } from '../logic/answers.ts';
import { OptionalWord } from '../types/settings-fields.tsx';
import type { Extra, ExtraProps } from './extra.ts';
import { freshRule, rulesThatFit, ruleWords } from './rule-kinds.ts';
import { t } from './words.ts';

const RuleEditor = part(
  () => import('./rule-editor.tsx'),
  (editor) => editor.RuleEditor,
);

export const rules: Extra = {
  key: 'rules',
  fits: (question) => mayBeRead(question) && fieldOf(question).asks,
  says: (question, definition) => (question.rules ?? []).map((rule) => ruleWords(rule, question, definition)),
  Panel: Rules,
};

const most = 10;

function Rules({ question, builder }: ExtraProps) {
  const { definition } = builder;
  const add = useId();
  const list = question.rules ?? [];
  const put = (next: readonly Rule[], group?: string) =>
    builder.changeQuestion({ ...question, rules: next.length > 0 ? [...next] : undefined }, group);
  const kinds = rulesThatFit(definition, question);
  const [first] = kinds;
  return (
    <>
      {list.map((rule, index) => {
        const n = index + 1;
        const change = (next: Rule, group?: string) => put(spliced(list, index, 1, next), group);
        const offered = kinds.includes(rule.check) ? kinds : [rule.check, ...kinds];
        return (
          <fieldset class="rule" key={`${index}`}>
            <legend class="field-label">{t('ruleN', { n })}</legend>
            <Select
              label={t('ruleKind')}
              value={rule.check}
              options={offered.map((value) => ({ value, label: t(value) }))}
              onChange={(kind) => {
                const { message } = rule;
                change({ ...freshRule(kind, definition, question), ...(message && { message }) });
              }}
            />
            <RuleEditor rule={rule} question={question} definition={definition} onChange={change} />
            <OptionalWord
              label={t('message')}
              hint={t('messageHint')}
              maxLength={100}
              value={rule.message}
              onChange={(message) => change({ ...rule, message }, `message-${question.id}-${index}`)}
            />
            <div>
              <Button
                small
                onClick={() => {
                  put(spliced(list, index, 1));
                  focusSoon(add);
                }}
              >
                {t('removeCheck', { n })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {first && list.length < most && (
        <div>
          <Button
            small
            kind="outlined"
            id={add}
            onClick={() => put([...list, freshRule(first, definition, question)])}
          >
            {t('addRule')}
          </Button>
        </div>
      )}
    </>
  );
}
