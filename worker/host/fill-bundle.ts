// The script of residents' pages: one file that every page loads, and a chunk for each part that only some forms use
// (a question type beyond the usual ones, the rules of a form). A chunk takes what it shares with the page's script from
// that script (web/fill/kit.ts), so a page loads nothing twice, and a form pays only for what it uses.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { esbuildOptions, supported, urlOf } from './bundle.ts';
import { assetsDir, fillFactsFile, root } from './paths.ts';

/** Addresses of a chunk: its script, its style ('' for none), and what its script imports beside the page's own. */
export interface Chunk {
  js: string;
  css: string;
  preload: string[];
}

/** The page's script, the text of its style with its hash for the security policy, and the chunks by name. */
export interface FillAssets {
  js: string;
  css: string;
  cssHash: string;
  chunks: Record<string, Chunk>;
}

/** For tests that call what residents load, and for figures. */
export interface FillFacts {
  /** what the page's script hands out: name in the sources → its own */
  names: Record<string, string>;
  /** what each source takes of the page's script, minified */
  bytes: Record<string, number>;
  chunks: Record<string, Chunk>;
}

// Residents' web-views are years behind the browsers in an office (DESIGN.md 6).
export const phoneTarget = ['chrome80', 'ios14', 'safari14'];
const main = 'web/fill/main.tsx';
const kit = 'web/fill/kit.ts';

/** What question types and their controls say for the Worker and the staff only; a phone is not to load it. */
const notOnPhones = [
  'says',
  'labels',
  'problems',
  'sensitive',
  'mask',
  'free',
  'files',
  'personal',
  'write',
  'count',
  'items',
  'comparable',
  'columns',
  'cells',
  'cellsInWords',
  'faults',
  'seconds',
  'limits',
  'units',
  'sense',
];

/** Takes `x.phone.ts` for `x.ts`. */
const onPhones: esbuild.Plugin = {
  name: 'on-phones',
  setup(build) {
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const own = resolve(resolveDir, path.replace(/\.ts$/, '.phone.ts'));
      return existsSync(own) && own !== importer ? { path: own } : undefined;
    });
  },
};

/** Leaves {@link notOnPhones} out of the question types. */
const forPhones: esbuild.Plugin = {
  name: 'for-phones',
  setup(build) {
    const part = new RegExp(`^  (?:${notOnPhones.join('|')})\\b[\\s\\S]*?(?=^  [\\w.]|^\\}\\)?;)`, 'gm');
    build.onLoad({ filter: /(schema|web[\\/]fill)[\\/]fields[\\/][a-z-]+\.tsx?$/ }, async ({ path }) => {
      // esbuild's own even layout makes the parts of a type easy to find.
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), {
        loader: path.endsWith('x') ? 'tsx' : 'ts',
        jsx: 'preserve',
        target: 'es2022',
        charset: 'utf8',
      });
      return {
        contents: code.replace(
          /^(?:export )?const \w+ = (?:\([^()]*\) => \()?\{\n {2}(?:type|asks|\.\.\.\w+Field|frame)\b[\s\S]*?^\}\)?;/gm,
          (field) => field.replace(part, ''),
        ),
        loader: 'jsx',
      };
    });
  },
};

/** In a chunk: whatever the kit hands out comes from the page's script. */
const fromKit = (modules: ReadonlySet<string>, script: string): esbuild.Plugin => ({
  name: 'from-kit',
  setup(build) {
    const external = { path: script, external: true, sideEffects: false };
    build.onResolve({ filter: /^preact(\/|$)/ }, () => external);
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
      modules.has(resolve(resolveDir, path)) ? external : undefined,
    );
  },
});

/** Names of the modules that a source imports from, as absolute paths. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(root + file, 'utf8');
  return [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, path]) => resolve(root, dirname(file), path ?? ''));
}

const namesOf = async (registry: string) =>
  [...(await readFile(root + registry, 'utf8')).matchAll(/\{ field as \w+ \} from '\.\/([a-z-]+)\.ts'/g)].map(
    ([, name]) => name ?? '',
  );

/** Chunks that are no question type. */
const others = {
  rules: `export { compares, rulesOf } from './schema/logic/rules.ts';`,
  correction: `export { CorrectionApp } from './web/fill/live/correction.tsx';`,
  review: `export { Review } from './web/fill/parts/review.tsx';`,
  'receipt-tools': `export { ReceiptTools } from './web/fill/live/receipt-tools.tsx';`,
  picker: `export { FoundUnits } from './web/fill/live/picker.tsx';`,
};

