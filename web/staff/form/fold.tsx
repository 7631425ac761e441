// A setting folded under its name. What is set stands under the name, so that it is read without being opened.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export function Fold(props: {
  title: string;
  says: readonly string[];
  /** address of what is set in it, for the check to lead to */
  at?: string;
  children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="fold"
      data-at={props.at}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {props.title}
        {props.says.map((sentence) => (
          <span key={sentence} class="note says">
            {sentence}
          </span>
        ))}
      </summary>
      {open && <div class="stack tight">{props.children}</div>}
    </details>
  );
}
