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

/** What endpoints say of themselves is for the description of the API; neither the Worker nor a page reads it. */
export const withoutSays: esbuild.Plugin = {
  name: 'without-says',
  setup(build) {
    build.onLoad({ filter: /schema[\\/]api[\\/][a-z-]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /^\s+says:\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`),$/gm,
        '',
      ),
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
