// One main figure: its name, the score, how sure it is, from how many, and what became of it.
import { count } from '../ui/figures.ts';
import type { Rate, Tile as TileData } from './card-types.ts';
import { aboutWords, changeWords, few, points } from './figures.ts';
import { IntervalBar } from './interval-bar.tsx';
import { t } from './words.ts';

export function Tile(props: { tile: TileData; rate: Rate | null }) {
  const { tile, rate } = props;
  const { value, change } = tile;
  return (
    <li class="tile">
      <h2>{tile.title}</h2>
      <p class="tile-figure">{points(value.value)}</p>
      <IntervalBar
        value={value.value}
        low={value.low}
        high={value.high}
        before={change ? value.value - change.value : undefined}
      />
      <p>{aboutWords(value)}</p>
      <p class="note">
        {rate?.kind === 'response'
          ? t('tileOf', { n: count(tile.base), households: count(rate.households) })
          : tile.base < few
            ? t('caution', { n: tile.base })
            : t('tileBase', { n: count(tile.base) })}
      </p>
      {change && <p class="note">{changeWords(change)}</p>}
    </li>
  );
}
