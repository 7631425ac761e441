// What all bundles of pages share: how esbuild is asked, and the address of what it wrote.
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
