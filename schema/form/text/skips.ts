// Words that send the reader on (若选“否”，跳至第7题) as rules, where it is certain what they mean: an option of a single choice,
// and one later question. The questions between are shown unless that option was chosen; to the end the form's own jump
// leads. What is not certain is told, and so are ways past a question that nobody could reach then.
import { fieldOf } from '../../fields/registry.ts';
import { type Condition, type Jump, usualEnd } from '../../logic/shapes.ts';
import type { Question } from '../definition.ts';
import type { Skip, Unplaced } from '../reading.ts';
import { coversOf } from './covers.ts';
import { numberedPlaces, type Printed } from './routes.ts';
import { readWay, type Sent } from './sends.ts';

/** One list holds 20 (logic/shapes.ts); one place is left for what a page says itself. */
const mostConditions = 19;

interface Way extends Skip {
  /** id of the option */
  chosen: string;
}

/** `skips`: in the order of their lines. */
export function withSkips(
  questions: readonly Question[],
  printed: readonly Printed[],
  lose: (lost: Unplaced) => void,
): { questions: Question[]; skips: Skip[] } {
  if (printed.every(({ sends }) => sends.length === 0)) return { questions: [...questions], skips: [] };
  const numbers = numberedPlaces(printed);
  const covers = coversOf(questions);
  const conditions = questions.map(({ showIf }): Condition[] => (showIf ? [showIf] : []));
  /** By place, what has to hold for a question to be shown, its page's conditions and ways to the end included. */
  const needs = questions.map(({ showIf }) => new Set(showIf ? [JSON.stringify(showIf)] : []));
  const jumps = new Map<number, Jump[]>();
  const skips: Skip[] = [];

  const isKept = (place: number, at: number, options: readonly (string | number)[]) => {
    const [from, over] = [questions[place], questions[at]];
    const [sure, more] = [needs[place], needs[at]];
    if (!from || !over || !sure || !more || options.length + more.size > mostConditions) return false;
    const asked = answersNamed(over.showIf, from.id);
    if (asked) return asked.some((option) => !options.includes(option));
    const isAnswered = from.required === true && [...sure].every((need) => more.has(need));
    return !isAnswered || optionsOf(from).some(({ key }) => !options.includes(key));
  };

  questions.forEach((question, place) => {
    const own = printed[place];
    if (!own || own.sends.length === 0) return;
    const next = covers.asked(place + 1);
    const from: From = { place, options: optionsOf(question), printed: own };
    const ways = new Set(waysFrom(from, numbers, questions.length, lose));
    const furthest = Math.max(next, ...[...ways].map(({ to }) => to));
    for (let at = next; at < furthest; at = covers.asked(at + 1)) {
      const over = [...ways].filter(({ to }) => to > at);
      if (over.length === 0 || isKept(place, at, [...new Set(over.map(({ chosen }) => chosen))])) continue;
      for (const way of over) {
        ways.delete(way);
        lose({ line: way.line, text: way.text });
      }
    }
    const targets = new Map([...ways].map(({ chosen, to }) => [chosen, to]));
    const out: string[] = [];
    for (const [option, to] of targets) {
      if (to <= next) continue;
      const condition: Condition = { not: { q: question.id, op: 'equals', value: option } };
      for (let at = next; at < to; at = covers.asked(at + 1)) needs[at]?.add(JSON.stringify(condition));
      if (to === questions.length) out.push(option);
      else for (const at of covers.between(place, to)) conditions[at]?.push(condition);
    }
    const [only, ...more] = out;
    if (only !== undefined) {
      const when: Condition =
        more.length > 0
          ? { q: question.id, op: 'in', value: out }
          : { q: question.id, op: 'equals', value: only };
      jumps.set(place, [{ when, to: usualEnd }]);
    }
    for (const { chosen: _, ...skip } of ways) skips.push(skip);
  });
  return {
    questions: questions.map((question, place) => {
      const [only, ...more] = conditions[place] ?? [];
      const own = jumps.get(place);
      return {
        ...question,
        ...(only && { showIf: more.length > 0 ? { all: [only, ...more] } : only }),
        ...(own && { jumps: own }),
      };
    }),
    skips: skips.sort((a, b) => a.line - b.line),
  };
}

/** The options of a single choice, with their labels; none for any other question. */
const optionsOf = (question: Question) =>
  fieldOf(question).comparable(question).kind === 'option' && fieldOf(question).asks
    ? (fieldOf(question).items(question)[0]?.keys ?? [])
    : [];

/** A question that words send on from. */
interface From {
  place: number;
  options: ReturnType<typeof optionsOf>;
  printed: Printed;
}

/** The ways on that are certain; two from one option are none. */
function waysFrom(
  from: From,
  numbers: ReadonlyMap<number, number>,
  end: number,
  lose: (lost: Unplaced) => void,
): Way[] {
  const ways: Way[] = [];
  const targets = new Map<string, Set<number>>();
  for (const sent of from.printed.sends) {
    const way = wayOf(sent, from, numbers, end);
    if (!way) lose({ line: sent.words.at, text: sent.words.raw });
    else {
      ways.push(way);
      targets.set(way.chosen, (targets.get(way.chosen) ?? new Set()).add(way.to));
    }
  }
  return ways.filter(({ chosen, line, text }) => {
    if (targets.get(chosen)?.size === 1) return true;
    lose({ line, text });
    return false;
  });
}

/** What the words mean; undefined where that is not certain. */
function wayOf(
  { words, option }: Sent,
  from: From,
  numbers: ReadonlyMap<number, number>,
  end: number,
): Way | undefined {
  const read = readWay(words);
  if (!read) return undefined;
  const named = read.chosen === undefined ? option : optionNamed(read.chosen, from);
  const chosen = from.options.find(({ key }) => key === named);
  const to = read.to === 'end' ? end : numbers.get(read.to);
  if (!chosen || to === undefined || to <= from.place || (option !== undefined && option !== named))
    return undefined;
  return {
    line: words.at,
    text: words.raw,
    question: from.place,
    option: chosen.label,
    to,
    chosen: chosen.key,
  };
}

/** Id of the one option of this label, or behind this letter. */
function optionNamed(name: string, { options, printed }: From): string | undefined {
  const [only, ...others] = options.filter(({ label }) => label === name);
  if (only) return others.length === 0 ? only.key : undefined;
  const place = /^[A-Za-z]$/.test(name) ? name.toUpperCase().charCodeAt(0) - 65 : -1;
  const { options: ids, lettered } = printed;
  return lettered[place] && lettered.length === ids.length ? ids[place] : undefined;
}

/** The answers to a question that a condition of one leaf names. */
function answersNamed(
  condition: Condition | undefined,
  id: string,
): readonly (string | number)[] | undefined {
  if (!condition || !('op' in condition) || condition.q !== id) return undefined;
  return condition.op === 'equals' || condition.op === 'in' ? [condition.value].flat() : undefined;
}
