// What all bundles of pages share: how esbuild is asked, and the address of what it wrote.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type * as esbuild from 'esbuild';
import { assetsDir, root } from './paths.ts';

export type Outputs = esbuild.Metafile['outputs'];

/** Overrides every tsconfig on the way: the Worker's maps the renderer to its types, which must not be bundled. */
export const tsconfigRaw = {
  compilerOptions: { jsx: 'react-jsx' as const, jsxImportSource: 'preact', verbatimModuleSyntax: true },
};

/** Safari 14.0 (destructuring) and Chrome 80 (a?.(...b)) each fail one corner of the standard; neither is used. */
export const supported = { destructuring: true, 'optional-chain': true };

const strings = /(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`)/;
const says = new RegExp(`^\\s+says:\\s*${strings.source},$`, 'gm');
/** What is skipped while brackets are counted: comments and strings, which may hold some of their own. */
const opaque = new RegExp(`//.*|/\\*[^]*?\\*/|${strings.source}`, 'y');

/** Where the value that begins at `from` ends: at a comma or a bracket that closes what stands around it. */
function endOfValue(text: string, from: number): number {
  for (let at = from, depth = 0; at < text.length; at++) {
    opaque.lastIndex = at;
    const skipped = opaque.exec(text);
    if (skipped) {
      at += skipped[0].length - 1;
      continue;
    }
    const sign = text.charAt(at);
    if ('([{'.includes(sign)) depth++;
    else if (depth === 0 && ',)]}'.includes(sign)) return at;
    else if (')]}'.includes(sign)) depth--;
  }
  throw new Error(`a contract does not end: ${text.slice(from, from + 60)}`);
}

/** A contract without the shapes of its answers, which nobody checks again: types have gone by then, and so have these. */
export function withoutOutputs(contract: string): string {
  let kept = '';
  let from = 0;
  for (const found of contract.matchAll(/(?<=[{,(\n]\s*)output: /g)) {
    kept += contract.slice(from, found.index);
    from = endOfValue(contract, found.index + found[0].length);
    if (contract.charAt(from) === ',') from++;
  }
  return kept + contract.slice(from);
}

/** What endpoints say of themselves and how they answer is for the description of the API; neither the Worker nor a page reads it. */
export const withoutSays: esbuild.Plugin = {
  name: 'without-says',
  setup(build) {
    build.onLoad({ filter: /schema[\\/]api[\\/][a-z-]+\.ts$/ }, async ({ path }) => ({
      contents: withoutOutputs((await readFile(path, 'utf8')).replace(says, '')),
      loader: 'ts',
    }));
  },
};

export const esbuildOptions = (target: string[]) =>
  ({
    absWorkingDir: root,
    outdir: `${assetsDir}/a`,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/a',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target,
    supported,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw,
    metafile: true,
    logLevel: 'warning',
  }) as const satisfies esbuild.BuildOptions;

/** `.build/assets/a/x.js` → `/a/x.js` */
export const urlOf = (output: string) => `/${relative(assetsDir, `${root}${output}`)}`;
