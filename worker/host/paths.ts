// Where things lie: the checkout and what the build puts into it.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const buildDir = `${root}.build`;
export const assetsDir = `${buildDir}/assets`;
export const workerFile = `${buildDir}/worker/index.js`;
/** Names of what the residents' script hands out, by their names in the sources. */
export const exportsFile = `${buildDir}/fill-exports.json`;
export const migrationsDir = `${root}schema/db/migrations`;
