// What stands over the page until it is closed: shown at once, so that what is typed next goes into it; closed by Escape,
// and then the focus is where it was.
import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the `<dialog>` of a component that is drawn as long as it is open. */
export function useModal(onClose: () => void) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // Before it is taken out: only a dialog that closes gives the focus back, and nothing behind an open one takes it.
    return () => dialog?.close();
  }, []);
  const onCancel = (event: TargetedEvent<HTMLDialogElement>) => {
    event.preventDefault();
    onClose();
  };
  return { ref: box, onCancel };
}
