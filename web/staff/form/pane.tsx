// Beside the canvas: the form on a phone, the settings of the chosen question, the check.
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import type { Builder } from './builder.ts';
import { Findings } from './findings.tsx';
import { errorsOf, findingsOf, type Published } from './findings-of.ts';
import type { Keeper } from './keeper.ts';
import { readable } from './logic/answers.ts';
import { nearest, When } from './logic/when.tsx';
import { nameOf, numbersOf } from './numbering.ts';
import { Phone } from './phone.tsx';
import { QuestionExtras } from './settings/question-extras.tsx';
import { TypeOf } from './settings/type-of.tsx';
import { entryOf } from './types/registry.ts';
import { usePublished } from './use-published.ts';
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
  const published = usePublished(keeper.form);
  const found = findingsOf(keeper.definition, published);
  const n = found.length;
  const tabs: Tab[] = [
    ...(props.canvas ? [props.canvas] : []),
    {
      key: 'phone',
      title: t('phone'),
      panel: () => <Phone keeper={keeper} onMissing={() => props.onTab('findings')} />,
    },
    ...(builder.mayEdit
      ? [
          {
            key: 'settings',
            title: t('settings'),
            panel: () => (
              <QuestionSettings builder={builder} published={published} onUndo={() => keeper.undo()} />
            ),
          },
        ]
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

function QuestionSettings(props: { builder: Builder; published: Published | undefined; onUndo: () => void }) {
  const { builder } = props;
  const question = builder.definition.questions.find((one) => one.id === builder.chosen);
  if (!question) return <p class="note">{t('chooseFirst')}</p>;
  const { Settings } = entryOf(question);
  const name = nameOf(question, numbersOf(builder.definition));
  const sources = readable(builder.definition, question.id);
  return (
    <div class="stack" key={question.id}>
      <h2 class="small">{t('settingsOf', { name })}</h2>
      <TypeOf question={question} builder={builder} published={props.published} onUndo={props.onUndo} />
      {Settings && (
        <Settings
          question={question}
          form={builder.form}
          definition={builder.definition}
          change={(next) => builder.changeQuestion(next, `settings-${question.id}`)}
        />
      )}
      <When
        legend={t(question.type === 'page-break' ? 'showPage' : 'showIf')}
        at={`q.${question.id}.showIf`}
        always={t('showAlways')}
        only={t('showWhen')}
        condition={question.showIf}
        definition={builder.definition}
        sources={sources}
        likely={nearest(builder.definition, question.id, sources)}
        onChange={(showIf) => builder.changeQuestion({ ...question, showIf })}
      />
      <QuestionExtras question={question} builder={builder} />
    </div>
  );
}
