// Publishing: what it means, a note, one button; below it the versions that there are.
import { useState } from 'preact/hooks';
import { getForm, publishForm } from '../../../schema/api/forms.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Builder } from './builder.ts';
import { changeWord } from './change-words.ts';
import { ChangesSince } from './changes.tsx';
import { Findings } from './findings.tsx';
import { errorsOf, findingsOf } from './findings-of.ts';
import type { Keeper } from './keeper.ts';
import { OlderRuns } from './older-runs.tsx';
import { Sheet } from './sheet.tsx';
import { usePublished } from './use-published.ts';
import { Versions } from './versions.tsx';
import { t } from './words.ts';

export function PublishSheet(props: { keeper: Keeper; builder: Builder; onBack: () => void }) {
  const { keeper } = props;
  const { form } = keeper;
  const [note, setNote] = useState('');
  const [first] = useState(form.version === 0);
  const [done, setDone] = useState<number>();
  const [stuck, setStuck] = useState(false);
  const { busy, problem, act } = useAct();
  const { onBack } = props;
  const leave = () => {
    onBack();
    // The button that led here is drawn again with the editor.
    setTimeout(() => document.querySelector<HTMLElement>('.page-head .button.primary')?.focus());
  };
  const found = findingsOf(keeper.definition, usePublished(form));
  const errors = errorsOf(found).length;
  const unsaved = keeper.saving.state !== 'saved';
  const nothingNew = form.version > 0 && !form.changed && !unsaved;
  const publish = () =>
    act(async () => {
      const settled = await keeper.settle();
      setStuck(!settled);
      if (!settled) return;
      const { rev } = keeper.form;
      const version = await call(publishForm, {
        params: { form: form.id },
        body: note.trim() ? { rev, note } : { rev },
      });
      setDone(version.number);
      setNote('');
      keeper.adopt(await call(getForm, { params: { form: form.id } }));
    });
  return (
    <Sheet
      class="sheet"
      title={t(first ? 'publishFirst' : 'publishTitle')}
      back={t('backToForm')}
      onBack={leave}
    >
      {done !== undefined && (
        <div class="banner stack tight" role="status">
          <p>● {t('publishedNow', { n: done })}</p>
          <div>
            <LinkButton kind="primary" href={`/staff/forms/${form.id}/open`}>
              {t('openRun')}
            </LinkButton>
          </div>
        </div>
      )}
      {form.version > 1 && (done !== undefined || nothingNew) && (
        <OlderRuns form={form.id} newest={form.version} />
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {errors > 0 && (
        <>
          <Banner kind="warn">{t('publishBlocked', { n: errors })}</Banner>
          <Findings
            builder={{
              ...props.builder,
              choose: (id, focus) => {
                props.onBack();
                props.builder.choose(id, focus);
              },
            }}
            found={found}
          />
        </>
      )}
      {errors === 0 && nothingNew && done === undefined && <p>{t('nothingNew', { n: form.version })}</p>}
      {errors === 0 && !nothingNew && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            publish();
          }}
        >
          {form.version > 0 && (
            <section class="stack tight">
              <h3>{changeWord('changesTitle')}</h3>
              <p class="note">{changeWord('changesFrom', { n: form.version })}</p>
              <ChangesSince form={form.id} version={form.version} after={keeper.definition} />
            </section>
          )}
          <p class="note">{t('publishExplain')}</p>
          <TextField
            label={t(first ? 'publishNoteFirst' : 'publishNote')}
            optional
            maxLength={200}
            value={note}
            onInput={setNote}
          />
          {stuck && unsaved ? (
            <Banner kind="warn">
              <SaveState saving={keeper.saving} /> {t('publishStuck')}
            </Banner>
          ) : (
            unsaved && <p class="note">{t('publishSaving')}</p>
          )}
          <Button kind="primary" type="submit" busy={busy}>
            {t('publishNow', { n: form.version + 1 })}
          </Button>
        </form>
      )}
      {nothingNew && done === undefined && (
        <div>
          <LinkButton kind="primary" href={`/staff/forms/${form.id}/open`}>
            {t('openRun')}
          </LinkButton>
        </div>
      )}
      <Versions keeper={keeper} onRestored={leave} />
    </Sheet>
  );
}
