// Notes that staff write on a figure: of a composed scorecard in a period, or of the card of a run.
import * as z from 'zod/mini';
import { id, sentId, time, words } from './common.ts';
import { boardReaders, endpoint } from './endpoint.ts';

export const periodKey = () => z.string().check(z.regex(/^\d{4}-(Q[1-4]|\d\d)$/));

/** A measure of a composed scorecard; of a run `overall`, `rate`, or a line as `question:row`. */
export const measureId = () => z.string().check(z.regex(/^[a-z0-9][a-z0-9_]{0,23}(:[a-z0-9_.]{0,50})?$/));

export const noteShape = () =>
  z.object({
    id: id(),
    measure: measureId(),
    words: z.string(),
    by: z.string(),
    at: time(),
    mine: z.boolean(),
  });
export type Note = z.infer<ReturnType<typeof noteShape>>;

export const listNotes = endpoint({
  id: 'listNotes',
  method: 'GET',
  path: '/api/units/:unit/notes',
  policy: boardReaders('unit'),
  says: 'Notes on the figures of a run at a unit, and on the overall figure at the units below.',
  io: () => ({
    query: z.object({ run: id() }),
    output: z.object({
      notes: z.array(noteShape()),
      below: z.array(z.object({ ...noteShape().shape, unit: z.string() })),
    }),
  }),
});

export const putNote = endpoint({
  id: 'putNote',
  method: 'PUT',
  path: '/api/units/:unit/notes/:note',
  policy: boardReaders('unit'),
  says: 'A note on a figure of a card at a unit, under an id made by the sender; the same id again changes the own note, or takes it away and brings it back.',
  io: () => ({
    params: z.object({ unit: id(), note: sentId() }),
    body: z.strictObject({
      /** a composed scorecard with its period, or a run with '' */
      card: id(),
      period: z.union([z.literal(''), periodKey()]),
      measure: measureId(),
      words: words(300),
      removed: z.boolean(),
    }),
  }),
});
