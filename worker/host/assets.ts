// Bundles the pages and says what came out: the URLs and the inlined style that the Worker puts into its HTML.
import * as esbuild from 'esbuild';
import { esbuildOptions, type Outputs, urlOf, withoutSays } from './bundle.ts';
import { bundleFill, type FillAssets, phoneTarget } from './fill-bundle.ts';

/** What `#assets` exports; worker/http/assets.d.ts is its type on the Worker's side. */
export interface Assets {
  fill: FillAssets;
  staff: { js: string; css: string };
  board: { js: string; css: string };
  print: { js: string; css: string };
  vote: { js: string; css: string };
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
    vote: entryOf(phones.metafile.outputs, vote),
  };
}
