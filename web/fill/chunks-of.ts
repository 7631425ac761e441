// Which files of its own a form's page needs, beyond those that every page loads.
import type { Chunk } from '../../schema/api/page.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { usesRules } from '../../schema/logic/rules.ts';

type Chunks = Readonly<Record<string, Chunk>>;

/** Those of these names that are chunks. */
export const chunksNamed = (names: readonly string[], chunks: Chunks): Record<string, Chunk> =>
  Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const chunk = Object.hasOwn(chunks, name) ? chunks[name] : undefined;
      return chunk ? [[name, chunk]] : [];
    }),
  );

/** By name, in the order in which the form first uses them. */
export const chunksOf = (definition: Definition, chunks: Chunks): Record<string, Chunk> =>
  chunksNamed(
    [...definition.questions.map(({ type }) => type), ...(usesRules(definition) ? ['rules'] : [])],
    chunks,
  );
