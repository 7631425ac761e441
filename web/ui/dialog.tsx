// Only for what cannot be undone: it says what will happen, and the button names the act. All else has 撤销.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { t } from './words/ui.ts';

export function Dialog(props: {
  title: string;
  children: ComponentChildren;
  /** the act, as a verb and its object */
  verb: string;
  danger?: boolean;
  /** nothing is pending: leaving it takes nothing back */
  done?: boolean;
  busy?: boolean;
  problem?: string;
  onAct: () => void;
  onClose: () => void;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const from = document.activeElement;
    box.current?.showModal();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.busy) props.onAct();
        }}
      >
        <h2 id={id}>{props.title}</h2>
        {props.children}
        {props.problem && (
          <p class="field-error" role="alert">
            {props.problem}
          </p>
        )}
        <div class="line">
          <Button type="submit" kind={props.danger ? 'danger' : 'primary'} busy={props.busy ?? false}>
            {props.verb}
          </Button>
          <Button onClick={props.onClose}>{t(props.done ? 'close' : 'cancel')}</Button>
        </div>
      </form>
    </dialog>
  );
}