/** Source of each chunk by its name. */
async function chunkSources(): Promise<Map<string, string>> {
  const usual = new Set(await namesOf('schema/fields/registry.phone.ts'));
  const types = (await namesOf('schema/fields/registry.ts')).filter((type) => !usual.has(type));
  return new Map([
    ...Object.entries(others),
    ...types.map((type): [string, string] => [
      type,
      `export { control } from './web/fill/fields/${type}.tsx';
       export { field } from './schema/fields/${type}.ts';`,
    ]),
  ]);
}

async function bundleChunks(
  script: string,
  names: ReadonlyMap<string, string>,
): Promise<Record<string, Chunk>> {
  const sources = await chunkSources();
  const result = await esbuild.build({
    ...esbuildOptions(phoneTarget),
    entryPoints: Object.fromEntries([...sources.keys()].map((name) => [name, `chunk:${name}`])),
    plugins: [
      {
        name: 'chunks',
        setup(build) {
          build.onResolve({ filter: /^chunk:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'chunk' }));
          build.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({
            contents: sources.get(path) ?? '',
            resolveDir: root,
            loader: 'ts',
          }));
        },
      },
      fromKit(new Set(await importsOf(kit)), script),
      forPhones,
    ],
  });
  const { outputs } = result.metafile;
  const files = Object.keys(outputs).filter((file) => file.endsWith('.js'));
  await fitToKit(files, script, names);
  const chunks: Record<string, Chunk> = {};
  for (const [file, output] of Object.entries(outputs)) {
    const name = output.entryPoint?.replace(/^chunk:/, '');
    if (name === undefined || !file.endsWith('.js')) continue;
    chunks[name] = {
      js: urlOf(file),
      css: output.cssBundle ? urlOf(output.cssBundle) : '',
      preload: output.imports.filter(({ path }) => outputs[path]).map(({ path }) => urlOf(path)),
    };
  }
  return chunks;
}

/** Names by which the page's script hands out what is in the kit: its own short ones, a third of the bytes. */
async function shortenExports(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8');
  const names = new Map<string, string>();
  const shortened = text.replace(/export\{([^}]*)\};?\s*$/, (_, list: string) => {
    for (const one of list.split(',')) {
      const [local = '', name = local] = one.split(' as ');
      names.set(name, local);
    }
    return `export{${[...new Set(names.values())].join()}};`;
  });
  await writeFile(file, shortened);
  return names;
}

/**
 * Puts the short names into the chunks. esbuild takes names of an external module at their word, and keeps those that a
 * chunk turned out not to need: the latter are left out; one that is needed and missing would break the chunk on a phone.
 */
async function fitToKit(files: readonly string[], script: string, names: ReadonlyMap<string, string>) {
  const missing = new Set<string>();
  for (const file of files) {
    // Read as TypeScript, in which an import that nothing uses is a type, and goes.
    const { code } = await esbuild.transform(await readFile(root + file, 'utf8'), {
      loader: 'ts',
      minifyWhitespace: true,
      charset: 'utf8',
      target: phoneTarget,
      supported,
    });
    const fitted = code.replace(/import\{([^}]*)\}from"([^"]+)";?/g, (whole, list: string, from: string) => {
      if (from !== script) return whole;
      const fits = list.split(',').map((one) => {
        const [name = '', local = name] = one.split(' as ');
        const short = names.get(name);
        if (short === undefined) missing.add(`${name} (${file})`);
        return short === local ? local : `${short} as ${local}`;
      });
      return `import{${fits}}from"${from}";`;
    });
    await writeFile(root + file, fitted);
  }
  if (missing.size > 0) throw new Error(`${kit} must hand out ${[...missing].join(', ')}`);
}

export async function bundleFill(): Promise<FillAssets> {
  const result = await esbuild.build({
    ...esbuildOptions(phoneTarget),
    entryPoints: { fill: main },
    plugins: [onPhones, forPhones],
  });
  const [file, output] =
    Object.entries(result.metafile.outputs).find(([, one]) => one.entryPoint === main) ?? [];
  if (!file || !output) throw new Error(`${main} was not bundled`);
  // The style travels inside the page's HTML: one request fewer on a weak signal.
  const cssFile = output.cssBundle && assetsDir + urlOf(output.cssBundle);
  const css = cssFile ? (await readFile(cssFile, 'utf8')).trim() : '';
  if (cssFile) await rm(cssFile);
  const names = await shortenExports(root + file);
  const chunks = await bundleChunks(urlOf(file), names);
  const facts: FillFacts = {
    names: Object.fromEntries(names),
    bytes: Object.fromEntries(
      Object.entries(output.inputs).map(([input, { bytesInOutput }]) => [input, bytesInOutput]),
    ),
    chunks,
  };
  await writeFile(fillFactsFile, JSON.stringify(facts));
  return {
    js: urlOf(file),
    css,
    cssHash: `sha256-${createHash('sha256').update(css).digest('base64')}`,
    chunks,
  };
}
