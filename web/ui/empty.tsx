// Nothing there yet: one sentence, and the one button that changes it.
import type { ComponentChildren } from 'preact';

export function Empty(props: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}
