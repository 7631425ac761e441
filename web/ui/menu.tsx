// What is needed seldom, behind one word. A list of plain buttons and links; Escape and a press outside close it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { offer } from './on-the-page.ts';
import { t } from './words/ui.ts';

export interface MenuItem {
  title: string;
  href?: string;
  danger?: boolean;
  onChoose?: () => void;
}

export function Menu(props: { title?: string; about?: string; items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const title = props.title ?? t('menuOf');
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(
    () =>
      offer(box, () =>
        latest.current.items.map((item) => ({
          name: item.title,
          go: () => (item.href ? location.assign(item.href) : item.onChoose?.()),
        })),
      ),
    [],
  );
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the buttons inside
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <Button
        expanded={open}
        label={props.about && t('about', { what: title, of: props.about })}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      {open && (
        <ul class="menu-list">
          {props.items.map((item) => (
            <li key={item.title}>
              {item.href ? (
                <a href={item.href} onClick={() => setOpen(false)}>
                  {item.title}
                </a>
              ) : (
                <button
                  type="button"
                  class={item.danger ? 'danger' : undefined}
                  onClick={() => {
                    setOpen(false);
                    item.onChoose?.();
                  }}
                >
                  {item.title}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
