// Finding by words, as every list of the product is looked through.
import { expect, test } from 'vitest';
import { hasWords } from '../../web/ui/has-words.ts';

test.each([
  ['', '幸福里 3 栋', true],
  ['  ', '', true],
  ['幸福里　３', '幸福里 3 栋', true],
  ['3 幸福', '幸福里 3 栋', true],
  ['幸福里 4', '幸福里 3 栋', false],
  ['BLOCK ｂ', 'Garden block B', true],
])('%j in %j', (words, text, has) => {
  expect(hasWords(words)(text)).toBe(has);
});
