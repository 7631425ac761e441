// Several lists of answers under one line: each is a question of its own, unless all things that they stand under are
// answered alike; these are the rows of one table.
import { optionsBeside } from './beside.ts';
import type { Block } from './blocks.ts';
import { isLabelled } from './head.ts';
import { isLiteral, type Line, type Piece, part } from './lines.ts';
import { numberOf } from './numbers.ts';
import { asks, headsList } from './openings.ts';
import { cutByMarks, isAnswer, optionMarkOf } from './option-marks.ts';
import { choicesOf } from './options.ts';
import { opensSide } from './tables.ts';

/** Whether a list of its own begins here, among answers: its letters count anew, or boxes stood closed before. */
function beginsAnew(lines: readonly Line[], at: number, ruled: boolean): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !line || !next || !isAnswer(before) || !headsList(line, next)) return false;
  if (!ruled || asks(line) || optionMarkOf(next)?.n === 1) return true;
  return cutByMarks(before) !== undefined && cutByMarks(next) !== undefined;
}

/** A block for each list in it; what stands above the first that has no list of its own is words to read. */
export function listsApart(block: Block, ruled: boolean): Block[] {
  const { kind, head, body } = block;
  if (kind === 'thanks' || kind === 'page' || isLabelled(head)) return [block];
  const asked = kind === 'question';
  const anew = body.flatMap((_, at) => (beginsAnew(body, at, ruled) ? [at] : []));
  const within = body.findIndex(
    (line, at) => headsList(line, body[at + 1]) && (!ruled || asked || asks(line)),
  );
  const all = asked && within === 0 && anew.length > 0;
  if (all && tableIn(body)) return [block];
  const first = asked && !all ? anew[0] : within;
  if (first === undefined || first < 0) return [block];
  const places = [first, ...anew.filter((at) => at > first)];
  const questions = places.flatMap((from, index): Block[] => {
    const [line, ...rest] = body.slice(from, places[index + 1]);
    return line ? [{ ...block, kind: 'question', head: line, body: rest }] : [];
  });
  const above = body.slice(0, first);
  const words = { ...head, ...part(head, numberOf(head)?.length ?? 0) };
  return [
    all ? { ...block, kind: 'prose', head: words, body: above } : { ...block, body: above },
    ...questions,
  ];
}

/** As many as a table has. */
const rowsMost = 50;

/** Things with the same answers under or beside each of them, as the lines of a table: the answers, then the things. */
export function tableIn(body: readonly Piece[]): Piece[] | undefined {
  const rows: Piece[] = [];
  const lists: Piece[][] = [];
  for (const line of body) {
    if (isLiteral(line) || line.plain.includes('|') || opensSide(line)) return undefined;
    if (!isAnswer(line)) {
      const beside = optionsBeside(line);
      if (rows.length > lists.length || rows.length === rowsMost) return undefined;
      rows.push(beside?.title ?? line);
      if (beside) lists.push(beside.options);
    } else if (rows.length > lists.length) lists.push([line]);
    else if (rows.length === 0) return undefined;
    else lists.at(-1)?.push(line);
  }
  if (rows.length < 2 || rows.length !== lists.length) return undefined;
  const columns = lists.map((list) => choicesOf(list));
  const [one = []] = columns;
  const labels = (list: readonly Piece[]) => list.map(({ plain }) => plain).join('|');
  if (one.length < 2 || columns.some((list) => labels(list) !== labels(one))) return undefined;
  const joined = (key: 'raw' | 'plain') => one.map((cell) => cell[key]).join('|');
  return [{ at: one[0]?.at ?? 0, raw: joined('raw'), plain: joined('plain') }, ...rows];
}
