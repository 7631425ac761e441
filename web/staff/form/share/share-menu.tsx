// 分享: what can be done with a form besides running it. What each opens is loaded when it is asked for.
import { useState } from 'preact/hooks';
import type { FormSummary } from '../../../../schema/api/forms.ts';
import { Menu } from '../../../ui/menu.tsx';
import { part } from '../../../ui/part.tsx';
import { t } from './words.ts';

export interface ShareProps {
  form: FormSummary;
  onClose: () => void;
}

const sheets = {
  preview: part(
    () => import('./share-preview.tsx'),
    (loaded) => loaded.SharePreview,
  ),
  template: part(
    () => import('./share-template.tsx'),
    (loaded) => loaded.ShareTemplate,
  ),
};
const ways = ['preview', 'template'] as const;

export function ShareMenu(props: { form: FormSummary }) {
  const [open, setOpen] = useState<(typeof ways)[number]>();
  const Sheet = open && sheets[open];
  return (
    <>
      <Menu title={t('share')} items={ways.map((way) => ({ title: t(way), onChoose: () => setOpen(way) }))} />
      {Sheet && <Sheet form={props.form} onClose={() => setOpen(undefined)} />}
    </>
  );
}
