// 楼栋码: the building's permanent page, printed once. A lost code is replaced by one act, which asks first.
import { useState } from 'preact/hooks';
import { replaceBuildingCode, type Unit } from '../../../schema/api/units.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { toast } from '../../ui/toast.tsx';
import { CopyText } from '../copy-text.tsx';
import { t } from './words.ts';

export function BuildingCode(props: { unit: Unit; code: string; editor: boolean; onChanged: () => void }) {
  const { unit, code } = props;
  const [asking, setAsking] = useState(false);
  const { busy, problem, act } = useAct();
  const address = `${location.origin}/b/${code}`;
  return (
    <aside class="card stack tight">
      <h2>{t('code2')}</h2>
      <QrCode text={address} of={unit.name} />
      <CopyText text={address} />
      <p class="note">{t('codeWords')}</p>
      <div class="line">
        <LinkButton small kind="outlined" href={`/print/codes?unit=${unit.id}`}>
          {t('codePrint')}
        </LinkButton>
        {props.editor && (
          <Button small onClick={() => setAsking(true)}>
            {t('replace')}
          </Button>
        )}
      </div>
      {asking && (
        <Dialog
          title={t('replaceTitle')}
          verb={t('replaceAct')}
          danger
          busy={busy}
          problem={problem}
          onClose={() => setAsking(false)}
          onAct={() =>
            act(async () => {
              await call(replaceBuildingCode, { params: { unit: unit.id }, body: {} });
              setAsking(false);
              toast(t('replaced'));
              props.onChanged();
            })
          }
        >
          <p>{t('replaceWords')}</p>
        </Dialog>
      )}
    </aside>
  );
}
