// The sheets themselves, set in millimetres and points: a poster, eight slips on A4, a door sheet with the building code.
import type { Facts } from '../../schema/api/fill.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { clockWords, dayWords } from '../ui/time.ts';
import { buildingAddress, spoken, withQuiet } from './address.ts';
import type { Building } from './buildings.ts';
import { t } from './words.ts';

export interface SheetProps {
  building: Building;
  origin: string;
  facts: Facts;
}

/** The code `mm` wide, with its white margin outside of that. */
function Code(props: { building: Building; origin: string; mm: number }) {
  const address = buildingAddress(props.origin, props.building.code);
  return (
    <div class="sheet-qr" style={{ width: `${withQuiet(address, props.mm)}mm` }}>
      <QrCode text={address} of={props.building.name} />
    </div>
  );
}

const place = ({ above, name }: Building) => (above ? `${above} ${name}` : name);

export const factWords = (facts: Facts): string =>
  [
    t('until', { date: dayWords(facts.closesAt), clock: clockWords(facts.closesAt) }),
    t('minutes', { n: facts.minutes }),
    t(facts.named ? 'named' : 'unnamed'),
  ].join(' · ');

export function helpWords({ contact }: Building, { phone }: Facts): string {
  return contact?.name
    ? t('helpLeader', { phone, name: contact.name, leaderPhone: contact.phone })
    : t('help', { phone });
}

/** Two lines of 44 pt hold 22 characters; a short title may be larger. */
const titleSize = (title: string) => (title.length <= 9 ? 'large' : 'usual');

export function Poster(props: SheetProps) {
  const { building, origin, facts } = props;
  return (
    <article class="sheet poster">
      <h2 class={`poster-title ${titleSize(facts.title)}`}>{facts.title}</h2>
      <p class="poster-scan">{t('scan')}</p>
      <Code building={building} origin={origin} mm={110} />
      <p class="poster-address">
        {t('address')} <b>{spoken(buildingAddress(origin, building.code))}</b>
      </p>
      <p class="poster-place">{place(building)}</p>
      <p class="poster-facts">{factWords(facts)}</p>
      <p class="poster-help">{helpWords(building, facts)}</p>
      <footer>
        <span>{t('trust')}</span>
        <span>{t('organiser', { organiser: facts.organiser, date: dayWords(facts.opensAt) })}</span>
      </footer>
    </article>
  );
}

/** One A4 sheet of eight equal slips. */
export function SlipSheet(props: SheetProps) {
  return (
    <article class="sheet slips">
      {Array.from({ length: slipsOnSheet }, (_, at) => (
        <Slip key={at} {...props} />
      ))}
    </article>
  );
}
export const slipsOnSheet = 8;

function Slip(props: SheetProps) {
  const { building, origin, facts } = props;
  return (
    <div class="slip">
      <Code building={building} origin={origin} mm={35} />
      <div class="slip-words">
        <h3>{facts.title}</h3>
        <p class="slip-place">{place(building)}</p>
        <p>{factWords(facts)}</p>
        <p>{t('helpShort', { phone: facts.phone })}</p>
      </div>
      <p class="slip-foot">
        {t('scanSlip')} · {spoken(buildingAddress(origin, building.code))} · {t('trust')}
      </p>
    </div>
  );
}

export function DoorSheet(props: { building: Building; origin: string }) {
  const { building, origin } = props;
  return (
    <article class="sheet poster door">
      <h2 class="poster-title large">{t('door')}</h2>
      <p class="poster-scan">{t('doorList')}</p>
      <Code building={building} origin={origin} mm={110} />
      <p class="poster-address">
        {t('address')} <b>{spoken(buildingAddress(origin, building.code))}</b>
      </p>
      <p class="poster-place">{place(building)}</p>
      <p class="poster-facts">{t('doorKeep')}</p>
      <footer>
        <span>{t('doorLost')}</span>
        <span>{t('trust')}</span>
      </footer>
    </article>
  );
}
