// Who else writes on this form now, and whether something newer was saved: said before two versions meet, not after; beside
// the form's area, where nothing moves when it comes.
import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { getForm, joinEditors } from '../../../schema/api/forms.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import type { Keeper } from './keeper.ts';
import { t } from './words.ts';

/** Milliseconds. */
const every = 20_000;

export function EditingToo({ keeper }: { keeper: Keeper }) {
  const { form } = keeper;
  const [seen, setSeen] = useState<Output<typeof joinEditors>>();
  const { busy, problem, act } = useAct();
  const writes = form.mayEdit && !form.archived;
  useEffect(() => {
    if (!writes) return;
    const window = crypto.randomUUID();
    const leave = () => {
      call(joinEditors, { params: { form: form.id }, body: { window, leaves: true }, keepalive: true }).catch(
        () => {},
      );
    };
    const say = () => {
      if (document.visibilityState === 'hidden') return leave();
      call(joinEditors, { params: { form: form.id }, body: { window } })
        .then(setSeen)
        // Without a network nobody is seen; the state of saving says so.
        .catch(() => setSeen(undefined));
    };
    say();
    const timer = setInterval(say, every);
    document.addEventListener('visibilitychange', say);
    return () => {
      leave();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [form.id, writes]);
  if (!writes || !seen || keeper.theirs) return null;
  const newer = seen.rev > form.rev && keeper.saving.state !== 'saving';
  const names = seen.others.filter(({ you }) => !you).map(({ name }) => name);
  const own = seen.others.some(({ you }) => you);
  if (!newer && names.length === 0 && !own) return null;
  return (
    <>
      <strong role="status">
        ◐ {names.length > 0 && t('editingToo', { names: names.join(t('names')) })}
        {names.length === 0 && own && t('editingTwice')}
        {newer && t('savedElsewhere')}
      </strong>{' '}
      {newer && keeper.saving.state === 'saved' && (
        <Button
          small
          kind="outlined"
          busy={busy}
          onClick={() => act(async () => keeper.take(await call(getForm, { params: { form: form.id } })))}
        >
          {t('takeNewer')}
        </Button>
      )}
      {problem && <span class="field-error">{problem}</span>}
    </>
  );
}
