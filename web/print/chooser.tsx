// Choosing what to print: buildings by ticks in the tree, and which part of a long run of sheets.
import { useMemo, useState } from 'preact/hooks';
import { count } from '../ui/figures.ts';
import { Select } from '../ui/select.tsx';
import { everything, meant, treeOf } from '../ui/tree.ts';
import { TreePicker } from '../ui/tree-picker.tsx';
import { countedUnits } from '../ui/words/kinds.ts';
import { t as ui } from '../ui/words/ui.ts';
import type { Building, Printable } from './buildings.ts';
import { t } from './words.ts';

/** The ticked buildings in tree order; at first all that there are, and what is ticked is what prints. */
export function useChosen(from: Printable) {
  const tree = useMemo(() => treeOf(from.units), [from.units]);
  const all = useMemo(() => everything(tree), [tree]);
  const [chosen, setChosen] = useState(all);
  const buildings = useMemo(() => {
    const ids = new Set(meant(tree, chosen).map(({ id }) => id));
    return from.buildings.filter(({ id }) => ids.has(id));
  }, [tree, chosen, from.buildings]);
  const picker = (
    <TreePicker label={t('which')} units={from.units} chosen={chosen} onChoose={setChosen} all={all} />
  );
  return { buildings, picker };
}

/** `26 栋`, `26 栋，7 个点位`. */
export const countedPlaces = (buildings: readonly Building[]): string =>
  (['building', 'stairwell', 'place'] as const)
    .map((kind) => [kind, buildings.filter((one) => one.kind === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => countedUnits(kind, n))
    .join(ui('comma')) || countedUnits('building', 0);

interface Parts<T> {
  all: readonly T[];
  size: number;
  at: number;
}

export const partOf = <T,>({ all, size, at }: Parts<T>): readonly T[] =>
  all.slice(at * size, (at + 1) * size);

/** One print job at a time: browsers and office printers choke on a thousand sheets. */
export function PartPicker<T>(props: {
  parts: Parts<T>;
  words: 'partOf' | 'partPicture';
  onChoose: (at: number) => void;
}) {
  const { all, size, at } = props.parts;
  if (all.length <= size) return null;
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => index);
  return (
    <Select
      label={t('part')}
      value={String(at)}
      options={starts.map((index) => ({
        value: String(index),
        label: t(props.words, {
          from: count(index * size + 1),
          to: count(Math.min(all.length, (index + 1) * size)),
          all: count(all.length),
        }),
      }))}
      onChange={(value) => props.onChoose(Number(value))}
    />
  );
}
