// What nobody answers: what structures a page, a figure that is made of answers, a value that a link carries.
import { expect } from 'vitest';
import type { FieldType } from '../../../schema/fields/registry.ts';
import { picture, type Shown, video } from './journey.ts';

export const shown = {
  note: {
    question: { id: 'hello', type: 'note', title: '怎么填', hint: '每户填一份。\n不会填可以找楼栋长。' },
    shows: async ({ page }) => {
      await page.getByRole('heading', { name: '怎么填' }).waitFor();
      await page.getByText('不会填可以找楼栋长。').waitFor();
    },
  },
  divider: {
    question: { id: 'line', type: 'divider', title: '—' },
    shows: ({ page }) => page.locator('main hr').waitFor(),
  },
  picture: {
    question: {
      id: 'view',
      type: 'picture',
      title: '凉亭效果图',
      image: picture,
      alt: '凉亭建好后的样子',
      hint: '建在三号楼前。',
    },
    shows: async ({ page }) => {
      const image = page.getByRole('img', { name: '凉亭建好后的样子' });
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(240);
      await page.getByText('建在三号楼前。').waitFor();
    },
  },
  video: {
    question: { id: 'film', type: 'video', title: '怎么分垃圾', video, hint: '厨余放绿桶。' },
    shows: async ({ page }) => {
      const film = page.getByLabel('怎么分垃圾');
      expect(await film.evaluate((one) => (one as HTMLVideoElement).controls)).toBe(true);
      await page.getByText('厨余放绿桶。').waitFor();
    },
  },
  'page-break': {
    question: { id: 'part', type: 'page-break', title: '第二部分：停车', hint: '没有车可以不填。' },
    shows: ({ page }) => page.getByRole('heading', { name: '第二部分：停车' }).waitFor(),
  },
  calculated: {
    before: [
      { id: 'adults', type: 'number', title: '大人几口？', required: true, min: 0, max: 20 },
      { id: 'children', type: 'number', title: '孩子几口？', required: true, min: 0, max: 20 },
    ],
    question: {
      id: 'sum',
      type: 'calculated',
      title: '一共几口人',
      unit: '人',
      shown: true,
      formula: { sum: [{ value: 'adults' }, { value: 'children' }], missing: 'zero' },
    },
    fills: async ({ page }) => {
      await page.getByLabel(/大人几口/).fill('2');
      await page.getByLabel(/孩子几口/).fill('1');
    },
    shows: ({ page }) => page.getByText('3人', { exact: true }).waitFor(),
    kept: {
      stored: 3,
      words: '3人',
      cells: { '': '3' },
      counts: { _n: 1, _sum: 3 },
      card: { 一共几口人: /6 人回答.*平均 3/ },
    },
  },
  hidden: {
    question: {
      id: 'from',
      type: 'hidden',
      title: '从哪里来',
      param: 'from',
      known: [
        { id: 'poster', label: '海报' },
        { id: 'group', label: '业主群' },
      ],
    },
    link: '&from=poster',
    shows: async ({ page }) => {
      expect(await page.getByText('从哪里来').count()).toBe(0);
    },
    kept: {
      stored: 'poster',
      words: '海报',
      cells: { '': 'poster' },
      counts: { poster: 1, _n: 1 },
      card: { 从哪里来: /6 人回答.*海报100%.*业主群0%/ },
    },
  },
} satisfies Partial<Record<FieldType, Shown>>;
