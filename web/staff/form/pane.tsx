// Beside the canvas: the form on a phone, the settings of the chosen question, the check.
import { useEffect } from 'preact/hooks';
import { later, part } from '../../ui/part.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import type { Builder } from './builder.ts';
import type { Keeper } from './keeper.ts';
import { ConditionEditor } from './logic/when.tsx';
import { Phone } from './phone.tsx';
import { usePublished } from './use-published.ts';
import { useSettled } from './use-settled.ts';
import { t } from './words.ts';

const QuestionSettings = part(
  () => import('./question-settings.tsx'),
  (pane) => pane.QuestionSettings,
);
const Findings = part(
  () => import('./findings.tsx'),
  (pane) => pane.Findings,
);
const useCheck = later(() => import('./findings-of.ts'));

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
  // The check of a long form takes longer than a key may.
  const settled = useSettled(keeper.definition);
  const check = useCheck();
  const found = check?.findingsOf(settled, published) ?? [];
  const wrong = found.some(({ severity }) => severity === 'error');
  const n = found.length;
  useEffect(() => {
    QuestionSettings.ahead();
    ConditionEditor.ahead();
    Findings.ahead();
  }, []);
  const tabs: Tab[] = [
    ...(props.canvas ? [props.canvas] : []),
    {
      key: 'phone',
      title: t('phone'),
      panel: () => (
        <Phone keeper={keeper} chosen={builder.chosen} onMissing={() => props.onTab('findings')} />
      ),
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
          {wrong && <span class="mark-warn">▲ </span>}
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
