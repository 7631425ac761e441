// What stands in the place of the questions for a while: its heading takes the focus, Escape leads back.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

export function Sheet(props: {
  title: string;
  /** what the way back is called */
  back: string;
  class?: string;
  onBack: () => void;
  children: ComponentChildren;
}) {
  const { onBack } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // At once: a moment later it would take the focus from a field that is being typed in.
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onBack();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  });
  return (
    <div class={`stack ${props.class ?? ''}`}>
      <div>
        <Button onClick={onBack}>‹ {props.back}</Button>
      </div>
      <h2 tabIndex={-1} ref={heading}>
        {props.title}
      </h2>
      {props.children}
    </div>
  );
}
