// Nothing moves under a reader's finger while a page of the staff, or one of an election, loads, with every answer of the server coming late and one
// after the other: what is drawn stays where it is.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { plantEvaluation } from '../http/planted-evaluation.ts';
import { plantOwnerVote } from '../http/planted-owner-vote.ts';
import { openBox, plantSealed } from '../http/sealed-election.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';

const definition: Definition = {
  title: '2026年四季度物业满意度',
  layout: 'steps',
  questions: [
    { id: 'fine', type: 'yes-no', title: '满意吗', required: true },
    { id: 'why', type: 'long-text', title: '哪里不好', showIf: { q: 'fine', op: 'equals', value: 'no' } },
  ],
};

const paths: string[] = [];

openForTests(async () => {
  const { form } = await site.publishForm(definition);
  const { id, slug } = await site.openCampaign(form, { title: '物业满意度', unit: 'east' });
  const response = responseId();
  await site.anyone('PUT', `/api/campaigns/${slug}/responses/${response}`, {
    version: 1,
    unit: 'b1',
    answers: { fine: 'no', why: '电梯' },
  });
  // Somebody else writes on the form.
  await site.as('easteditor')('POST', `/api/forms/${form}/editors`, { window: crypto.randomUUID() });
  // What stands above every page of a city that is made up.
  await site.db
    .prepare("INSERT OR REPLACE INTO setting (root, body) VALUES ('city', '{\"demo\":true}')")
    .run();
  // What the home page lists beside the runs.
  const sealed = await plantSealed(site, { doors: 6 });
  await openBox(sealed);
  await plantOwnerVote(site, 'open');
  const draft = await plantEvaluation(site, 'draft');
  const shown = await plantEvaluation(site, 'provisional');
  paths.push(
    `/e/${sealed.slug}`,
    `/e/${sealed.slug}/${sealed.contest}`,
    '/staff/',
    '/staff/new',
    `/staff/forms/${form}`,
    `/staff/forms/${form}/open`,
    `/staff/campaigns/${id}`,
    `/staff/campaigns/${id}/again`,
    `/staff/campaigns/${id}/progress/east`,
    `/staff/campaigns/${id}/figures/east`,
    `/staff/campaigns/${id}/answers/east`,
    `/staff/campaigns/${id}/answers/east/${response}`,
    '/staff/areas/east',
    '/staff/people',
    '/staff/settings',
    '/staff/history',
    '/staff/owner-votes',
    '/staff/evaluations',
    `/staff/evaluations/${draft.evaluation}`,
    `/staff/evaluations/${shown.evaluation}`,
    `/staff/evaluations/${shown.evaluation}/subjects/${shown.subjects.b1}`,
    '/staff/new/evaluation',
    `/staff/contests/${sealed.contest}/desk`,
    `/board/${id}/east`,
    `/print/posters?campaign=${id}&unit=east`,
    `/print/slips?campaign=${id}&unit=east`,
  );
});

interface Moved {
  node?: Node;
  previousRect: DOMRect;
  currentRect: DOMRect;
}

/** What moved without a press, from where to where, as the browser saw it. */
async function movesOf(page: Page, path: string): Promise<string[]> {
  await page.goto(site.origin + path);
  await page.waitForLoadState('networkidle');
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const moves: string[] = [];
        const heard = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries()) {
            const sources: Moved[] = Reflect.get(entry, 'sources');
            for (const { node, previousRect: was, currentRect: is } of sources)
              moves.push(`${node?.textContent?.slice(0, 20)}: ${was.x}, ${was.y} → ${is.x}, ${is.y}`);
          }
        };
        new PerformanceObserver(heard).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(moves), 300);
      }),
  );
}

it.each([
  ['a desk', desk],
  ['a phone', phone],
] as const)(
  'nothing moves while pages load, on %s',
  async (_, size) => {
    const moved: Record<string, string[]> = {};
    const left = [...paths];
    // Most of the time is waiting: three look at once.
    const look = async () => {
      const page = await pageOf('mayor', size);
      let waits = 0;
      await page.route('**/api/**', async (route) => {
        waits += 1;
        await new Promise((done) => setTimeout(done, 60 + (waits % 4) * 80));
        await route.continue();
      });
      for (let path = left.shift(); path; path = left.shift()) {
        const moves = await movesOf(page, path);
        if (moves.length > 0) moved[path] = moves;
      }
    };
    await Promise.all([look(), look(), look()]);
    expect(moved).toEqual({});
  },
  120_000,
);
