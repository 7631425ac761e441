// No dictionary keeps a word that nothing says: each of its keys stands in the code, whole or in parts (`kind-${kind}`).
import { expect, test, vi } from 'vitest';
import { pageWords } from '../../../web/fill/words/page-words.ts';
import { scriptWords } from '../../../web/fill/words/script-words.ts';
import { root } from '../../../worker/host/paths.ts';
import { type Source, sourcesIn } from '../sources.ts';

const { keys, sentences } = vi.hoisted(() => ({ keys: new Set<string>(), sentences: new Set<string>() }));
vi.mock('../../../web/ui/words/dictionary.ts', () => ({
  dictionary(zh: object, en: object) {
    for (const key of Object.keys(zh)) keys.add(key);
    for (const said of [...Object.values(zh), ...Object.values(en)]) sentences.add(said);
    return () => '';
  },
}));

function unsaid(words: Iterable<string>, files: readonly Source[]): string[] {
  // A key in quotes does not say itself.
  const code = files.map(({ text }) => text.replace(/^\s*'[^']+':/gm, '')).join('\n');
  const pieces = new Set([...code.matchAll(/['"`]([\w.:-]+)['"`]/g)].map(([, piece]) => piece));
  const forms = [...code.matchAll(/`((?:[\w.:-]|\$\{[^{}`]*\})+)`/g)]
    .map(([, template = '']) => template.split(/\$\{[^{}]*\}/))
    .filter((parts) => parts.length > 1 && /\w\w/.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '[.]')).join('.+')}$`));
  const isSaid = (key: string) => {
    const at = key.indexOf('-') + 1;
    return (
      pieces.has(key) ||
      forms.some((form) => form.test(key)) ||
      (pieces.has(key.slice(0, at)) && pieces.has(key.slice(at)))
    );
  };
  return [...words].filter((key) => !isSaid(key));
}

test('in the rooms of staff, of leaders, of the printer and of elections', async () => {
  const rooms = sourcesIn('web/board', 'web/print', 'web/staff', 'web/ui', 'web/verify', 'web/vote');
  for (const { file, text } of rooms) if (/\bdictionary\(/.test(text)) await import(root + file);
  expect(keys.size).toBeGreaterThan(1000);
  expect(unsaid(keys, sourcesIn('web', 'schema', 'worker'))).toEqual([]);
  // A place in braces that cannot be filled would be read as it stands.
  const places = [...sentences].flatMap((said) => said.match(/\{[^{}]*\}/g) ?? []);
  expect(places.filter((place) => !/^\{[a-zA-Z]+(\|[^|]*\|[^|]*)?\}$/.test(place))).toEqual([]);
});

test('on the pages of residents', () => {
  const words = [...Object.keys(pageWords.zh), ...Object.keys(scriptWords.zh)];
  expect(unsaid(words, sourcesIn('web/fill', 'worker/fill'))).toEqual([]);
});
