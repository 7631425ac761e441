// 办推选: for which branch, and what is around it; then one sheet.
import { useState } from 'preact/hooks';
import { getSettings } from '../../../schema/api/settings.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { treeOf } from '../../ui/tree.ts';
import { Page } from '../page.tsx';
import { type Branch, editorBranches, useSession } from '../session.ts';
import { type Around, ElectionSheet } from './election-sheet.tsx';
import { readRolls } from './roll-field.tsx';
import { t } from './words.ts';

export function NewElection() {
  const { me } = useSession();
  const branches = editorBranches(me);
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const chosen = branches.find(({ id }) => id === branch);
  const steps = [
    { title: t('home'), href: '/staff/' },
    { title: t('newForm'), href: '/staff/new' },
    { title: t('newTitle') },
  ];
  return (
    <Page title={t('newTitle')} steps={steps}>
      {branches.length > 1 && (
        <Select
          label={t('branch')}
          value={branch}
          onChange={setBranch}
          options={branches.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {chosen ? <Opening key={branch} branch={chosen} /> : <Banner>{t('cannot')}</Banner>}
    </Page>
  );
}

/** What a tick can mean here: buildings, and areas that have some. */
function withBuildings(all: readonly Unit[]): Unit[] {
  const units = all.filter(({ kind }) => kind !== 'stairwell');
  const { places } = treeOf(units);
  return units.filter(({ id, kind }) => kind === 'building' || kind === 'place' || (places.get(id) ?? 0) > 0);
}

function Opening({ branch }: { branch: Branch }) {
  const loaded = useLoad(`new election ${branch.id}`, async (): Promise<Around> => {
    const params = { unit: branch.id };
    const [{ units }, { settings }, rolls] = await Promise.all([
      call(listSubtree, { params }),
      call(getSettings, { params }),
      readRolls(),
    ]);
    return { units: withBuildings(units), settings, rolls };
  });
  return (
    <Loading from={loaded} what={t('reading', { name: branch.name })}>
      {(around) => <ElectionSheet branch={branch} around={around} />}
    </Loading>
  );
}
