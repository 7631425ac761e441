// 更多设置 of the whole form: how it is laid out, random order, places, languages.
import { tonguesOf } from '../../../../schema/form/localize.ts';
import { tongueNames, tongues } from '../../../../schema/words/tongues.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice, ChoiceGroup } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Builder } from '../builder.ts';
import { Fold } from '../fold.tsx';
import { SwitchList } from '../switch-on.tsx';
import { useSwitches } from '../switches.ts';
import { t as form } from '../words.ts';
import { Quotas, quotaWords } from './quotas.tsx';
import { Shuffles, shuffleWords } from './shuffles.tsx';
import { t } from './words.ts';

const layouts = [
  { layout: 'steps', word: 'layoutSteps' },
  { layout: 'pages', word: 'layoutPages' },
] as const;

export function FormSettings({ builder }: { builder: Builder }) {
  const { definition, change } = builder;
  const { on } = useSwitches();
  return (
    <div class="stack tight">
      <ChoiceGroup legend={form('layout')} across>
        {layouts.map(({ layout, word }) => (
          <Choice
            key={layout}
            kind="radio"
            name="layout"
            checked={definition.layout === layout}
            onChange={() => change({ ...definition, layout })}
            label={form(word)}
          />
        ))}
      </ChoiceGroup>
      <Fold at="shuffle" title={t('shuffles')} says={shuffleWords(builder)}>
        <Shuffles builder={builder} />
      </Fold>
      <SwitchList />
      {on.has('quotas') && (
        <Fold at="quotas" title={t('quotas')} says={quotaWords(builder)}>
          <Quotas builder={builder} />
        </Fold>
      )}
      {on.has('languages') && (
        <Fold title={t('languages')} says={languageWords(builder)}>
          <Languages builder={builder} />
        </Fold>
      )}
    </div>
  );
}

/** What stands under the head of the form without being opened. */
export const formWords = (builder: Builder): string[] => [
  ...shuffleWords(builder),
  ...quotaWords(builder),
  ...languageWords(builder),
];

function languageWords({ definition }: Builder): string[] {
  const others = tonguesOf(definition)
    .slice(1)
    .map((tongue) => tongues[tongue]);
  return others.length > 0 ? [t('languages-says', { list: others.join(t('listed')) })] : [];
}

function Languages({ builder }: { builder: Builder }) {
  const { definition, change } = builder;
  const own = definition.language ?? 'zh';
  return (
    <>
      <Select
        label={t('language')}
        value={own}
        options={tongueNames
          .filter((tongue) => tongue === own || !definition.translations?.[tongue])
          .map((tongue) => ({ value: tongue, label: tongues[tongue] }))}
        onChange={(language) => change({ ...definition, language: language === 'zh' ? undefined : language })}
      />
      <div>
        <Button small kind="outlined" onClick={builder.openLanguages}>
          {t('openTable')}
        </Button>
      </div>
    </>
  );
}
