// Posters, slips and door sheets: choose, look, print. Sheets are drawn a few at a time; the printer gets one part.
import { useMemo, useState } from 'preact/hooks';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { Select } from '../ui/select.tsx';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { language } from '../ui/words/language.ts';
import { addressMost, buildingAddress, bytesOf } from './address.ts';
import type { Building, Printable } from './buildings.ts';
import { countedPlaces, PartPicker, partOf, useChosen } from './chooser.tsx';
import { useChunks } from './chunks.ts';
import { DoorSheet, Poster, SlipSheet, slipsOnSheet } from './sheets.tsx';
import { t } from './words.ts';

type SheetKind = 'posters' | 'slips' | 'codes';

/** Sheets in one print job. */
const partSize = 200;
const slipCounts = ['households', '8', '16', '24', '40', '64', '96'] as const;
type SlipCount = (typeof slipCounts)[number];

const titles = {
  posters: ['postersTitle', 'postersNote'],
  slips: ['slipsTitle', 'slipsNote'],
  codes: ['codesTitle', 'codesNote'],
} as const;

export function SheetsPage(props: { kind: SheetKind; from: Printable }) {
  const { kind, from } = props;
  const { buildings, picker } = useChosen(from);
  // One for each door, wherever it is known how many there are.
  const [slips, setSlips] = useState<SlipCount>(() =>
    from.buildings.some(({ households }) => households > 0) ? 'households' : '8',
  );
  const [at, setAt] = useState(0);
  const all = useMemo(
    () =>
      buildings.flatMap((building) =>
        Array.from({ length: kind === 'slips' ? sheetsFor(building, slips) : 1 }, () => building),
      ),
    [buildings, kind, slips],
  );
  const parts = { all, size: partSize, at: at * partSize < all.length ? at : 0 };
  const part = partOf(parts);
  const key = `${language()} ${slips} ${parts.at} ${part.map(({ id }) => id).join()}`;
  const drawn = useChunks(key, part.length, kind === 'slips' ? 2 : 8);
  // Made once and handed over as they are: Preact does not draw again what it has drawn from the same node.
  const sheets = useMemo(
    () =>
      part.map((building, index) => (
        <Sheet key={`${building.id} ${index}`} kind={kind} building={building} from={from} />
      )),
    [key, kind, from],
  );
  const longest = longestAddress(from);
  const [title, note] = titles[kind];
  if (from.buildings.length === 0) return <Empty>{t('noBuildings')}</Empty>;
  return (
    <div class="print-columns">
      <div class="print-choice no-print">
        <h1>{t(title)}</h1>
        <p>{t(note)}</p>
        {longest > addressMost && (
          <Banner kind="warn">{t('longAddress', { bytes: longest, max: addressMost })}</Banner>
        )}
        {picker}
        {kind === 'slips' && (
          <Select
            label={t('setsOf')}
            value={slips}
            options={slipCounts.map((n) => ({
              value: n,
              label: n === 'households' ? t('perHousehold') : t('perBuilding', { n }),
            }))}
            onChange={setSlips}
          />
        )}
        <p role="status">
          <b>{t('total', { buildings: countedPlaces(buildings), sheets: count(all.length) })}</b>
        </p>
        <PartPicker parts={parts} words="partOf" onChoose={setAt} />
        {part.length > 0 && (
          <div class="print-act">
            {drawn < part.length ? (
              <WaitingLine what={t('preparing')} done={drawn} total={part.length} />
            ) : (
              <Button kind="primary" onClick={() => print()}>
                {t('printSheets', { n: count(part.length) })}
              </Button>
            )}
          </div>
        )}
        <p class="note">{t('paper')}</p>
      </div>
      <section class="sheets" aria-label={t('preview')}>
        {sheets.slice(0, drawn)}
      </section>
    </div>
  );
}

/** Whole sheets, so that what is cut from one belongs to one building. */
const sheetsFor = ({ households }: Building, slips: SlipCount): number =>
  Math.max(1, Math.ceil((slips === 'households' ? households : Number(slips)) / slipsOnSheet));

function Sheet(props: { kind: SheetKind; building: Building; from: Printable }) {
  const { building, kind } = props;
  const { origin, facts } = props.from;
  if (kind === 'codes' || !facts) return <DoorSheet building={building} origin={origin} />;
  const Kind = kind === 'posters' ? Poster : SlipSheet;
  return <Kind building={building} origin={origin} facts={facts} />;
}

const longestAddress = ({ buildings, origin }: Printable): number =>
  buildings.reduce((most, { code }) => Math.max(most, bytesOf(buildingAddress(origin, code))), 0);
