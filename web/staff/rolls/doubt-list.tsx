// Heads that may be told wrong: why each is in doubt, and its doors building by building.
import type { doubtfulHead } from '../../../schema/api/rolls.ts';
import { doorName } from './door-name.ts';
import { t } from './words.ts';

type Doubt = ReturnType<typeof doubtfulHead>['_zod']['output'];

const placeWords = (units: Doubt['units']): string =>
  [...new Set(units.map(({ building }) => building))]
    .map((building) => {
      const doors = units.filter((unit) => unit.building === building).map(doorName);
      return `${building} ${doors.join(t('and'))}`;
    })
    .join(t('further'));

export function DoubtList({ doubts }: { doubts: readonly Doubt[] }) {
  return (
    <ul class="doubts">
      {doubts.map(({ why, units }) => {
        const places = placeWords(units);
        return (
          <li key={places}>
            {t(`doubt-${why}`)} {places}
          </li>
        );
      })}
    </ul>
  );
}
