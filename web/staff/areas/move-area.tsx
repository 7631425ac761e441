// Moving an area with all under it to another parent. It can be moved back, so it does not ask twice.
import { useState } from 'preact/hooks';
import { moveUnit, type Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { t } from './words.ts';

export function MoveArea(props: { unit: Unit; onDone: () => void }) {
  const { unit } = props;
  const [parent, setParent] = useState<Unit>();
  const { busy, problem, act } = useAct();
  const from = unit.parent;
  const move = (rev: number, to: string) =>
    call(moveUnit, { params: { unit: unit.id }, body: { rev, parent: to } });
  return (
    <div class="sheet card">
      {problem && <Banner kind="warn">{problem}</Banner>}
      <UnitPicker label={t('moveTo')} chosen={parent?.id ?? ''} not={unit.id} onChoose={setParent} />
      {parent && (
        <div>
          <Button
            kind="primary"
            busy={busy}
            onClick={() =>
              act(async () => {
                const { rev } = await move(unit.rev, parent.id);
                toast(
                  t('moved', { name: parent.name }),
                  from === null ? undefined : () => move(rev, from).then(props.onDone),
                );
                props.onDone();
              })
            }
          >
            {t('moveAct', { name: parent.name })}
          </Button>
        </div>
      )}
    </div>
  );
}
