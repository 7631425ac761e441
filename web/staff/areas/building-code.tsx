// 楼栋码: the building's permanent page, printed once. A lost code is replaced by one act, which asks first.
import { replaceBuildingCode, type Unit } from '../../../schema/api/units.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { toast } from '../../ui/toast.tsx';
import { CopyText } from '../copy-text.tsx';
import { t } from './words.ts';

export function BuildingCode(props: { unit: Unit; code: string; editor: boolean; onChanged: () => void }) {
  const { unit, code } = props;
  const address = `${location.origin}/b/${code}`;
  const replace = async () => {
    await call(replaceBuildingCode, { params: { unit: unit.id }, body: {} });
    toast(t('replaced'));
    props.onChanged();
  };
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
          <AskButton
            small
            word={t('replace')}
            title={t('replaceTitle')}
            verb={t('replaceAct')}
            danger
            onAct={replace}
          >
            <p>{t('replaceWords')}</p>
          </AskButton>
        )}
      </div>
    </aside>
  );
}
