// A published version never changes: whatever is saved, published, renamed or tried afterwards, its text and its hash
// stay; and what it was published as is what residents are given, at its own address, for ever.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { type City, openCity } from '../http/city.ts';
import { definition } from './random-forms.ts';

const runs = process.env.FULL ? 200 : 20;

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const publishable = definition.filter((one) => lint(one).every((finding) => finding.severity !== 'error'));

interface Version {
  number: number;
  definition: string;
  sha256: string;
}

test(`${runs} forms published again and again: no earlier version ever changes`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ definition: publishable, act: fc.constantFrom('publish', 'save', 'stale', 'archive') }),
        { minLength: 2, maxLength: 6 },
      ),
      async (steps) => {
        const mayor = city.as('mayor');
        const [first, ...later] = steps;
        const { form } = await city.publishForm(first?.definition as Definition);
        const { slug } = await city.openCampaign(form);
        const versions = async () =>
          (
            await city.db
              .prepare('SELECT number, definition, sha256 FROM form_version WHERE form = ?1 ORDER BY number')
              .bind(form)
              .all<Version>()
          ).results;
        let before = await versions();
        for (const { definition, act } of later) {
          const { rev } = (await mayor('GET', `/api/forms/${form}`)).body;
          if (act === 'archive') {
            await mayor('POST', `/api/forms/${form}/archive`, { rev, archived: true });
            await mayor('POST', `/api/forms/${form}/archive`, { rev: rev + 1, archived: false });
          } else {
            const saved = await mayor('PUT', `/api/forms/${form}/draft`, { rev, definition });
            if (act === 'stale') await mayor('POST', `/api/forms/${form}/versions`, { rev: rev - 1 });
            if (act === 'publish')
              await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
          }
          const after = await versions();
          expect(after.slice(0, before.length)).toEqual(before);
          before = after;
        }
        for (const version of before) {
          expect(sha256(version.definition)).toBe(version.sha256);
          const shown = (await mayor('GET', `/api/forms/${form}/versions/${version.number}`)).body;
          expect([shown.definition, shown.sha256]).toEqual([JSON.parse(version.definition), version.sha256]);
          const open = await city.anyone('GET', `/api/fill/${slug}/versions/${version.number}`);
          expect(open.body.definition).toEqual(JSON.parse(version.definition));
          expect(open.headers.get('cache-control')).toContain('immutable');
        }
      },
    ),
    { numRuns: runs },
  );
});
