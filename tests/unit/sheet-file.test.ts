// Which files are sheets: text in whatever encoding is, a PDF, a picture or a text in another format is not.
import { expect, test } from 'vitest';
import { sheetsOf } from '../../web/staff/rolls/sheet-file.ts';

const fileOf = (...parts: (string | number[])[]) =>
  new File(
    parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(part))),
    '名册',
  );

test.each([
  ['a PDF', fileOf('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>')],
  ['a picture', fileOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['rich text', fileOf('{\\rtf1\\ansi 101')],
])('%s is none', async (_, file) => {
  await expect(sheetsOf(file)).rejects.toMatchObject({ code: 'not-sheets' });
});

test('a table as text is one, in UTF-8 and in UTF-16', async () => {
  const words = '楼栋,门牌\n1号楼,101';
  const wide = [...words].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]);
  for (const file of [fileOf(words), fileOf([0xff, 0xfe, ...wide])])
    expect((await sheetsOf(file))[0]?.lines).toEqual([
      ['楼栋', '门牌'],
      ['1号楼', '101'],
    ]);
});
