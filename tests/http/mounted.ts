// The table of routes of the house as it is built: the Worker's own entry, bundled once more with its app let out.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { tsconfigRaw } from '../../worker/host/bundle.ts';
import { root } from '../../worker/host/paths.ts';

export interface Mounted {
  method: string;
  path: string;
}

const none = { js: '', css: '', cssHash: '', chunks: {} };
const assets = { fill: none, staff: none, board: none, print: none, vote: { ...none, sha256: '' } };

/** What answers by method and path; middleware for every method is left out. */
export async function mountedRoutes(): Promise<Mounted[]> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-routes-'));
  try {
    const bundle = await esbuild.build({
      stdin: {
        contents: `${await readFile(`${root}worker/index.ts`, 'utf8')}\nexport { app };`,
        resolveDir: `${root}worker`,
        sourcefile: 'index.ts',
        loader: 'ts',
      },
      absWorkingDir: root,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      conditions: ['browser'],
      loader: { '.css': 'empty' },
      tsconfigRaw,
      plugins: [
        {
          name: 'assets',
          setup(build) {
            build.onResolve({ filter: /^#assets$/ }, () => ({ path: 'assets', namespace: 'linli' }));
            build.onLoad({ filter: /^assets$/, namespace: 'linli' }, () => ({
              contents: `export const assets = ${JSON.stringify(assets)};`,
            }));
          },
        },
      ],
    });
    const file = join(folder, 'app.mjs');
    await writeFile(file, bundle.outputFiles[0]?.text ?? '');
    const { app } = (await import(pathToFileURL(file).href)) as { app: { routes: Mounted[] } };
    return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
