// In the header: the place and the building that is answered for, and the way to change it.
import type { Facts } from '../../../schema/api/fill.ts';
import { say } from '../words.ts';

interface Props {
  facts: Facts;
  unit: { name: string; above?: string };
  mayChange?: boolean;
}

export function Where({ facts, unit, mayChange }: Props) {
  // The nearest level above is what residents call their place; the whole path would fill the screen.
  const near = unit.above?.split(' ').pop() || facts.place;
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
