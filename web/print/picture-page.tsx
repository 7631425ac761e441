// Pictures for chat groups: drawn one after another on one canvas, shown small, saved one by one or as one file.
import { useEffect, useState } from 'preact/hooks';
import type { Facts } from '../../schema/api/fill.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { useAct } from '../ui/load.ts';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { language } from '../ui/words/language.ts';
import { zip } from '../ui/zip.ts';
import type { Building, Printable } from './buildings.ts';
import { PartPicker, partOf, useChosen } from './chooser.tsx';
import { drawPicture, pictureHeight, pictureWidth, toPng } from './picture.ts';
import { t } from './words.ts';

/** Pictures drawn at a time. */
const partSize = 60;

interface Picture {
  building: Building;
  blob: Blob;
  url: string;
}

const fileName = ({ above, name }: Building) => `${above} ${name}`.trim().replace(/[\\/:*?"<>|\s]+/g, '-');

export function PicturePage(props: { from: Printable; facts: Facts }) {
  const { from, facts } = props;
  const { buildings, picker } = useChosen(from);
  const [at, setAt] = useState(0);
  const parts = { all: buildings, size: partSize, at: at * partSize < buildings.length ? at : 0 };
  const part = partOf(parts);
  const pictures = usePictures(part, from.origin, facts);
  const { busy, act } = useAct();
  const saveAll = () =>
    act(async () => {
      const files = await Promise.all(
        pictures.map(async ({ building, blob }, index) => ({
          name: `${String(index + 1).padStart(3, '0')}-${fileName(building)}.png`,
          data: new Uint8Array(await blob.arrayBuffer()),
        })),
      );
      save(zip(files), `${facts.title.replace(/[\\/:*?"<>|]+/g, '-')}-${parts.at + 1}.zip`);
    });
  if (from.buildings.length === 0) return <Empty>{t('noBuildings')}</Empty>;
  return (
    <div class="print-columns">
      <div class="print-choice">
        <h1>{t('pictureTitle')}</h1>
        <p>{t('pictureNote')}</p>
        {picker}
        <p role="status">
          <b>{t('totalPictures', { buildings: count(buildings.length) })}</b>
        </p>
        <PartPicker parts={parts} words="partPicture" onChoose={setAt} />
        {part.length > 0 && (
          <div class="print-act">
            {pictures.length < part.length ? (
              <WaitingLine what={t('preparing')} done={pictures.length} total={part.length} />
            ) : (
              <Button kind="primary" busy={busy} onClick={saveAll}>
                {t('downloadAll', { n: count(part.length) })}
              </Button>
            )}
          </div>
        )}
      </div>
      <ul class="bare pictures" aria-label={t('preview')}>
        {pictures.map(({ building, url }) => (
          <li key={building.id} class="stack tight">
            <img
              src={url}
              width={pictureWidth}
              height={pictureHeight}
              alt={t('pictureAlt', { name: building.name })}
            />
            <LinkButton href={url} download={`${fileName(building)}.png`} kind="outlined" small>
              {t('downloadOne')}
              <span class="away"> {building.name}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Grows picture by picture; old ones are given back to the browser. */
function usePictures(part: readonly Building[], origin: string, facts: Facts): readonly Picture[] {
  const [made, setMade] = useState<readonly Picture[]>([]);
  const speaks = language();
  const key = `${speaks} ${part.map(({ id }) => id).join()}`;
  useEffect(() => {
    let wanted = true;
    const urls: string[] = [];
    setMade([]);
    const draw = async () => {
      const canvas = document.createElement('canvas');
      for (const building of part) {
        drawPicture(canvas, building, origin, facts);
        const blob = await toPng(canvas);
        if (!wanted) return;
        const url = URL.createObjectURL(blob);
        urls.push(url);
        setMade((before) => [...before, { building, blob, url }]);
      }
    };
    void draw();
    return () => {
      wanted = false;
      for (const url of urls) URL.revokeObjectURL(url);
    };
    // The key stands for the list: a new array of the same buildings draws nothing again.
  }, [key, origin, facts]);
  return made;
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
