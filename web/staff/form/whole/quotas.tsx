// Places in all: so many answers, or so many people, of a kind.
import { useId } from 'preact/hooks';
import type { Quota } from '../../../../schema/form/definition.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Builder } from '../builder.ts';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { freshQuotaId } from '../fresh-id.ts';
import { kindOf, readable } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { When } from '../logic/when.tsx';
import { choicesOf } from '../numbering.ts';
import { NumberSetting } from '../types/settings-fields.tsx';
import { t } from './words.ts';

const most = 50;
const mostPlaces = 1_000_000;
const one = '';

export const quotaWords = ({ definition }: Builder): string[] =>
  (definition.quotas ?? []).map(({ label, max, when }) =>
    when
      ? t('quota-when-says', { label, max, words: conditionWords(when, definition) })
      : t('quota-says', { label, max }),
  );

export function Quotas({ builder }: { builder: Builder }) {
  const { definition, change } = builder;
  const add = useId();
  const quotas = definition.quotas ?? [];
  const put = (next: readonly Quota[], group?: string) =>
    change({ ...definition, quotas: next.length > 0 ? [...next] : undefined }, group);
  const sources = readable(definition);
  const figures = sources.filter((question) => kindOf(question) === 'number');
  return (
    <>
      <p class="note">{t('quotasHint')}</p>
      {quotas.map((quota, index) => {
        const n = index + 1;
        const set = (next: Quota, group?: string) => put(spliced(quotas, index, 1, next), group);
        return (
          <fieldset class="rule" key={quota.id}>
            <legend class="field-label">{t('quotaN', { n })}</legend>
            <TextField
              label={t('quotaLabel')}
              placeholder={t('quotaLabelHint')}
              maxLength={50}
              value={quota.label}
              onInput={(label) => set({ ...quota, label }, `quota-${quota.id}`)}
            />
            <NumberSetting
              label={t('quotaMax')}
              min={1}
              max={mostPlaces}
              value={quota.max}
              onChange={(max) => set({ ...quota, max: Math.trunc(max) })}
            />
            <When
              legend={t('quotaWhen')}
              always={t('quotaAll')}
              only={t('quotaIf')}
              condition={quota.when}
              definition={definition}
              sources={sources}
              onChange={(when) => set({ ...quota, when })}
            />
            {figures.length > 0 && (
              <Select
                label={t('quotaBy')}
                value={quota.by ?? one}
                options={[
                  { value: one, label: t('quotaOne') },
                  ...choicesOf(definition, figures).map(({ value, label }) => ({
                    value,
                    label: t('quotaNumber', { question: label }),
                  })),
                ]}
                onChange={(by) => set({ ...quota, by: by === one ? undefined : by })}
              />
            )}
            <div>
              <Button
                small
                onClick={() => {
                  put(spliced(quotas, index, 1));
                  focusSoon(add);
                }}
              >
                {t('removeQuota', { n })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {quotas.length < most && (
        <div>
          <Button
            small
            kind="outlined"
            id={add}
            onClick={() =>
              put([...quotas, { id: freshQuotaId(), label: t('quotaN', { n: quotas.length + 1 }), max: 30 }])
            }
          >
            {t('addQuota')}
          </Button>
        </div>
      )}
    </>
  );
}
