// Ticks in the tree of areas: what a tick stands for, and what it amounts to.
import { describe, expect, it } from 'vitest';
import {
  asked,
  everything,
  matching,
  meant,
  summary,
  type TreeUnit,
  tickOf,
  toggle,
  treeOf,
} from '../../web/ui/tree.ts';
import { chosenWords } from '../../web/ui/tree-picker.tsx';
import { inEnglish } from './builder-form.ts';

const unit = (id: string, parent: string | null, kind: string, households = 0): TreeUnit => ({
  id,
  parent,
  kind,
  name: `${id}名`,
  code: id.toUpperCase(),
  households,
  retiredAt: null,
  buildingCode: kind === 'building' || kind === 'place' ? `code${id}` : null,
});
const tree = treeOf([
  unit('city', null, 'city'),
  unit('east', 'city', 'community'),
  unit('b1', 'east', 'building', 40),
  unit('b2', 'east', 'building', 36),
  unit('p1', 'east', 'place'),
  unit('west', 'city', 'community'),
  unit('b3', 'west', 'building', 24),
]);
const set = (...ids: string[]): ReadonlySet<string> => new Set(ids);

describe('what is ticked, in words', () => {
  it('is set apart by the comma of the language', () => {
    const chosen = toggle(tree, set(), 'east');
    expect(chosenWords(tree, chosen)).toBe('已选 1 个社区，2 栋');
    expect(inEnglish(() => chosenWords(tree, chosen))).not.toMatch(/[，、]/);
  });
});

describe('ticking areas', () => {
  it('stands for everything below, and shows a half tick above', () => {
    const chosen = toggle(tree, set(), 'east');
    expect(tickOf(tree, chosen, 'b1')).toBe('on');
    expect(tickOf(tree, chosen, 'city')).toBe('part');
    expect(tickOf(tree, chosen, 'b3')).toBe('off');
  });
  it('becomes a tick of the parent once every sibling is ticked', () => {
    const both = toggle(tree, toggle(tree, set(), 'b1'), 'b2');
    expect(both).toEqual(set('east'));
    expect(toggle(tree, both, 'west')).toEqual(set('city'));
  });
  it('unticking one building leaves all the others', () => {
    expect(toggle(tree, set('city'), 'b1')).toEqual(set('b2', 'west'));
  });
  it('counts a place only when it was ticked itself', () => {
    expect(summary(tree, set('city')).places).toBe(3);
    expect(asked(tree, set('city'))).toEqual({ places: 3, households: 100 });
    const withPlace = toggle(tree, set('city'), 'p1');
    expect(withPlace).toEqual(set('city', 'p1'));
    expect(summary(tree, withPlace).places).toBe(4);
    expect(asked(tree, withPlace)).toEqual({ places: 4, households: 100 });
  });
  it('asks what the Worker will ask: areas without buildings for themselves, an empty estate not at all', () => {
    const bare = treeOf([
      unit('town', null, 'street'),
      unit('g', 'town', 'grid', 7),
      unit('e', 'town', 'estate', 9),
    ]);
    expect(asked(bare, set('town'))).toEqual({ places: 1, households: 7 });
    expect(asked(bare, set('e'))).toEqual({ places: 0, households: 0 });
  });
  it('counts nothing twice when a chosen unit lies under another', () => {
    expect(summary(tree, set('city', 'b1')).places).toBe(3);
  });
  it('leaves out what is out of use', () => {
    const used = treeOf([unit('a', null, 'grid'), { ...unit('x', 'a', 'building', 9), retiredAt: 1 }]);
    expect(summary(used, set('a')).places).toBe(0);
  });
  it('finds by name and code and shows the way down to what it finds', () => {
    const found = matching(tree, 'B3');
    expect(found.hits).toEqual(set('b3'));
    expect(found.shown).toEqual(set('b3', 'west', 'city'));
  });
});

describe('what ticks mean on paper', () => {
  it('is the buildings of a ticked branch, and a place only where it is ticked itself', () => {
    const ids = (chosen: ReadonlySet<string>) => meant(tree, chosen).map(({ id }) => id);
    expect(ids(set('city'))).toEqual(['b1', 'b2', 'b3']);
    expect(ids(set('west', 'p1'))).toEqual(['b3', 'p1']);
    expect(ids(everything(tree))).toEqual(['b1', 'b2', 'p1', 'b3']);
    expect(summary(tree, everything(tree)).places).toBe(4);
  });
});
