// Bundles the pages and says what came out: the URLs and the inlined style that the Worker puts into its HTML.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, extname, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { assetsDir, root } from './paths.ts';

/** What `#assets` exports; worker/http/assets.d.ts is its type on the Worker's side. */
export interface Assets {
  fill: { js: string; css: string; cssHash: string };
  staff: { js: string; css: string };
  board: { js: string; css: string };
  print: { js: string; css: string };
  /** Lazily loaded parts of the fill page: name of the source file without its ending → URL. */
  fillChunks: Record<string, string>;
}

/** Overrides every tsconfig on the way: the Worker's maps the renderer to its types, which must not be bundled. */
export const tsconfigRaw = {
  compilerOptions: { jsx: 'react-jsx' as const, jsxImportSource: 'preact', verbatimModuleSyntax: true },
};

// Residents' web-views are years behind the browsers in an office (DESIGN.md 6).
const fillTarget = ['chrome80', 'ios14', 'safari14'];
const officeTarget = ['chrome109', 'safari16'];

type Outputs = esbuild.Metafile['outputs'];

/** What question types say for the staff's side only; a resident's phone is not to load it. */
const notOnPhones = [
  'personal',
  'write',
  'count',
  'items',
  'comparable',
  'columns',
  'cells',
  'faults',
  'seconds',
];

/** Leaves {@link notOnPhones} out of the question types, in the even layout that esbuild gives to any source. */
const forPhones: esbuild.Plugin = {
  name: 'for-phones',
  setup(build) {
    const part = new RegExp(`^  (?:${notOnPhones.join('|')})\\b[\\s\\S]*?(?=^  \\w|^\\};)`, 'gm');
    build.onLoad({ filter: /schema[\\/]fields[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), {
        loader: 'ts',
        target: 'es2022',
        charset: 'utf8',
      });
      return {
        contents: code.replace(/^(?:export )?const field = \{\n[\s\S]*?^\};/gm, (field) =>
          field.replace(part, ''),
        ),
        loader: 'js',
      };
    });
  },
};

const url = (output: string) => `/${relative(assetsDir, `${root}${output}`)}`;

async function bundle(
  entries: Record<string, string>,
  target: string[],
  plugins: esbuild.Plugin[] = [],
): Promise<Outputs> {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries,
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
    // Safari 14.0 (destructuring) and Chrome 80 (a?.(...b)) each fail one corner of the standard; neither is used.
    supported: { destructuring: true, 'optional-chain': true },
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw,
    metafile: true,
    logLevel: 'warning',
    plugins,
  });
  return result.metafile.outputs;
}

function entryOf(outputs: Outputs, source: string): { js: string; css: string } {
  const found = Object.entries(outputs).find(
    ([file, it]) => it.entryPoint === source && file.endsWith('.js'),
  );
  if (!found) return { js: '', css: '' };
  const [file, output] = found;
  return { js: url(file), css: output.cssBundle ? url(output.cssBundle) : '' };
}

/** Bundles every page that exists; `missing` names those that do not. */
export async function bundlePages(): Promise<{ assets: Assets; missing: string[] }> {
  const pages = {
    fill: 'web/fill/main.tsx',
    staff: 'web/staff/main.tsx',
    board: 'web/board/main.tsx',
    print: 'web/print/main.tsx',
  };
  const present = Object.entries(pages).filter(([, source]) => existsSync(root + source));
  const office = Object.fromEntries(present.filter(([name]) => name !== 'fill'));

  const fillOutputs = existsSync(root + pages.fill)
    ? await bundle({ fill: pages.fill }, fillTarget, [forPhones])
    : {};
  const officeOutputs = Object.keys(office).length > 0 ? await bundle(office, officeTarget) : {};

  const fill = entryOf(fillOutputs, pages.fill);
  // The fill page's style travels inside its HTML: one request fewer on a weak signal.
  const css = fill.css ? (await readFile(assetsDir + fill.css, 'utf8')).trim() : '';
  if (fill.css) await rm(assetsDir + fill.css);
  const fillChunks: Record<string, string> = {};
  for (const [file, output] of Object.entries(fillOutputs)) {
    if (!file.endsWith('.js') || !output.entryPoint || output.entryPoint === pages.fill) continue;
    fillChunks[basename(output.entryPoint, extname(output.entryPoint))] = url(file);
  }

  return {
    assets: {
      fill: { js: fill.js, css, cssHash: `sha256-${createHash('sha256').update(css).digest('base64')}` },
      staff: entryOf(officeOutputs, pages.staff),
      board: entryOf(officeOutputs, pages.board),
      print: entryOf(officeOutputs, pages.print),
      fillChunks,
    },
    missing: Object.values(pages).filter((source) => !existsSync(root + source)),
  };
}
