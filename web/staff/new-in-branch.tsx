// The page where an election or an evaluation begins: for which of the own branches, and the sheet once what is around it is read.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Roll } from '../../schema/api/rolls.ts';
import { getSettings } from '../../schema/api/settings.ts';
import { listSubtree, type Unit } from '../../schema/api/units.ts';
import { Banner } from '../ui/banner.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { dictionary } from '../ui/words/dictionary.ts';
import { contactOf } from './campaign/plan.ts';
import { Page } from './page.tsx';
import { type Branch, editorBranches, useSession } from './session.ts';
import { t as staff } from './words.ts';

const t = dictionary(
  { newForm: '新建', reading: '正在读取{name}…' },
  { newForm: 'New', reading: 'Reading {name}…' },
);

/** What is around it: where it may be held, whom to ask, the rolls it may be by. */
export interface Around {
  units: Unit[];
  rolls: Roll[];
  contact: ReturnType<typeof contactOf>;
}

interface Props {
  title: string;
  /** asked where there are several branches */
  which: string;
  /** said to whoever may only look */
  cannot: string;
  units: (all: readonly Unit[]) => Unit[];
  rolls: () => Promise<Roll[]>;
  sheet: (branch: Branch, around: Around) => ComponentChildren;
}

export function NewInBranch(props: Props) {
  const { me } = useSession();
  const branches = editorBranches(me);
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const chosen = branches.find(({ id }) => id === branch);
  const steps = [
    { title: staff('home'), href: '/staff/' },
    { title: t('newForm'), href: '/staff/new' },
    { title: props.title },
  ];
  return (
    <Page title={props.title} steps={steps}>
      {branches.length > 1 && (
        <Select
          label={props.which}
          value={branch}
          onChange={setBranch}
          options={branches.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {chosen ? <Opening key={branch} {...props} branch={chosen} /> : <Banner>{props.cannot}</Banner>}
    </Page>
  );
}

function Opening({ branch, units, rolls, sheet }: Props & { branch: Branch }) {
  const loaded = useLoad(`around ${branch.id}`, async (): Promise<Around> => {
    const params = { unit: branch.id };
    const [tree, { settings }, there] = await Promise.all([
      call(listSubtree, { params }),
      call(getSettings, { params }),
      rolls(),
    ]);
    const own = tree.units.find(({ id }) => id === branch.id);
    return { units: units(tree.units), rolls: there, contact: contactOf(own, settings) };
  });
  return (
    <Loading from={loaded} what={t('reading', { name: branch.name })}>
      {(around) => sheet(branch, around)}
    </Loading>
  );
}
