// One area: its facts with what may be changed, its building code, and the acts that reach further.
import { useState } from 'preact/hooks';
import { restoreUnit, retireUnit, type Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { AddArea } from './add-area.tsx';
import { BuildingCode } from './building-code.tsx';
import { EditArea } from './edit-area.tsx';
import { MoveArea } from './move-area.tsx';
import { t } from './words.ts';

type Open = 'edit' | 'add' | 'move' | undefined;

export function Area(props: {
  unit: Unit;
  /** of all below; 0 is unknown */
  households: number;
  admin: boolean;
  editor: boolean;
  onChanged: () => void;
}) {
  const { unit, admin, editor } = props;
  const [open, setOpen] = useState<Open>();
  const used = unit.retiredAt === null;
  const done = () => {
    setOpen(undefined);
    props.onChanged();
  };
  const { busy, problem, act } = useAct();
  const { name } = unit;
  const params = { unit: unit.id };
  const restore = (rev: number) =>
    act(async () => {
      await call(restoreUnit, { params, body: { rev } });
      toast(t('restored', { name }));
      props.onChanged();
    });
  const retire = () =>
    act(async () => {
      const { rev } = await call(retireUnit, { params, body: { rev: unit.rev } });
      toast(t('retiredNow', { name }), () => restore(rev));
      done();
    });
  const turn = (which: Open) => setOpen(open === which ? undefined : which);
  return (
    <div class="area">
      <section class="stack">
        {!used && <Banner>{t('retiredBanner')}</Banner>}
        {!used && admin && (
          <div>
            <Button kind="outlined" busy={busy} onClick={() => restore(unit.rev)}>
              {t('restore')}
            </Button>
          </div>
        )}
        {problem && <Banner kind="warn">{problem}</Banner>}
        <dl class="facts">
          {props.households > 0 && (
            <>
              <dt>{t('households')}</dt>
              <dd>{count(props.households)}</dd>
            </>
          )}
          {(unit.buildingCode !== null || unit.contact) && (
            <>
              <dt>{t('leader')}</dt>
              <dd>{unit.contact ? `${unit.contact.name} ${unit.contact.phone}` : '—'}</dd>
            </>
          )}
        </dl>
        {used && (
          <div class="line no-print">
            {editor && (
              <Button small kind="outlined" expanded={open === 'edit'} onClick={() => turn('edit')}>
                {t('edit')}
              </Button>
            )}
            {admin && (
              <>
                <Button small kind="outlined" expanded={open === 'add'} onClick={() => turn('add')}>
                  {t('add')}
                </Button>
                {unit.parent !== null && (
                  <Button small expanded={open === 'move'} onClick={() => turn('move')}>
                    {t('move')}
                  </Button>
                )}
                {unit.parent !== null && unit.children === 0 && (
                  <Button small busy={busy} onClick={retire}>
                    {t('retire')}
                  </Button>
                )}
              </>
            )}
          </div>
        )}
        {open === 'edit' && <EditArea unit={unit} onDone={done} />}
        {open === 'add' && <AddArea parent={unit} onDone={done} />}
        {open === 'move' && <MoveArea unit={unit} onDone={done} />}
      </section>
      {unit.buildingCode !== null && used && (
        <BuildingCode unit={unit} code={unit.buildingCode} editor={editor} onChanged={props.onChanged} />
      )}
    </div>
  );
}
