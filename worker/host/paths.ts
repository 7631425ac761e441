// Where things lie: the checkout and what the build puts into it.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const buildDir = `${root}.build`;
export const assetsDir = `${buildDir}/assets`;
export const workerFile = `${buildDir}/worker/index.js`;
export const migrationsDir = `${root}schema/db/migrations`;
