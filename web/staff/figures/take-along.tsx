// A chart for a report: its picture and its table into the clipboard, or the picture as a file where the browser or the
// office's plain address has no clipboard. A word at the foot of the page says which it was.
import { Button } from '../../ui/button.tsx';
import type { Caption } from '../../ui/drawing/picture.ts';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Chart } from './charts/chart.ts';
import { sheetText, tableOf } from './charts/table.ts';
import { draw } from './draw/draw.ts';
import { t } from './words.ts';

async function copyPicture(chart: Chart, caption: Caption): Promise<void> {
  const { pictureOf } = await import('../../ui/drawing/picture.ts');
  const picture = await pictureOf((pen) => draw(pen, chart), caption);
  if (!picture) return toast(t('pictureFailed'));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    toast(t('pictureCopied'));
  } catch {
    // No clipboard on this address, or none for pictures.
    saveFile(picture, fileName(caption.title, 'png'));
    toast(t('pictureSaved'));
  }
}

async function copyTable(chart: Chart): Promise<void> {
  try {
    await navigator.clipboard.writeText(sheetText(tableOf(chart)));
    toast(t('tableCopied'));
  } catch {
    toast(t('tableFailed'));
  }
}

export function TakeAlong(props: { chart: Chart; caption: Caption }) {
  const { chart, caption } = props;
  return (
    <>
      <Button
        small
        label={ui('about', { what: t('copyPicture'), of: caption.title })}
        onClick={() => copyPicture(chart, caption)}
      >
        {t('copyPicture')}
      </Button>
      <Button
        small
        label={ui('about', { what: t('copyTable'), of: caption.title })}
        onClick={() => copyTable(chart)}
      >
        {t('copyTable')}
      </Button>
    </>
  );
}
