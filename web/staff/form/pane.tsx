// Beside the canvas: the form on a phone, the settings of the chosen question, the check.
import { useState } from 'preact/hooks';
import { fieldOf } from '../../../schema/fields/registry.ts';
import { Button } from '../../ui/button.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import type { Builder } from './builder.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { Findings } from './findings.tsx';
import { errorsOf, findingsOf } from './findings-of.ts';
import type { Keeper } from './keeper.ts';
import { nameOf, numbersOf } from './numbering.ts';
import { entryOf } from './types/registry.ts';
import { t } from './words.ts';

export type PaneTab = 'canvas' | 'phone' | 'settings' | 'findings';

/** On a narrow screen the canvas is one of the tabs. */
export function Pane(props: {
  keeper: Keeper;
  builder: Builder;
  tab: PaneTab;
  onTab: (tab: PaneTab) => void;
  canvas?: Tab;
}) {
  const { keeper, builder } = props;
  const found = findingsOf(keeper.definition);
  const n = found.length;
  const tabs: Tab[] = [
    ...(props.canvas ? [props.canvas] : []),
    { key: 'phone', title: t('phone'), panel: () => <Phone keeper={keeper} /> },
    ...(builder.mayEdit
      ? [{ key: 'settings', title: t('settings'), panel: () => <QuestionSettings builder={builder} /> }]
      : []),
    {
      key: 'findings',
      title: (
        <>
          {errorsOf(found).length > 0 && <span class="mark-warn">▲ </span>}
          {n > 0 ? t('findingsN', { n }) : t('findings')}
        </>
      ),
      panel: () => <Findings builder={builder} found={found} />,
    },
  ];
  return (
    <Tabs
      label={t('canvas')}
      tabs={tabs}
      chosen={props.tab}
      onChoose={(key) => {
        const next = (['canvas', 'phone', 'settings', 'findings'] as const).find((one) => one === key);
        if (next) props.onTab(next);
      }}
    />
  );
}

function Phone(props: { keeper: Keeper }) {
  const [loads, setLoads] = useState(0);
  const { form } = props.keeper;
  return (
    <div class="stack tight">
      <div class="line apart">
        <span class="note">{t('previewNote')}</span>
        <Button small onClick={() => setLoads(loads + 1)}>
          {t('previewReload')}
        </Button>
      </div>
      {/* A saved draft has a new revision, and so a new address: the page inside follows by itself. */}
      <iframe
        key={`${form.rev}-${loads}`}
        class="phone-preview"
        title={t('previewTitle')}
        src={`/staff/preview/${form.id}?rev=${form.rev}`}
      />
    </div>
  );
}

function QuestionSettings(props: { builder: Builder }) {
  const { builder } = props;
  const question = builder.definition.questions.find((one) => one.id === builder.chosen);
  if (!question) return <p class="note">{t('chooseFirst')}</p>;
  const { Settings } = entryOf(question);
  const name = nameOf(question, numbersOf(builder.definition));
  return (
    <div class="stack" key={question.id}>
      <h2 class="small">{t('settingsOf', { name })}</h2>
      {Settings ? (
        <Settings
          question={question}
          form={builder.form}
          change={(next) => builder.changeQuestion(next, `settings-${question.id}`)}
        />
      ) : (
        fieldOf(question).asks && <p class="note">{t('noSettings')}</p>
      )}
      <ConditionEditor
        definition={builder.definition}
        question={question}
        change={(next) => builder.changeQuestion(next)}
      />
    </div>
  );
}
