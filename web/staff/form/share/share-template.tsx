// A published form made a template of an area, with a line that says what it is for.
import { useState } from 'preact/hooks';
import { listTemplates, removeTemplate, setTemplate } from '../../../../schema/api/templates.ts';
import { Banner } from '../../../ui/banner.tsx';
import { call } from '../../../ui/call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { editorBranches, useSession } from '../../session.ts';
import type { ShareProps } from './share-menu.tsx';
import { t } from './words.ts';

export function ShareTemplate({ form, onClose }: ShareProps) {
  const { me } = useSession();
  const units = [form.unit, ...editorBranches(me).filter(({ id }) => id !== form.unit.id)];
  const [unit, setUnit] = useState(form.unit.id);
  const [written, setWritten] = useState<string>();
  const [missing, setMissing] = useState(false);
  const { busy, problem, act } = useAct();
  const set = useLoad(`templates ${form.id}`, async () =>
    (await call(listTemplates, {})).templates.filter((one) => one.form === form.id),
  );
  const here = set.value?.find((one) => one.unit.id === unit);
  const summary = written ?? here?.summary ?? '';
  const name = units.find(({ id }) => id === unit)?.name ?? '';
  const published = form.version > 0;
  const make = () => {
    if (!published) return onClose();
    setMissing(summary.trim() === '');
    if (summary.trim() === '') return;
    void act(async () => {
      const made = await call(setTemplate, { params: { form: form.id, unit }, body: { summary } });
      onClose();
      toast(t('templateSet', { unit: name }), () =>
        call(removeTemplate, { params: { template: made.id } }).then(() =>
          toast(t('templateUndo', { unit: name })),
        ),
      );
    });
  };
  return (
    <Dialog
      title={t('template')}
      verb={here ? t('templateRenew', { n: form.version }) : t('templateMake')}
      busy={busy}
      problem={problem}
      onAct={make}
      onClose={onClose}
    >
      {published ? (
        <>
          <p>{t('templateNote', { n: form.version })}</p>
          <Select
            label={t('templateUnit')}
            value={unit}
            options={units.map(({ id: value, name: label }) => ({ value, label }))}
            onChange={setUnit}
          />
          {here && <p class="note">{t('templateHere', { unit: name, n: here.version })}</p>}
          <TextField
            label={t('templateSummary')}
            hint={t('templateSummaryHint')}
            maxLength={100}
            value={summary}
            error={missing ? t('templateSummaryMissing') : undefined}
            onInput={setWritten}
          />
        </>
      ) : (
        <Banner>{t('templateFirst')}</Banner>
      )}
    </Dialog>
  );
}
