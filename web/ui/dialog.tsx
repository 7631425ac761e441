// Only for what cannot be undone: it says what will happen, and the button names the act. All else has 撤销.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './button.tsx';
import { useModal } from './modal.ts';
import { t } from './words/ui.ts';

export function Dialog(props: {
  title: string;
  children: ComponentChildren;
  /** the act, as a verb and its object */
  verb: string;
  /** a second act, beside it */
  more?: ComponentChildren;
  danger?: boolean;
  /** what leaving it is called, where 取消 would be read as the act */
  leave?: string;
  /** nothing is pending: leaving it takes nothing back */
  done?: boolean;
  busy?: boolean;
  problem?: string;
  onAct: () => void;
  onClose: () => void;
}) {
  const modal = useModal(props.onClose);
  const id = useId();
  return (
    <dialog {...modal} class="dialog" aria-labelledby={id}>
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
          {props.more}
          <Button onClick={props.onClose}>{props.leave ?? t(props.done ? 'close' : 'cancel')}</Button>
        </div>
      </form>
    </dialog>
  );
}
