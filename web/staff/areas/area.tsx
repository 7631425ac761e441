// One area: its facts with what may be changed, its building code, and the acts that reach further.
import { useState } from 'preact/hooks';
import { retireUnit, type Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { AddArea } from './add-area.tsx';
import { BuildingCode } from './building-code.tsx';
import { EditArea } from './edit-area.tsx';
import { MoveArea } from './move-area.tsx';
import { t } from './words.ts';

type Open = 'edit' | 'add' | 'move' | 'retire' | undefined;

export function Area(props: { unit: Unit; admin: boolean; editor: boolean; onChanged: () => void }) {
  const { unit, admin, editor } = props;
  const [open, setOpen] = useState<Open>();
  const used = unit.retiredAt === null;
  const done = () => {
    setOpen(undefined);
    props.onChanged();
  };
  const turn = (which: Open) => setOpen(open === which ? undefined : which);
  return (
    <div class="area">
      <section class="stack">
        {!used && <Banner>{t('retiredBanner')}</Banner>}
        <dl class="facts">
          <dt>{t('households')}</dt>
          <dd>{count(unit.households)}</dd>
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
                  <Button small onClick={() => turn('retire')}>
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
        {open === 'retire' && <Retire unit={unit} onDone={done} onClose={() => setOpen(undefined)} />}
      </section>
      {unit.buildingCode !== null && used && (
        <BuildingCode unit={unit} code={unit.buildingCode} editor={editor} onChanged={props.onChanged} />
      )}
    </div>
  );
}

function Retire(props: { unit: Unit; onDone: () => void; onClose: () => void }) {
  const { unit } = props;
  const { busy, problem, act } = useAct();
  return (
    <Dialog
      title={t('retireTitle', { name: unit.name })}
      verb={t('retireAct')}
      danger
      busy={busy}
      problem={problem}
      onClose={props.onClose}
      onAct={() =>
        act(async () => {
          await call(retireUnit, { params: { unit: unit.id }, body: { rev: unit.rev } });
          toast(t('retired'));
          props.onDone();
        })
      }
    >
      <p>{t('retireWords')}</p>
    </Dialog>
  );
}
