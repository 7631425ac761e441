// The form page: outline, canvas and pane on a desk; the same parts as tabs on a phone; a sheet (publishing, languages,
// paths) in their place.
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { type FormWithDraft, getForm } from '../../../schema/api/forms.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { part } from '../../ui/part.tsx';
import { Page } from '../page.tsx';
import { useSession } from '../session.ts';
import { formTitle, t as staff } from '../words.ts';
import { type Builder, builderOf } from './builder.ts';
import { Canvas } from './canvas.tsx';
import { copiesOf } from './copies.ts';
import { EditingToo } from './editing-too.tsx';
import { focusSoon } from './focus.ts';
import { FormActs, useUndoKeys } from './form-acts.tsx';
import type { KeeperIo } from './keeper.ts';
import { Outline } from './outline/outline.tsx';
import { Pane, type PaneTab } from './pane.tsx';
import { SwitchesContext, useFormSwitches } from './switches.ts';
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
        title={formTitle(keeper.definition.title)}
        steps={[{ title: staff('home'), href: '/staff/' }, { title: t('myForms') }]}
        facts={
          <>
            {keeper.form.unit.name} <EditingToo keeper={keeper} />
          </>
        }
        action={
          !sheet && (
            <FormActs
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
