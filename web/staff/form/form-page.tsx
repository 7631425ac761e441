// The form page: outline, canvas and pane on a desk; the same parts as tabs on a phone; the publish sheet in their place.

import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { archiveForm, type FormWithDraft, getForm } from '../../../schema/api/forms.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Menu } from '../../ui/menu.tsx';
import { part } from '../../ui/part.tsx';
import { sentenceOf } from '../../ui/problem.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { type Builder, builderOf } from './builder.ts';
import { Canvas } from './canvas.tsx';
import { copiesOf } from './copies.ts';
import { EditingToo } from './editing-too.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { focusSoon } from './focus.ts';
import type { Keeper, KeeperIo } from './keeper.ts';
import { Outline } from './outline/outline.tsx';
import { Pane, type PaneTab } from './pane.tsx';
import { ShareMenu } from './share/share-menu.tsx';
import { SwitchesContext, useFormSwitches, useSwitches } from './switches.ts';
import { useKeeper } from './use-keeper.ts';
import { useWidth } from './width.ts';
import { t } from './words.ts';

const PublishSheet = part(
  () => import('./publish-sheet.tsx'),
  (sheet) => sheet.PublishSheet,
);
const LanguageSheet = part(
  () => import('./languages/language-sheet.tsx'),
  (sheet) => sheet.LanguageSheet,
);

const Conflict = part(
  () => import('./conflict.tsx'),
  (section) => section.Conflict,
);
const PathMap = part(
  () => import('./map/path-map.tsx'),
  (sheet) => sheet.PathMap,
);

export function FormPage() {
  const { me } = useSession();
  const { params } = useRoute();
  const form = params.form ?? '';
  const loaded = useLoad(`form ${form}`, () =>
    Promise.all([call(getForm, { params: { form } }), copiesOf(me.login, form)]),
  );
  return (
    <Loading from={loaded}>{([value, here]) => <Open key={value.id} form={value} here={here} />}</Loading>
  );
}

function Open(props: { form: FormWithDraft; here: KeeperIo['here'] }) {
  const keeper = useKeeper(props.form, props.here);
  const [sheet, setSheet] = useState<'publish' | 'languages' | 'map'>();
  const [chosen, setChosen] = useState<string>();
  const [tab, setTab] = useState<PaneTab>('phone');
  const width = useWidth();
  const switched = useFormSwitches(props.form.id, keeper.definition);
  const narrow = width === 'narrow';
  const builder = builderOf(
    keeper,
    chosen,
    (id) => {
      setChosen(id);
      if (narrow && id) setTab('canvas');
    },
    { settings: () => setTab('settings'), languages: () => setSheet('languages') },
  );
  useUndoKeys(keeper, sheet !== 'publish');
  useEffect(() => {
    PublishSheet.ahead();
    LanguageSheet.ahead();
    PathMap.ahead();
    Conflict.ahead();
  }, []);
  // A form that was just begun: its title comes first.
  useEffect(() => {
    if (keeper.definition.title === '' && keeper.definition.questions.length === 0) focusSoon('form-title');
  }, []);
  // On a narrow screen the questions come first.
  useEffect(() => {
    if (narrow) setTab('canvas');
    else setTab((before) => (before === 'canvas' ? 'phone' : before));
  }, [narrow]);
  return (
    <SwitchesContext.Provider value={switched}>
      <Page
        title={keeper.definition.title.trim() || t('noTitle')}
        steps={[{ title: staff('home'), href: '/staff/' }, { title: t('myForms') }]}
        facts={
          <>
            {keeper.form.unit.name} <EditingToo keeper={keeper} />
          </>
        }
        action={
          !sheet && (
            <Acts
              keeper={keeper}
              onPublish={() => setSheet('publish')}
              onLanguages={builder.openLanguages}
              onMap={() => setSheet('map')}
            />
          )
        }
      >
        {keeper.form.archived && <Banner>{t('archivedBanner')}</Banner>}
        {!keeper.form.mayEdit && <Banner>{t('readOnly')}</Banner>}
        {keeper.theirs && <Conflict keeper={keeper} theirs={keeper.theirs.draft} />}
        {sheet === 'publish' ? (
          <PublishSheet keeper={keeper} builder={builder} onBack={() => setSheet(undefined)} />
        ) : sheet === 'languages' ? (
          <LanguageSheet builder={builder} onBack={() => setSheet(undefined)} />
        ) : sheet === 'map' ? (
          <PathMap builder={builder} onBack={() => setSheet(undefined)} />
        ) : narrow ? (
          <>
            <FoldedOutline builder={builder} />
            <Pane
              keeper={keeper}
              builder={builder}
              tab={tab}
              onTab={setTab}
              canvas={{ key: 'canvas', title: t('canvas'), panel: () => <Canvas builder={builder} /> }}
            />
          </>
        ) : (
          <div class={`builder ${width}`}>
            {width === 'wide' ? <Outline builder={builder} /> : <FoldedOutline builder={builder} />}
            <Canvas builder={builder} />
            <aside class="pane" aria-label={t('settings')}>
              <Pane keeper={keeper} builder={builder} tab={tab} onTab={setTab} />
            </aside>
          </div>
        )}
      </Page>
    </SwitchesContext.Provider>
  );
}

const FoldedOutline = ({ builder }: { builder: Builder }) => (
  <details class="outline-fold">
    <summary>{t('outline')}</summary>
    <Outline builder={builder} />
  </details>
);

function Acts(props: { keeper: Keeper; onPublish: () => void; onLanguages: () => void; onMap: () => void }) {
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
function useUndoKeys(keeper: Keeper, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const heard = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(ofItsOwn)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) keeper.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) keeper.redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [keeper, active]);
}
