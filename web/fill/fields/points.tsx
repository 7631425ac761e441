// Points to choose one of: words one below the other, or numbers in a grid once there are seven or more.
import type { BaseQuestion } from '../../../schema/fields/field.ts';
import { notKnown, type Point, pointsOf } from '../../../schema/fields/points.ts';
import { pointLabel, type ScaleSettings } from '../../../schema/fields/scale.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Drawn } from './control.ts';

/** From this many points on, words would not fit on a phone. */
const manyPoints = 7;

interface Props {
  drawn: Drawn<BaseQuestion>;
  settings: ScaleSettings;
  /** name of the field: the question's, or a row's */
  name: string;
  id: string;
  /** in the cells of a card instead of whole rows */
  cells?: boolean;
}

export function Points({ drawn, settings, name, id, cells }: Props) {
  const points = pointsOf(settings);
  const many = points.length >= manyPoints;
  const one = (point: Point) => (
    <Choice
      key={point}
      type="radio"
      name={name}
      value={String(point)}
      id={point === settings.from ? id : `${id}-${point}`}
      checked={first(drawn.values, name) === String(point)}
      pick={() => drawn.set(name, [String(point)])}
    >
      {many && point !== notKnown ? point : pointLabel(settings, point)}
    </Choice>
  );
  if (!many)
    return (
      <div class={cells ? 'cells' : 'choices'}>
        {points.map(one)}
        {settings.na && one(notKnown)}
      </div>
    );
  const { from, to, labels } = settings;
  const low = settings.low ?? labels?.[0];
  const high = settings.high ?? labels?.[to - from];
  return (
    <>
      {low && high && <p class="hint">{say('ends', { from, low, to, high })}</p>}
      <div class="numbers">{points.map(one)}</div>
      {settings.na && <div class="choices">{one(notKnown)}</div>}
    </>
  );
}
