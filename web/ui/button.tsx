// A verb and its object (发布问卷, not 确定). At most one primary button a screen; a link that acts like a button is one too.
import type { ComponentChildren, TargetedMouseEvent } from 'preact';

export interface ButtonProps {
  kind?: 'primary' | 'plain' | 'outlined' | 'danger';
  small?: boolean;
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  label?: string | undefined;
  id?: string | undefined;
  expanded?: boolean | undefined;
  pressed?: boolean | undefined;
  onClick?: ((event: TargetedMouseEvent<HTMLButtonElement>) => void) | undefined;
  children: ComponentChildren;
}

const look = (kind: string, small: boolean) => `button ${kind}${small ? ' small' : ''}`;

export function Button(props: ButtonProps) {
  const { kind = 'plain', small = false, busy = false, disabled = false, type = 'button' } = props;
  return (
    <button
      type={type}
      id={props.id}
      class={look(kind, small)}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      onClick={(event) => {
        // A busy button keeps the focus, so it is not disabled; it only does nothing.
        if (busy) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {props.children}
    </button>
  );
}

export function LinkButton(props: {
  href: string;
  kind?: 'primary' | 'plain' | 'outlined';
  small?: boolean;
  download?: boolean | string;
  newPage?: boolean;
  children: ComponentChildren;
}) {
  const { kind = 'plain', small = false } = props;
  return (
    <a
      class={look(kind, small)}
      href={props.href}
      download={props.download}
      {...(props.newPage ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {props.children}
    </a>
  );
}
