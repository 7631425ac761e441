// One page of a list of answers. A filter may have to look through many answers to fill it: it goes on by itself, request
// by request, until the page is full, everything was looked at, or the reader stops it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import {
  type AnswerFilter,
  listResponses,
  pageMost,
  type ResponseRow,
} from '../../../schema/api/responses.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { sentenceOf } from '../../ui/problem.ts';
import { orderIn, type Place, searchOf } from './filter.ts';

export interface Branch {
  campaign: string;
  unit: string;
}

type Piece = Output<typeof listResponses>;
/** A piece, with all that the page found and looked at before it. */
interface Found extends Piece {
  responses: ResponseRow[];
}

const direction = (place: Place) => (place.before === undefined ? 'after' : 'before');

const piece = (at: Branch, filter: AnswerFilter, from: Place, most: number) => {
  const { after, before, order = 'newest' } = from;
  return call(listResponses, { params: { ...at }, query: { ...filter, order, after, before, most } });
};

/** `next` is in the direction of `place`. */
function joined(found: Found, more: Piece, place: Place): Found {
  const parts = direction(place) === 'after' ? [found, more] : [more, found];
  return {
    ...more,
    responses: parts.flatMap((part) => part.responses),
    looked: found.looked + more.looked,
  };
}

export function useAnswers(at: Branch, filter: AnswerFilter, place: Place) {
  const key = `${at.campaign} ${at.unit} ${searchOf(filter, place)}`;
  const loaded = useLoad<Found>(key, () => piece(at, filter, place, pageMost));
  const [halted, setHalted] = useState({ key: '', problem: '' });
  const stopped = halted.key === key;
  const { value } = loaded;
  const open = value !== undefined && value.next !== null && value.responses.length < pageMost;
  const searching = open && !stopped;
  useEffect(() => {
    if (!searching || value.next === null) return;
    let wanted = true;
    piece(
      at,
      filter,
      { ...orderIn(place), [direction(place)]: value.next },
      pageMost - value.responses.length,
    ).then(
      (more) => wanted && loaded.put(joined(value, more, place)),
      (thrown: unknown) => wanted && setHalted({ key, problem: sentenceOf(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [searching, value]);
  // The page before stays in sight until the next one is there.
  const last = useRef<Found>(undefined);
  if (value) last.current = value;
  return {
    found: value ?? last.current,
    /** what is shown is not yet what was asked for */
    late: value === undefined,
    searching,
    stopped: open && stopped,
    problem: loaded.state === 'failed' ? loaded.sentence : stopped ? halted.problem : '',
    failed: loaded.state === 'failed',
    stop: () => setHalted({ key, problem: '' }),
    goOn: () => (loaded.state === 'failed' ? loaded.again() : setHalted({ key: '', problem: '' })),
  };
}

/** The answer next to one, within a filter; undefined at the end, or when nobody wants it any more. */
export async function nearest(
  at: Branch,
  filter: AnswerFilter,
  from: Place,
  wanted: () => boolean,
): Promise<string | undefined> {
  for (let place = from; wanted(); ) {
    const { responses, next } = await piece(at, filter, place, 1);
    if (responses[0] || next === null) return responses[0]?.id;
    place = { ...orderIn(from), [direction(from)]: next };
  }
  return undefined;
}
