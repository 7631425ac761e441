// 办推选: for which branch, then one sheet.
import type { Unit } from '../../../schema/api/units.ts';
import { treeOf } from '../../ui/tree.ts';
import { NewInBranch } from '../new-in-branch.tsx';
import { ElectionSheet } from './election-sheet.tsx';
import { readRolls } from './roll-field.tsx';
import { t } from './words.ts';

export function NewElection() {
  return (
    <NewInBranch
      title={t('newTitle')}
      which={t('branch')}
      cannot={t('cannot')}
      units={withBuildings}
      rolls={readRolls}
      sheet={(branch, around) => <ElectionSheet branch={branch} around={around} />}
    />
  );
}

/** What a tick can mean here: buildings, and areas that have some. */
function withBuildings(all: readonly Unit[]): Unit[] {
  const units = all.filter(({ kind }) => kind !== 'stairwell');
  const { places } = treeOf(units);
  return units.filter(({ id, kind }) => kind === 'building' || kind === 'place' || (places.get(id) ?? 0) > 0);
}
