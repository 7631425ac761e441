// Panels of one page, one shown at a time. Arrow keys move between the tabs, as the ARIA pattern has it.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Tab {
  key: string;
  title: ComponentChildren;
  panel: () => ComponentChildren;
}

export function Tabs(props: {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const id = useId();
  const { tabs } = props;
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === props.chosen),
  );
  const go = (to: number) => {
    const tab = tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    props.onChoose(tab.key);
    document.getElementById(`${id}-${tab.key}`)?.focus();
  };
  return (
    <div class="stack">
      <div
        class="tabs"
        role="tablist"
        aria-label={props.label}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') go(at + 1);
          else if (event.key === 'ArrowLeft') go(at - 1);
          else if (event.key === 'Home') go(0);
          else if (event.key === 'End') go(tabs.length - 1);
          else return;
          event.preventDefault();
        }}
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={index === at}
            aria-controls={index === at ? `${id}-panel` : undefined}
            tabIndex={index === at ? 0 : -1}
            onClick={() => props.onChoose(tab.key)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[at]?.key}`}>
        {tabs[at]?.panel()}
      </div>
    </div>
  );
}
