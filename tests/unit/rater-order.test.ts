// Where a rater stands in a list of a hundred: by group as the rules have it, by area as the tree has it, by name as a
// dictionary has it.
import { expect, test } from 'vitest';
import { areasIn, inOrder } from '../../web/staff/evaluations/rater-order.ts';

const unit = (id: string, parent: string | null, name: string) => ({ id, parent, name });
const areas = areasIn([
  unit('street', 'city', '金湖街道'),
  unit('c1', 'street', '滨河社区'),
  unit('g1', 'c1', '1网格'),
  unit('c2', 'street', '安康社区'),
  unit('g2', 'c2', '1网格'),
]);
const groups = [{ id: 'grid' }, { id: 'property' }];

test('an area is told apart by what is above it, the whole branch left out', () => {
  expect([...areas].map(([id, { above }]) => [id, above])).toEqual([
    ['street', ''],
    ['c1', ''],
    ['g1', '滨河社区'],
    ['c2', ''],
    ['g2', '安康社区'],
  ]);
});

test('group, area, name; whoever was taken off last', () => {
  const rater = (group: string, at: string, name: string, removed = false) => ({
    group,
    name,
    unit: { id: at },
    removed,
  });
  const names = inOrder(
    [
      rater('property', 'g1', '安经理'),
      rater('grid', 'gone', '曹网格'),
      rater('grid', 'g1', '一网格员', true),
      rater('grid', 'g2', '安网格'),
      rater('grid', 'g1', '周网格'),
      rater('grid', 'g1', '网格员10'),
      rater('grid', 'g1', '网格员9'),
      rater('grid', 'g1', '陈网格'),
    ],
    groups,
    areas,
  ).map(({ name }) => name);
  expect(names).toEqual([
    '陈网格',
    '网格员9',
    '网格员10',
    '周网格',
    '安网格',
    '曹网格',
    '安经理',
    '一网格员',
  ]);
});
