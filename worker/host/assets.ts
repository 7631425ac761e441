// Bundles the pages and says what came out: the URLs and the inlined style that the Worker puts into its HTML.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { esbuildOptions, type Outputs, urlOf, withoutSays } from './bundle.ts';
import { bundleFill, type FillAssets, phoneTarget } from './fill-bundle.ts';
import { root } from './paths.ts';

/** What `#assets` exports; worker/http/assets.d.ts is its type on the Worker's side. */
export interface Assets {
  fill: FillAssets;
  staff: { js: string; css: string };
  board: { js: string; css: string };
  print: { js: string; css: string };
  vote: { js: string; css: string; sha256: string };
}

const officeTarget = ['chrome109', 'safari16'];
const office = {
  staff: 'web/staff/main.tsx',
  board: 'web/board/main.tsx',
  print: 'web/print/main.tsx',
};
const vote = 'web/vote/main.tsx';

function entryOf(outputs: Outputs, source: string): { js: string; css: string } {
  const found = Object.entries(outputs).find(
    ([file, it]) => it.entryPoint === source && file.endsWith('.js'),
  );
  if (!found) throw new Error(`${source} was not bundled`);
  const [file, output] = found;
  return { js: urlOf(file), css: output.cssBundle ? urlOf(output.cssBundle) : '' };
}

/** SHA-256 over a line for each file, `<its own SHA-256>  <its name>`, in the order of the names. */
async function hashOf(files: readonly string[]): Promise<string> {
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  const lines = await Promise.all(
    [...files].sort().map(async (file) => `${sha256(await readFile(root + file))}  ${urlOf(file)}\n`),
  );
  return sha256(lines.join(''));
}

export async function bundlePages(): Promise<Assets> {
  const [fill, { metafile }, phones] = await Promise.all([
    bundleFill(),
    esbuild.build({ ...esbuildOptions(officeTarget), entryPoints: office, plugins: [withoutSays] }),
    esbuild.build({ ...esbuildOptions(phoneTarget), entryPoints: { vote } }),
  ]);
  const page = (source: string) => entryOf(metafile.outputs, source);
  return {
    fill,
    staff: page(office.staff),
    board: page(office.board),
    print: page(office.print),
    vote: {
      ...entryOf(phones.metafile.outputs, vote),
      sha256: await hashOf(Object.keys(phones.metafile.outputs)),
    },
  };
}
