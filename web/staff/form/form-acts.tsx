// What can be done with the whole form, in the head of its page; undo and redo by keys too.
import { useLayoutEffect } from 'preact/hooks';
import { archiveForm, getForm } from '../../../schema/api/forms.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Menu } from '../../ui/menu.tsx';
import { sentenceOf } from '../../ui/problem.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { keepingFocus } from './focus.ts';
import type { Keeper } from './keeper.ts';
import { ShareMenu } from './share/share-menu.tsx';
import { useSwitches } from './switches.ts';
import { t } from './words.ts';

export function FormActs(props: {
  keeper: Keeper;
  onPublish: () => void;
  onLanguages: () => void;
  onMap: () => void;
}) {
  const { keeper } = props;
  const { form } = keeper;
  const { on } = useSwitches();
  if (!form.mayEdit) return <ExportMenu keeper={keeper} />;
  const putAway = (archived: boolean) => {
    keeper
      .settle()
      .then(() => call(archiveForm, { params: { form: form.id }, body: { rev: keeper.form.rev, archived } }))
      .then(() => call(getForm, { params: { form: form.id } }))
      .then((next) => {
        keeper.adopt(next);
        toast(t(archived ? 'archived' : 'unarchived'), archived ? () => putAway(false) : undefined);
      })
      .catch((thrown: unknown) => toast(sentenceOf(thrown)));
  };
  return (
    <>
      <SaveState saving={keeper.saving} />
      <Button small disabled={!keeper.canUndo} onClick={() => keeper.undo()}>
        ↶ {t('undo')}
      </Button>
      <Button small disabled={!keeper.canRedo} onClick={() => keeper.redo()}>
        ↷ {t('redo')}
      </Button>
      <ExportMenu keeper={keeper} />
      <ShareMenu form={form} />
      <Menu
        items={[
          ...(form.version > 0 ? [{ title: t('versions'), onChoose: props.onPublish }] : []),
          ...(on.has('logic') ? [{ title: t('paths'), onChoose: props.onMap }] : []),
          ...(on.has('languages') ? [{ title: t('languages'), onChoose: props.onLanguages }] : []),
          form.archived
            ? { title: t('unarchive'), onChoose: () => putAway(false) }
            : { title: t('archive'), onChoose: () => putAway(true) },
        ]}
      />
      {!form.archived && (
        <Button kind="primary" onClick={props.onPublish}>
          {t('publish')}
        </Button>
      )}
    </>
  );
}

/** Fields that are no part of the form keep the browser's own undo. */
const ofItsOwn = '[data-own-undo], dialog';

/** Ctrl+Z and Ctrl+Shift+Z for the form; inside its fields the browser's own undo of letters would fight it. */
export function useUndoKeys(keeper: Keeper, active: boolean): void {
  // At once with what is drawn: keys in a sheet that stands in the form's place are none of the form's.
  useLayoutEffect(() => {
    if (!active) return;
    const heard = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(ofItsOwn)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) keepingFocus(() => keeper.undo());
      else if (key === 'y' || (key === 'z' && event.shiftKey)) keepingFocus(() => keeper.redo());
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [keeper, active]);
}
