// A button that asks in a dialog before it acts: the dialog closes once it is done, or says what failed.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, type ButtonProps } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useAct } from './load.ts';

export function AskButton(props: {
  /** what stands on the button that asks */
  word: string;
  kind?: ButtonProps['kind'];
  small?: boolean;
  disabled?: boolean;
  title: string;
  /** the act, as a verb and its object */
  verb: string;
  danger?: boolean;
  /** what will happen */
  children: ComponentChildren;
  onAct: () => Promise<void>;
}) {
  const { kind = 'plain', small = false, disabled = false, danger = false } = props;
  const [asking, setAsking] = useState(false);
  const { busy, problem, act, clear } = useAct();
  return (
    <>
      <Button
        kind={kind}
        small={small}
        disabled={disabled}
        onClick={() => {
          clear();
          setAsking(true);
        }}
      >
        {props.word}
      </Button>
      {asking && (
        <Dialog
          title={props.title}
          verb={props.verb}
          danger={danger}
          busy={busy}
          problem={problem}
          onAct={() =>
            act(async () => {
              await props.onAct();
              setAsking(false);
            })
          }
          onClose={() => setAsking(false)}
        >
          {props.children}
        </Dialog>
      )}
    </>
  );
}
