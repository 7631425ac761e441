// Opening a run: one sheet, filled in with what is usual, so that most press one button.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getForm, getVersion } from '../../../schema/api/forms.ts';
import { getSettings } from '../../../schema/api/settings.ts';
import { listSubtree } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { type Branch, editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { OpenSheet } from './open-sheet.tsx';
import { contactOf, usualPlan } from './plan.ts';
import { t } from './words.ts';

export function NewCampaign() {
  const { params } = useRoute();
  const { me } = useSession();
  const branches = editorBranches(me);
  return branches.length > 0 ? (
    <Opening form={params.form ?? ''} branches={branches} />
  ) : (
    <Banner>{t('cannot')}</Banner>
  );
}

function Opening(props: { form: string; branches: readonly Branch[] }) {
  const { form, branches } = props;
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const name = branches.find((one) => one.id === branch)?.name ?? '';
  const loaded = useLoad(`${form} ${branch}`, async () => {
    const [draft, units, { settings }] = await Promise.all([
      call(getForm, { params: { form } }),
      tickable(branch),
      call(getSettings, { params: { unit: branch } }),
    ]);
    const { version } = draft;
    const published = version > 0 ? await call(getVersion, { params: { form, number: version } }) : undefined;
    return { form: draft, units, settings, published };
  });
  return (
    <Loading from={loaded} what={t('reading', { name })}>
      {({ form: draft, units, settings, published }) => (
        <Page
          title={ui('about', { what: t('openOne'), of: published?.definition.title ?? draft.title })}
          steps={[
            { title: staff('home'), href: '/staff/' },
            { title: draft.title, href: `/staff/forms/${form}` },
            { title: t('openOne') },
          ]}
          facts={draft.version > 0 && t('version', { n: draft.version })}
        >
          {published === undefined ? (
            <Empty
              action={
                <LinkButton kind="primary" href={`/staff/forms/${form}`}>
                  {t('toForm')}
                </LinkButton>
              }
            >
              {t('notPublished')}
            </Empty>
          ) : (
            <>
              {branches.length > 1 && (
                <Select
                  label={t('branch')}
                  value={branch}
                  onChange={setBranch}
                  options={branches.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
              <OpenSheet
                key={branch}
                branch={branch}
                form={draft}
                units={units}
                versions={[published]}
                plan={(now, demands) => ({
                  ...usualPlan(now, branch, demands),
                  ...contactOf(
                    units.find(({ id }) => id === branch),
                    settings,
                  ),
                })}
              />
            </>
          )}
        </Page>
      )}
    </Loading>
  );
}

/** A building counts for its stairwells, so they are never ticked. */
export const tickable = async (unit: string) =>
  (await call(listSubtree, { params: { unit } })).units.filter(({ kind }) => kind !== 'stairwell');
