// Ticks in the tree of areas: a tick stands for all below. Only what is unfolded is drawn, so a city of 2,000 units
// opens at once; search unfolds the way to what it finds.
import { useMemo, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';
import { matching, summary, type Tick, type Tree, type TreeUnit, tickOf, toggle, treeOf } from './tree.ts';
import { countedUnits, kindRank, unitKindWord } from './words/kinds.ts';
import { t } from './words/ui.ts';

interface Drawn {
  tree: Tree;
  chosen: ReadonlySet<string>;
  open: ReadonlySet<string>;
  /** while searching: only these */
  shown: ReadonlySet<string> | undefined;
  onFold: (id: string) => void;
  onTick: (id: string) => void;
}

export function TreePicker(props: {
  label: string;
  units: readonly TreeUnit[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** what choosing all ticks; the tops when left out */
  all?: ReadonlySet<string>;
}) {
  const tree = useMemo(() => treeOf(props.units), [props.units]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(tree.roots));
  const [words, setWords] = useState('');
  const { hits, shown } = useMemo(() => matching(tree, words), [tree, words]);
  const searching = words.trim() !== '';
  const fold = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  const drawn: Drawn = {
    tree,
    chosen: props.chosen,
    open: searching ? shown : opened,
    shown: searching ? shown : undefined,
    onFold: fold,
    onTick: (id) => props.onChoose(toggle(tree, props.chosen, id)),
  };
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{props.label}</legend>
      <div class="line apart">
        <span role="status">{chosenWords(tree, props.chosen)}</span>
        <span class="line">
          <Button small onClick={() => props.onChoose(props.all ?? new Set(tree.roots))}>
            {t('chooseAll')}
          </Button>
          <Button small onClick={() => props.onChoose(new Set())}>
            {t('chooseNone')}
          </Button>
        </span>
      </div>
      <TextField
        type="search"
        label={t('searchUnits')}
        hideLabel
        placeholder={t('searchUnits')}
        value={words}
        onInput={setWords}
      />
      {searching && hits.size === 0 ? (
        <p class="note">{t('nothingFound', { words: words.trim() })}</p>
      ) : (
        <div class="tree">
          <Branch ids={tree.roots} {...drawn} />
        </div>
      )}
    </fieldset>
  );
}

/** `3 个社区，27 栋`: what is ticked by kind, largest kind first, and the places in it that answer. */
export function chosenWords(tree: Tree, chosen: ReadonlySet<string>): string {
  if (chosen.size === 0) return t('chosenNone');
  const { kinds, places } = summary(tree, chosen);
  const words = [...kinds]
    .sort(([one], [other]) => kindRank(one) - kindRank(other))
    .map(([kind, n]) => countedUnits(kind, n));
  if (places > (kinds.get('place') ?? 0))
    words.push(countedUnits('building', places - (kinds.get('place') ?? 0)));
  return t('chosen', { what: words.join(t('comma')) });
}

function Branch(props: Drawn & { ids: readonly string[] }) {
  const { ids, ...drawn } = props;
  const shown = drawn.shown;
  return (
    <ul>
      {ids
        .filter((id) => !shown || shown.has(id))
        .map((id) => (
          <Twig key={id} id={id} {...drawn} />
        ))}
    </ul>
  );
}

function Twig(props: Drawn & { id: string }) {
  const { id, ...drawn } = props;
  const unit = drawn.tree.byId.get(id);
  if (!unit) return null;
  const children = drawn.tree.below.get(id) ?? [];
  const open = drawn.open.has(id);
  return (
    <li>
      <div class={`tree-row${children.length === 0 ? ' leaf' : ''}`}>
        {children.length > 0 && (
          <button
            type="button"
            class="tree-fold"
            aria-expanded={open}
            aria-label={t(open ? 'fold' : 'unfold', { name: unit.name })}
            onClick={() => drawn.onFold(id)}
          >
            {open ? '▾' : '▸'}
          </button>
        )}
        <TickRow
          unit={unit}
          tick={tickOf(drawn.tree, drawn.chosen, id)}
          buildings={drawn.tree.places.get(id) ?? 0}
          onTick={() => drawn.onTick(id)}
        />
      </div>
      {open && children.length > 0 && <Branch ids={children} {...drawn} />}
    </li>
  );
}

function TickRow(props: { unit: TreeUnit; tick: Tick; buildings: number; onTick: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  const { unit } = props;
  return (
    <label>
      <input
        type="checkbox"
        ref={(element) => {
          box.current = element;
          if (element) element.indeterminate = props.tick === 'part';
        }}
        checked={props.tick === 'on'}
        onChange={props.onTick}
      />
      <span>
        {unit.name} <span class="note dim">{insideWords(unit, props.buildings)}</span>
      </span>
    </label>
  );
}

/** `27 栋`, or the kind, with a word where there is nobody to ask in it. */
function insideWords({ kind }: TreeUnit, buildings: number): string {
  if (kind === 'building' || kind === 'place') return unitKindWord(kind);
  return buildings > 0 ? countedUnits('building', buildings) : `${unitKindWord(kind)} · ${t('noBuildings')}`;
}
