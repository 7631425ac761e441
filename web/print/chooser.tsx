// Choosing what to print: buildings by ticks in the tree, and which part of a long run of sheets.
import { useMemo, useState } from 'preact/hooks';
import { count } from '../ui/figures.ts';
import { Select } from '../ui/select.tsx';
import { covered, treeOf } from '../ui/tree.ts';
import { TreePicker } from '../ui/tree-picker.tsx';
import type { Printable } from './buildings.ts';
import { t } from './words.ts';

/** The ticked buildings in tree order; all of them at first. */
export function useChosen(from: Printable) {
  const tree = useMemo(() => treeOf(from.units), [from.units]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(tree.roots));
  const buildings = useMemo(() => {
    const ids = new Set(covered(tree, chosen).map(({ id }) => id));
    return from.buildings.filter(({ id }) => ids.has(id));
  }, [tree, chosen, from.buildings]);
  const picker = <TreePicker label={t('which')} units={from.units} chosen={chosen} onChoose={setChosen} />;
  return { buildings, picker };
}

export interface Parts<T> {
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
