// A part of the board that is read when it is opened, and stays as it was when it is closed again.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export function LazyFold(props: { title: string; small?: boolean; children: () => ComponentChildren }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      class="fold no-print"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>{props.small ? <h3>{props.title}</h3> : <h2>{props.title}</h2>}</summary>
      {opened && <div class="stack">{props.children()}</div>}
    </details>
  );
}
