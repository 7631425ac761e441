// A city with two runs of one survey, for the tests of what stands behind a board.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { openForTests, site } from './opened.ts';

const rows = ['门岗', '保洁', '绿化', '停车', '维修', '电梯', '消防', '垃圾'].map((label, at) => ({
  id: `r${at}`,
  label,
}));
const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    { id: 'parts', type: 'matrix-scale', title: '各项', from: 1, to: 5, rows },
    {
      id: 'worry',
      type: 'multi',
      title: '最操心什么',
      options: [
        { id: 'lift', label: '电梯' },
        { id: 'park', label: '停车' },
      ],
    },
  ],
};
const counts = { b1: 24, b2: 20, b3: 18, b4: 3, b5: 30, b6: 16 };

/** The later one, of the second half of the year. */
export let run = { id: '', slug: '' };

/** A city in which the same was asked twice, of 111 each time. Called once at the top of a test file. */
export const openTwoRuns = () =>
  openForTests(async () => {
    const { form } = await site.publishForm(definition);
    const before = await site.openCampaign(form, { title: '上半年' });
    run = await site.openCampaign(form, { title: '下半年', previous: before.id });
    await site.db
      .prepare('UPDATE campaign SET opens_at = opens_at - 86400000 WHERE id = ?1')
      .bind(before.id)
      .run();
    for (const [unit, n] of Object.entries(counts))
      for (let at = 0; at < n; at++) {
        // All alike would be hidden.
        await send(before.slug, unit, 3 + (at % 3), 4 + (at % 2));
        await send(run.slug, unit, 1 + (at % 4), (unit === 'b5' || unit === 'b6' ? 4 : 1) + (at % 2));
      }
  });

export async function send(slug: string, unit: string, overall: number, part: number): Promise<void> {
  const path = `/api/campaigns/${slug}/responses/${responseId()}`;
  const parts = Object.fromEntries(rows.map(({ id }, at) => [id, Math.max(1, part - (at % 3))]));
  const reply = await site.anyone('PUT', path, {
    version: 1,
    unit,
    answers: { overall, parts, worry: [overall > 2 ? 'lift' : 'park'] },
  });
  expect(reply.status, reply.text).toBeLessThan(300);
}

export const board = (unit: string, query = '') => `${site.origin}/board/${run.id}/${unit}${query}`;
export async function openBoard(page: Page, address: string, sign = '.headline'): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(sign);
}
