// The tree of the campaign's units as lists, one a level: street, community, grid, building.
import { useEffect, useState } from 'preact/hooks';
import type { FillUnit } from '../../../schema/api/fill.ts';
import { type BaseQuestion, formName } from '../../../schema/fields/field.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import type { Drawn } from './control.ts';

interface Level {
  units: readonly FillUnit[];
  chosen?: FillUnit | undefined;
}

type Leveled = BaseQuestion & { levels: readonly string[] };

export function UnitLevels({ question, values, set, id, at }: Drawn<Leveled>) {
  const chosen = formName(question);
  const name = formName(question, 'name');
  const [again, setAgain] = useState(false);
  const open = again || first(values, chosen) === '';
  const [levels, setLevels] = useState<readonly Level[]>([]);
  const [failed, setFailed] = useState(false);
  const load = async (above: readonly Level[], parent?: FillUnit) => {
    if (!at) return;
    setFailed(false);
    try {
      const reply = await fetch(`/api/fill/${at.slug}/units${parent ? `?parent=${parent.id}` : ''}`);
      const { units } = (await reply.json()) as { units: FillUnit[] };
      setLevels(units.length > 0 ? [...above, { units }] : above);
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => {
    if (open) load([]);
  }, [open]);
  const choose = (depth: number, unit: FillUnit | undefined) => {
    const above = levels
      .map((level, index) => (index === depth ? { ...level, chosen: unit } : level))
      .slice(0, depth + 1);
    setLevels(above);
    if (!unit) return;
    if (unit.children > 0) {
      load(above, unit);
      return;
    }
    set(chosen, [unit.id]);
    set(name, [`${unit.above} ${unit.name}`.trim()]);
    setAgain(false);
  };
  if (!at) return <p class="notice">{say('filePreview')}</p>;
  if (!open)
    return (
      <div class="notice">
        <p>{say('unitChosen', { name: first(values, name) })}</p>
        <button type="button" id={id} onClick={() => setAgain(true)}>
          {say('unitOther')}
        </button>
      </div>
    );
  return (
    <div class="fields" aria-live="polite">
      {levels.map(({ units, chosen: unit }, depth) => {
        const own = depth === 0 ? id : `${id}-${depth}`;
        return (
          <div key={own}>
            <label for={own}>{question.levels[depth] ?? ''}</label>
            <div class="select">
              <select
                id={own}
                aria-label={question.levels[depth] ?? question.title}
                onChange={(event) =>
                  choose(
                    depth,
                    units.find((one) => one.id === event.currentTarget.value),
                  )
                }
              >
                <option value="" selected={!unit}>
                  {say('choose')}
                </option>
                {units.map((one) => (
                  <option key={one.id} value={one.id} selected={one === unit}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
          </div>
        );
      })}
      {failed && (
        <div>
          <p class="wrong">{say('unitFailed')}</p>
          <button type="button" onClick={() => load(levels, levels[levels.length - 1]?.chosen)}>
            {say('tryAgain')}
          </button>
        </div>
      )}
    </div>
  );
}
