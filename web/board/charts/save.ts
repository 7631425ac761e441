// A figure as files: its drawing as a picture, its table as a sheet for Excel and WPS.
import { pictureOf } from '../../ui/drawing/picture.ts';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { saveSheet } from '../../ui/save-sheet.ts';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import type { Counted } from '../card-types.ts';
import type { Figure } from './figure.ts';
import { t } from './words.ts';

/** At the foot: where it was counted, and when. */
const footOf = ({ unit, campaign, asOf }: Counted): string =>
  t('foot', { unit: unit.name, campaign: campaign.title, at: momentWords(asOf) });

export async function savePicture({ title, says, draw }: Figure, card: Counted): Promise<void> {
  const picture = await pictureOf(draw, { title, says: [says], foot: footOf(card) });
  if (picture) saveFile(picture, fileName(title, 'png'));
  else toast(t('pictureFailed'));
}

export const saveFigureSheet = ({ title, says, head, rows }: Figure, card: Counted): Promise<void> =>
  saveSheet({ title, head, rows, below: [says, footOf(card)] });
