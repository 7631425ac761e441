// 多语言: the languages of a form, and all its texts side by side with their translations.
import { useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import { ownTongue, tonguesOf } from '../../../../schema/form/localize.ts';
import { type Tongue, tongueNames, tongues } from '../../../../schema/words/tongues.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.tsx';
import type { Builder } from '../builder.ts';
import { Sheet } from '../sheet.tsx';
import { SheetExchange } from './sheet-exchange.tsx';
import { withoutTongue, withTongue } from './table.ts';
import { TranslationList } from './translation-list.tsx';
import { t } from './words.ts';

export function LanguageSheet(props: { builder: Builder; onBack: () => void }) {
  const { builder, onBack } = props;
  const { definition, change } = builder;
  const others = tonguesOf(definition).slice(1);
  const [asked, setAsked] = useState<Tongue>();
  const tongue = others.find((one) => one === asked) ?? others[0];
  const remove = (one: Tongue) => {
    const before = definition.translations;
    change(withoutTongue(definition, one));
    toast(t('removed', { tongue: tongues[one] }), () => change({ ...definition, translations: before }));
  };
  return (
    <Sheet class="languages" title={t('title')} back={t('back')} onBack={onBack}>
      <p>{t('intro')}</p>
      <div class="line">
        {others.length > 1 && tongue && (
          <Select
            label={t('tongue')}
            value={tongue}
            options={others.map((value) => ({ value, label: tongues[value] }))}
            onChange={setAsked}
          />
        )}
        <AddTongue
          definition={definition}
          onAdd={(one) => {
            change(withTongue(definition, one));
            setAsked(one);
          }}
        />
      </div>
      {tongue ? (
        <section class="stack" aria-label={tongues[tongue]} key={tongue}>
          <div class="line apart">
            <h3 lang={tongue}>{tongues[tongue]}</h3>
            <Button small onClick={() => remove(tongue)}>
              {t('remove', { tongue: tongues[tongue] })}
            </Button>
          </div>
          <TranslationList definition={definition} tongue={tongue} change={change} />
          <SheetExchange definition={definition} tongue={tongue} change={change} />
        </section>
      ) : (
        <p class="note">{t('none')}</p>
      )}
    </Sheet>
  );
}

const none = '';

function AddTongue(props: { definition: Definition; onAdd: (tongue: Tongue) => void }) {
  const { definition, onAdd } = props;
  const there = tonguesOf(definition);
  const rest = tongueNames.filter((one) => !there.includes(one) && one !== ownTongue(definition));
  if (rest.length === 0) return null;
  return (
    <Select
      label={t('add')}
      value={none}
      options={[
        { value: none, label: t('chooseTongue') },
        ...rest.map((value) => ({ value, label: tongues[value] })),
      ]}
      onChange={(value) => {
        const tongue = rest.find((one) => one === value);
        if (tongue) onAdd(tongue);
      }}
    />
  );
}
