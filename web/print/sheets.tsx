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

/** Each name on the way down stays whole. */
const place = ({ above, name }: Building) =>
  // Many names begin with their community's already: 滨河社区红色驿站.
  [...above.split(' ').filter((part) => part !== '' && !name.startsWith(part)), name].map((part) => (
    <span key={part}>
      <span class="whole">{part}</span>{' '}
    </span>
  ));

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

/** Telephone numbers, and facts between two points, are not torn apart at the end of a line. */
const unbroken = (words: string) =>
  words.split(/(\d[\d -]{5,}\d| · )/).map((piece, at) =>
    piece === ' · ' ? (
      piece
    ) : (
      <span key={`${at}${piece}`} class={/\d{4}$/.test(piece) || words.includes(' · ') ? 'whole' : ''}>
        {piece}
      </span>
    ),
  );

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
      <p class="poster-help">{unbroken(helpWords(building, facts))}</p>
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
        <h2>{facts.title}</h2>
        <p class="slip-place">{place(building)}</p>
        <p>{unbroken(factWords(facts))}</p>
        <p>{unbroken(t('helpShort', { phone: facts.phone }))}</p>
      </div>
      <p class="slip-foot">
        {t('scanSlip')} · {spoken(buildingAddress(origin, building.code))} · {t('trust')}
      </p>
    </div>
  );
}

export function DoorSheet(props: { building: Building; origin: string }) {
  const { building, origin } = props;
  const kind = building.kind === 'place' || building.kind === 'stairwell' ? building.kind : 'building';
  return (
    <article class="sheet poster door">
      <h2 class="poster-title large">{t(`door-${kind}`)}</h2>
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
