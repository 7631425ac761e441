// In the header: the place and the building that is answered for, and the way to change it.
import type { Facts } from '../../../schema/api/fill.ts';
import { say } from '../words.ts';

interface Props {
  facts: Facts;
  unit: { name: string; above?: string };
  mayChange?: boolean;
}

export function Where({ facts, unit, mayChange }: Props) {
  // Residents know their community, hardly ever their grid; the whole path would fill the screen.
  const above = unit.above?.split(' ') ?? [];
  const near = above.find((name) => /(社区|村)$/.test(name)) ?? (above.pop() || facts.place);
  return (
    <>
      {near === unit.name ? unit.name : `${near} · ${unit.name}`}
      {mayChange && (
        <>
          {' '}
          <a href={`/f/${facts.slug}?choose=1`}>{say('changeBuilding')}</a>
        </>
      )}
    </>
  );
}
