// What the phone brings along: photos, files, a signature, a recording, a place.
import type { FieldType } from '../../../schema/fields/registry.ts';
import { type Act, type Answered, type Asked, file, type Keys } from './journey.ts';
import { aDocument, aPicture, aRecording, type Sent } from './sent.ts';

const cannotSend = { cannot: '这个浏览器传不了。请换一个浏览器打开，或者请社区工作人员帮您传。' };
const chosen = { stored: [file], cells: { '': file }, counts: { _n: 1 } };

/** A name written with the mouse, in the middle of the box. */
const sign: Act = async ({ page, box }) => {
  await box.locator('canvas').scrollIntoViewIfNeeded();
  const pad = await box.locator('canvas').boundingBox();
  if (!pad) throw new Error('no box to sign in');
  const [x, y] = [pad.x + pad.width / 3, pad.y + pad.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) await page.mouse.move(x + step * 12, y + (step % 2 === 0 ? 15 : -15));
  await page.mouse.up();
};

/** Enter opens the phone's own chooser, out of which this file comes. */
export async function choose({ press }: Keys, { page, box }: Asked, sent: Sent): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press('Enter');
  await (await chooser).setFiles(sent);
  await box.getByText('已传好').waitFor();
}

export const files = {
  photo: {
    question: { id: 'photo', type: 'photo', title: '拍一张楼道', required: true, most: 2 },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async ({ box }) => {
      await box.locator('input[type=file]').setInputFiles(aPicture);
      await box.getByText('已传好').waitFor();
    },
    keys: (keys, asked) => choose(keys, asked, aPicture),
    plain: cannotSend,
    kept: { ...chosen, words: '照片 1 张', card: { 拍一张楼道: /6 人回答/ } },
  },
  file: {
    question: { id: 'file', type: 'file', title: '维修收据', required: true, most: 1 },
    // A page of the web under the name of a document.
    mistake: {
      make: async ({ box }) => {
        const page = Buffer.from('<!doctype html><script>alert(1)</script>');
        await box
          .locator('input[type=file]')
          .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: page });
        await box.getByText('收不了。请换一个').waitFor();
      },
      says: '有一个文件没有收下，请删掉它，或者换一个。',
    },
    answer: async ({ box }) => {
      const refused = box.getByRole('button', { name: /^删除/ });
      if ((await refused.count()) > 0) await refused.click();
      await box.locator('input[type=file]').setInputFiles(aDocument);
      await box.getByText('已传好').waitFor();
    },
    keys: (keys, asked) => choose(keys, asked, aDocument),
    plain: cannotSend,
    kept: { ...chosen, words: '文件 1 个', card: { 维修收据: /6 人回答/ } },
  },
  signature: {
    question: { id: 'signature', type: 'signature', title: '请签名', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async (asked) => {
      await sign(asked);
      await asked.tap('签好了');
      await asked.box.getByText('已传好').waitFor();
    },
    // Who cannot draw types the name.
    keys: async ({ press, type }, { box }) => {
      await type('王芳');
      await press('Tab', 'Enter');
      await box.getByText('已传好').waitFor();
    },
    plain: cannotSend,
    kept: { ...chosen, words: '已签名', card: { 请签名: /6 人回答/ } },
  },
  voice: {
    question: { id: 'voice', type: 'voice', title: '说说您的想法', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async ({ box, field }) => {
      await field(/选一段录好的/).setInputFiles(aRecording);
      await box.getByText('已传好').waitFor();
    },
    keys: async (keys, asked) => {
      await keys.press('Tab');
      await choose(keys, asked, aRecording);
    },
    plain: cannotSend,
    kept: { ...chosen, words: '已录音', card: { 说说您的想法: /6 人回答/ } },
  },
  location: {
    question: { id: 'location', type: 'location', title: '您现在在哪里？', required: true },
    mistake: { make: async () => {}, says: '这一题要回答。' },
    answer: async ({ box, tap }) => {
      await tap('取一次位置');
      await box.getByText(/30\.10, 114\.98/).waitFor();
    },
    keys: async ({ press }, { box }) => {
      await press('Enter');
      await box.getByText(/30\.10, 114\.98/).waitFor();
    },
    plain: { cannot: '这个浏览器取不了位置。请换一个浏览器打开，或者请社区工作人员帮您填。' },
    kept: {
      stored: { lat: 30.1, lng: 114.98 },
      words: '30.1, 114.98',
      cells: { lat: '***', lng: '', within: '' },
      counts: { _n: 1 },
      card: { '您现在在哪里？': /6 人回答/ },
    },
  },
} satisfies Partial<Record<FieldType, Answered>>;
