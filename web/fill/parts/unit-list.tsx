// Units to choose the own building from: one that answers is chosen, another leads a level down.
import type { FillUnit } from '../../../schema/api/fill.ts';
import { say } from '../words.ts';

export function UnitList({ slug, units }: { slug: string; units: readonly FillUnit[] }) {
  return (
    <ul class="rows">
      {units.map((unit) => (
        <li key={unit.id}>
          <a class="row" href={`/f/${slug}?${unit.answers ? 'u' : 'parent'}=${unit.id}`}>
            {unit.name} <small>{unit.answers ? unit.above : say('below', { n: unit.children })}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
