// The versions that were published: who and when, what each changed, and the way back to one as the draft.
import { useState } from 'preact/hooks';
import { getVersion, listVersions } from '../../../schema/api/forms.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { writable } from './blanks.ts';
import { changeWord } from './change-words.ts';
import { ChangesSince } from './changes.tsx';
import type { Keeper } from './keeper.ts';
import { t } from './words.ts';

/** Read when it is opened. */
function Since({ form, number }: { form: string; number: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{changeWord('changesFrom', { n: number - 1 })}</summary>
      {open && <ChangesSince form={form} version={number - 1} after={number} />}
    </details>
  );
}

export function Versions({ keeper, onRestored }: { keeper: Keeper; onRestored: () => void }) {
  const { id, version: newest, mayEdit, archived } = keeper.form;
  const { busy, problem, act } = useAct();
  const list = useLoad(`versions ${id} ${newest}`, async () => {
    if (newest === 0) return [];
    return (await call(listVersions, { params: { form: id } })).versions;
  });
  const restore = (number: number) =>
    act(async () => {
      const { definition } = await call(getVersion, { params: { form: id, number } });
      const before = keeper.definition;
      const restored = writable(definition);
      keeper.change(restored);
      toast(t('restoredVersion', { n: number }), () => {
        if (keeper.definition === restored) keeper.undo();
        else keeper.change(before);
      });
      onRestored();
    });
  return (
    <section class="stack tight">
      <h2>{t('versions')}</h2>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Loading from={list}>
        {(versions) =>
          versions.length === 0 ? (
            <p class="note">{t('versionsNone')}</p>
          ) : (
            <ol class="bare stack tight">
              {versions.map((version) => (
                <li key={version.number} class="card stack tight">
                  <p>
                    <b>{t('versionN', { n: version.number })}</b> · {momentWords(version.publishedAt)} ·{' '}
                    {t('by', { name: version.publishedBy })}
                  </p>
                  {version.note && <p>{version.note}</p>}
                  {version.number > 1 && <Since form={id} number={version.number} />}
                  {mayEdit && !archived && !keeper.theirs && (
                    <div>
                      <Button small kind="outlined" busy={busy} onClick={() => restore(version.number)}>
                        {t('restoreVersion', { n: version.number })}
                      </Button>
                    </div>
                  )}
                  <p class="note dim">
                    {t('checkCode')} <code>{version.sha256.slice(0, 16)}</code>
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Loading>
    </section>
  );
}
