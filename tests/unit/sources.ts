// The source files of some folders, for tests that read the code itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../worker/host/paths.ts';

export interface Source {
  /** from the root of the project */
  file: string;
  text: string;
}

export const sourcesIn = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) => readdirSync(root + folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));
