// Where things lie: the checkout and what the build puts into it.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const buildDir = `${root}.build`;
export const assetsDir = `${buildDir}/assets`;
export const workerFile = `${buildDir}/worker/index.js`;
/** What tests and figures want to know of the residents' script (fill-bundle.ts). */
export const fillFactsFile = `${buildDir}/fill-facts.json`;
export const migrationsDir = `${root}schema/db/migrations`;
