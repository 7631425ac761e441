// Words of a room: the language of the moment, figures put in, and the English word that fits a figure.
import { expect, test } from 'vitest';
import { dictionary } from '../../web/ui/words/dictionary.ts';
import { language, speak } from '../../web/ui/words/language.ts';

const t = dictionary(
  { answers: '{n}份，{places}处' },
  { answers: '{n} {n|answer|answers}, {places} {places|place|places}' },
);

test('one is not many', () => {
  expect(language()).toBe('zh');
  expect(t('answers', { n: 1, places: 2 })).toBe('1份，2处');
  Object.assign(globalThis, { document: { documentElement: {} } });
  speak('en');
  expect(t('answers', { n: 1, places: 2 })).toBe('1 answer, 2 places');
  expect(t('answers', { n: '1', places: '1,480' })).toBe('1 answer, 1,480 places');
  expect(t('answers', { n: 0, places: 21 })).toBe('0 answers, 21 places');
  speak('zh');
  Reflect.deleteProperty(globalThis, 'document');
});
