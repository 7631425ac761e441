// Where somebody is after signing in: where they wanted to be, on this site; leaders, who come to read, at their area.
import { expect, test } from 'vitest';
import type { Me } from '../../schema/api/session.ts';
import { onwards } from '../../web/staff/sign-in/sign-in.tsx';

const staffOf = (...roles: Me['grants'][number]['role'][]): Me => ({
  id: 's1',
  login: 'one',
  name: '一位',
  mustChange: false,
  demo: false,
  grants: roles.map((role) => ({
    role,
    unit: { id: 'e1', kind: 'community', name: '东岳园社区' },
    path: '/city/e1/',
  })),
});

test.each([
  [undefined, ['leader'], '/board/mine'],
  ['/staff/', ['leader'], '/board/mine'],
  ['/staff', ['leader', 'leader'], '/board/mine'],
  ['/board/c1/e1', ['leader'], '/board/c1/e1'],
  ['/staff/', ['leader', 'editor'], '/staff/'],
  [undefined, ['admin'], '/staff/'],
  ['//other.example', ['leader'], '/board/mine'],
  ['//other.example', ['editor'], '/staff/'],
] as const)('wanted %s, as %s: %s', (asked, roles, goes) => {
  expect(onwards(asked, staffOf(...roles))).toBe(goes);
});
