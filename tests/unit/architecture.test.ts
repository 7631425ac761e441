// Rules of the house that no compiler holds: who imports whom, one place that knows each question type, a first line
// that says what a file is for, and words for every refusal.
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../../schema/api/problem.ts';
import { languages } from '../../schema/words/language.ts';
import { problemWords } from '../../schema/words/problems.ts';
import { type Source, sourcesIn } from './sources.ts';

interface Importing extends Source {
  /** relative ones as paths from the root, packages as they are written */
  imports: string[];
}

const sources: Importing[] = sourcesIn('schema', 'worker', 'web', 'tests').map(({ file, text }) => {
  const named = [
    ...text.matchAll(
      /(?:^|[;\s])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ];
  const imports = named.map(([, from, called]) => {
    const target = from ?? called ?? '';
    return target.startsWith('.') ? join(dirname(file), target) : target;
  });
  return { file, text, imports };
});
const of = (folder: string) => sources.filter(({ file }) => file.startsWith(`${folder}/`));
/** `file → import` for every import of these files that is not allowed. */
const strangers = (files: readonly Importing[], allowed: (target: string, file: string) => boolean) =>
  files.flatMap(({ file, imports }) =>
    imports.filter((target) => !allowed(target, file)).map((target) => `${file} → ${target}`),
  );
const isPackage = (target: string) => !/^(schema|worker|web|tests|\.\.)(\/|$)/.test(target);

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(of('worker').flatMap(({ imports }) => imports)).toContain('schema/form/compile.ts');
});

describe('imports point one way', () => {
  test('schema imports schema, zod/mini, and drizzle for its tables', () => {
    const allowed = (target: string, file: string) =>
      target.startsWith('schema/') ||
      target === 'zod/mini' ||
      (target === 'drizzle-orm/sqlite-core' && file.startsWith('schema/db/')) ||
      (target === '@hpke/core' && file.startsWith('schema/elections/'));
    expect(strangers(of('schema'), allowed)).toEqual([]);
  });

  test('web imports schema and web, and nothing of Node', () => {
    const allowed = (target: string) =>
      /^(schema|web)\//.test(target) ||
      (isPackage(target) && !/^(node:|#|hono|drizzle|miniflare|wrangler)/.test(target));
    expect(strangers(of('web'), allowed)).toEqual([]);
  });

  test('the residents’ page carries nothing of the pages of staff, and no schema library', () => {
    const allowed = (target: string) =>
      !/^web\/(?!fill\/)/.test(target) && !target.startsWith('zod') && !target.startsWith('preact-iso');
    expect(strangers(of('web/fill'), allowed)).toEqual([]);
  });

  test('the pages of elections carry nothing of the pages of staff, and no schema library', () => {
    const allowed = (target: string) =>
      !/^web\/(?!vote\/|ui\/|fill\/)/.test(target) &&
      !target.startsWith('zod') &&
      !target.startsWith('preact-iso');
    expect(strangers(of('web/vote'), allowed)).toEqual([]);
    const contract = of('web/vote').flatMap(({ file, text }) =>
      [...text.matchAll(/import (?!type )[^;]*?from '[^']*schema\/api\/[^']*'/g)].map(() => file),
    );
    expect(contract).toEqual([]);
  });

  test('the board carries nothing of other rooms', () => {
    const allowed = (target: string) => !/^web\/(?!board\/|ui\/)/.test(target);
    expect(strangers(of('web/board'), allowed)).toEqual([]);
  });

  test('the Worker imports schema and itself; a page only as #fill/render', () => {
    const worker = of('worker').filter(({ file }) => !file.startsWith('worker/host/'));
    const allowed = (target: string, file: string) =>
      target.startsWith('schema/') ||
      (target.startsWith('worker/') && !target.startsWith('worker/host/')) ||
      target === '#assets' ||
      // The staff's preview is the residents' page too.
      (target === '#fill/render' && /^worker\/(fill\/|forms\/preview\.ts$)/.test(file)) ||
      (isPackage(target) &&
        /^(hono(\/|$)|drizzle-orm(\/|$)|zod\/mini$|node:crypto$|cloudflare:)/.test(target));
    expect(strangers(worker, allowed)).toEqual([]);
  });

  test('zod comes as zod/mini everywhere', () => {
    expect(strangers(sources, (target) => target !== 'zod' && target !== 'zod/v4')).toEqual([]);
  });
});

test('only the field registries know question types by name', () => {
  const registries = /^(schema\/fields\/|web\/[a-z]+\/fields\/|web\/staff\/.*fields\/|tests\/)/;
  const switches = sources.filter(
    ({ file, text }) => !registries.test(file) && /switch\s*\((\w+\.)*type\)/.test(text),
  );
  expect(switches.map(({ file }) => file)).toEqual([]);
});

test('every file says in its first line what it is for', () => {
  const silent = sources.filter(({ text }) => !/^(\/\/ \S|\/\*\*? ?\S)/.test(text));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test('no compiler error is silenced', () => {
  const silenced = sources.filter(
    ({ file, text }) =>
      file !== 'tests/unit/architecture.test.ts' && /@ts-(ignore|expect-error|nocheck)/.test(text),
  );
  expect(silenced.map(({ file }) => file)).toEqual([]);
});

describe('every refusal has its words', () => {
  test.each(languages)('in %s, with the same figures in each language', (language) => {
    const words: Readonly<Record<string, string>> = problemWords[language];
    expect(Object.keys(words).sort()).toEqual(Object.keys(problems).sort());
    const figures = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const code of Object.keys(problems)) {
      expect([code, (words[code] ?? '').trim().length > 4]).toEqual([code, true]);
      expect([code, figures(words[code])]).toEqual([
        code,
        figures((problemWords.zh as Readonly<Record<string, string>>)[code]),
      ]);
    }
  });

  test('none is out of use', () => {
    const used = sources
      .filter(({ file }) => !file.startsWith('schema/words/') && file !== 'schema/api/problem.ts')
      .map(({ text }) => text)
      .join('\n');
    const unused = Object.keys(problems).filter((code) => !used.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });
});
