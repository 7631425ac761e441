// The sheets as the printer gets them: A4, codes of the size and in the place that LOOK gives them, whole sheets for each
// building.
import { describe, expect, it } from 'vitest';
import { openForTests, pageOf, site } from './opened.ts';
import { type PrintedCode, printedPages } from './printed.ts';

let run = { id: '', slug: '' };
openForTests(async () => {
  const { form } = await site.publishForm({
    title: '物业服务满意度调查',
    layout: 'steps',
    questions: [{ id: 'fine', type: 'yes-no', title: '满意吗' }],
  });
  run = await site.openCampaign(form);
});

async function printed(kind: string, unit: string, choose?: { label: string; sheets: number }) {
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/print/${kind}?campaign=${run.id}&unit=${unit}`);
  await page.locator('.print-columns .button.primary').waitFor();
  if (choose) {
    await page.getByLabel('每栋几条').selectOption({ label: choose.label });
    await page
      .getByRole('status')
      .filter({ hasText: `，${choose.sheets} 张纸` })
      .waitFor();
    await page.locator('.print-columns .button.primary').waitFor();
  }
  return printedPages(await page.pdf({ preferCSSPageSize: true }));
}

/** Chromium sets boxes on whole pixels, 0.26 mm wide: half of one, and what is added up. */
const near = (given: number, wanted: number) => expect(Math.abs(given - wanted)).toBeLessThan(0.2);
const sound = ({ modules, quiet }: PrintedCode) => {
  expect([21, 25, 29, 33]).toContain(modules);
  expect(quiet).toBe(4);
};

describe('on paper', () => {
  it('a poster is one A4 sheet for each building, its code 110 mm wide and in the middle', async () => {
    const pages = await printed('posters', 'e1');
    expect(pages.length).toBe(3);
    for (const { width, height, codes } of pages) {
      // Chromium rounds a sheet of 210 × 297 mm to whole pixels of 0.26 mm.
      expect(Math.abs(width - 210)).toBeLessThan(0.3);
      expect(Math.abs(height - 297)).toBeLessThan(0.3);
      const [code, ...others] = codes;
      if (!code) throw new Error('no code on the poster');
      expect(others).toEqual([]);
      sound(code);
      near(code.side, 110);
      near(code.left + code.side / 2, 105);
      expect(code.top).toBeGreaterThan(15);
      expect(code.top + code.side).toBeLessThan(297 - 15);
    }
  }, 60_000);

  it('slips are eight on A4, 105 × 74 mm each, with a code of 35 mm in the same place of every slip', async () => {
    const pages = await printed('slips', 'e1g', { label: '8 条', sheets: 2 });
    expect(pages.length).toBe(2);
    for (const { codes } of pages) {
      expect(codes.length).toBe(8);
      const [first] = codes;
      if (!first) throw new Error('no code on the slips');
      codes.forEach((code, at) => {
        sound(code);
        near(code.side, 35);
        near(code.left - first.left, (at % 2) * 105);
        near(code.top - first.top, Math.floor(at / 2) * 74);
      });
      // The white margin stays within the slip that is cut out.
      expect(first.left - (4 * first.side) / first.modules).toBeGreaterThan(2);
      expect(first.top - (4 * first.side) / first.modules).toBeGreaterThan(2);
    }
  }, 60_000);

  it('slips are one for every household unless said otherwise, on whole sheets of their own building', async () => {
    // 40, 36 and 24 households, eight to a sheet: 5 + 5 + 3, and 8 more for the 60 of another community stay out.
    const pages = await printed('slips', 'e1');
    expect(pages.length).toBe(13);
    expect(pages.every(({ codes }) => codes.length === 8)).toBe(true);
  }, 60_000);
});
