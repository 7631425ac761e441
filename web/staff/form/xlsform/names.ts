// Names of XLSForm and ids of definitions: a name begins with a letter or _, an id never with _ and never holds a point,
// so that each id has one name and comes back from it. Parts of a question (rows, cells) follow a point.
import { localId } from '../../../../schema/ids.ts';

export const nameOf = (id: string, ...parts: readonly string[]): string =>
  [/^\d/.test(id) ? `_${id}` : id, ...parts].join('.');

const fits = (id: string) => localId().safeParse(id).success;

/** The id of a name; another one when it is taken, or no id can be like it (`otherwise`, for names in Chinese). */
export function idOfName(name: string, taken: ReadonlySet<string>, otherwise = 'q'): string {
  const like = name
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .replace(/^_+/, '')
    .slice(0, 24);
  const base = fits(like) ? like : otherwise;
  let id = base;
  for (let n = 2; taken.has(id) || !fits(id); n++) id = `${base.slice(0, 20)}_${n}`;
  return id;
}

/** Names of questions that hold what a form says before and after its questions; no id is like them. */
export const introName = '__intro';
export const thanksName = '__thanks';

/** The sheet that says what could not be exported, in either language; read again it says nothing. */
export const unsaidSheet = { zh: '没有导出', en: 'not exported' } as const;
