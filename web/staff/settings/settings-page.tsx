// The settings of a root: what is filled into new runs, the footer, shared links, proofs of the domain, privacy.
import { useState } from 'preact/hooks';
import { getSettings, type Settings, saveSettings } from '../../../schema/api/settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { adminBranches, type Branch, useSession } from '../session.ts';
import { DomainFiles } from './domain-files.tsx';
import { SharePicture } from './share-picture.tsx';
import { t } from './words.ts';

export function SettingsPage() {
  const { me } = useSession();
  const branch = adminBranches(me)[0];
  const unit = branch?.id ?? '';
  const loaded = useLoad(`settings ${unit}`, () => call(getSettings, { params: { unit } }));
  if (!branch)
    return (
      <Page title={t('title')}>
        <Banner>{t('only')}</Banner>
      </Page>
    );
  return (
    <Page title={t('title')}>
      <Loading from={loaded}>
        {(value) => <Fields of={branch} settings={value.settings} rev={value.rev} mayEdit={value.mayEdit} />}
      </Loading>
    </Page>
  );
}

function Fields(props: { of: Branch; settings: Settings; rev: number; mayEdit: boolean }) {
  const { of, mayEdit } = props;
  const [settings, setSettings] = useState(props.settings);
  const [rev, setRev] = useState(props.rev);
  const { busy, problem, act } = useAct();
  const set = (change: Partial<Settings>) => setSettings({ ...settings, ...change });
  const save = () =>
    act(async () => {
      const saved = await call(saveSettings, { params: { unit: of.id }, body: { rev, settings } });
      setRev(saved.rev);
      toast(t('saved'));
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {mayEdit ? <p class="note">{t('of', { name: of.name })}</p> : <Banner>{t('readOnly')}</Banner>}
      {problem && <Banner kind="warn">{problem}</Banner>}
      <fieldset class="stack wide" disabled={!mayEdit}>
        <div class="stack">
          <TextField
            label={t('organiser')}
            hint={t('organiserHint')}
            optional
            maxLength={50}
            value={settings.organiser}
            onInput={(organiser) => set({ organiser })}
          />
          <TextField
            label={t('phone')}
            type="tel"
            optional
            maxLength={30}
            value={settings.phone}
            onInput={(phone) => set({ phone })}
          />
        </div>
        <section class="stack">
          <h2>{t('share')}</h2>
          <TextField
            label={t('shareTitle')}
            hint={t('shareTitleHint')}
            optional
            maxLength={60}
            value={settings.shareTitle}
            onInput={(shareTitle) => set({ shareTitle })}
          />
          <SharePicture value={settings.sharePicture} onChange={(sharePicture) => set({ sharePicture })} />
        </section>
        <section class="stack">
          <h2>{t('filing')}</h2>
          <TextField
            label={t('icp')}
            optional
            maxLength={60}
            value={settings.icp}
            onInput={(icp) => set({ icp })}
          />
          <TextField
            label={t('police')}
            optional
            maxLength={60}
            value={settings.police}
            onInput={(police) => set({ police })}
          />
        </section>
        <DomainFiles files={settings.domainFiles} onChange={(domainFiles) => set({ domainFiles })} />
        <TextField
          label={t('privacy')}
          hint={t('privacyHint')}
          optional
          lines={6}
          maxLength={5000}
          value={settings.privacy}
          onInput={(privacy) => set({ privacy })}
        />
        <Choice
          kind="box"
          checked={settings.demo}
          onChange={(demo) => set({ demo })}
          label={t('demo')}
          note={t('demoNote')}
        />
      </fieldset>
      {mayEdit && (
        <Button kind="primary" type="submit" busy={busy}>
          {t('save')}
        </Button>
      )}
    </form>
  );
}
