// The button and the keys that open the command palette, on every page.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { part } from '../../ui/part.tsx';
import { t } from './words.ts';

const CommandPalette = part(
  () => import('./palette.tsx'),
  (loaded) => loaded.CommandPalette,
);

export function Command() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    CommandPalette.ahead();
    const heard = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
  return (
    <>
      <span data-no-act>
        <Button onClick={() => setOpen(true)}>
          {t('open')} <kbd class="dim">Ctrl K</kbd>
        </Button>
      </span>
      {open && <CommandPalette onClose={() => setOpen(false)} />}
    </>
  );
}
