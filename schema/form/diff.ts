// What changed from one version of a form to another, by stable ids: for staff who publish it, and who read a card later.
import { isRecord } from '../fields/field.ts';
import type { Definition, Question } from './definition.ts';
import { textsOf } from './texts.ts';

/** Lists of a question whose parts have ids of their own. */
const lists = ['options', 'rows', 'columns', 'nodes', 'candidates', 'gaps', 'list'] as const;
export type PartList = (typeof lists)[number];

export type Change =
  /** a text that both have reads otherwise; `question` is absent for the form's own texts */
  | { what: 'text'; question?: string; key: string; from: string; to: string }
  | { what: 'added' | 'removed' | 'moved'; question: string }
  | { what: 'type'; question: string; from: Question['type']; to: Question['type'] }
  | {
      what: 'part-added' | 'part-removed' | 'part-retired' | 'part-restored' | 'part-set';
      question: string;
      list: PartList;
      label: string;
    }
  | { what: 'parts-moved'; question: string; list: PartList }
  /** a setting of the question: what it is called in the definition */
  | { what: 'set'; question: string; key: string }
  /** a setting of the form */
  | { what: 'form'; key: string };

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** In the order of the newer form; what it no longer has comes last. */
export function diff(before: Definition, after: Definition): Change[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const kept = after.questions.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const steady = longestInOrder(
    before.questions.map(({ id }) => id),
    kept,
  );
  return [
    ...textChanges({ ...before, questions: [] }, { ...after, questions: [] }),
    ...formChanges(before, after),
    ...after.questions.flatMap((question): Change[] => {
      const { id } = question;
      const was = old.get(id);
      if (!was) return [{ what: 'added', question: id }];
      return [
        ...(steady.has(id) ? [] : [{ what: 'moved', question: id } as const]),
        ...questionChanges(was, question),
      ];
    }),
    ...before.questions
      .filter(({ id }) => !after.questions.some((question) => question.id === id))
      .map(({ id }): Change => ({ what: 'removed', question: id })),
  ];
}

function questionChanges(was: Question, is: Question): Change[] {
  const question = is.id;
  if (was.type !== is.type) return [{ what: 'type', question, from: was.type, to: is.type }];
  const named = [
    ...textChanges(was, is).map((change) => ({ ...change, question })),
    ...lists.flatMap((list) => partChanges(question, list, partsOf(was, list), partsOf(is, list))),
  ];
  // What has a name of its own is said by it; anything else that differs is a setting.
  const settings = differing(was, is).filter((key) => named.length === 0 || !isNamed(key, was, is));
  return [...named, ...settings.map((key): Change => ({ what: 'set', question, key }))];
}

/** Texts, and lists of parts: said text by text, and part by part. */
const isNamed = (setting: string, ...questions: readonly Question[]) =>
  lists.some((list) => list === setting) ||
  questions.some((question) =>
    textsOf(question).some(({ address, key }) => key === setting && address.split('.')[0] === key),
  );

function differing(was: object, is: object): string[] {
  const [old, now]: Record<string, unknown>[] = [{ ...was }, { ...is }];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => !same(old?.[key], now?.[key]),
  );
}

type Part = Record<string, unknown> & { id: string };
function partsOf(question: Question, list: PartList): Part[] {
  const value: unknown = Object.entries(question).find(([key]) => key === list)?.[1];
  return Array.isArray(value)
    ? value.filter((part): part is Part => isRecord(part) && typeof part.id === 'string')
    : [];
}

function partChanges(question: string, list: PartList, was: Part[], is: Part[]): Change[] {
  const old = new Map(was.map((part) => [part.id, part]));
  const label = (part: Part) => (typeof part.label === 'string' ? part.label : part.id);
  const of = (
    what: 'part-added' | 'part-removed' | 'part-retired' | 'part-restored' | 'part-set',
    part: Part,
  ) => ({ what, question, list, label: label(part) }) as const;
  const changes = is.flatMap((part): Change[] => {
    const before = old.get(part.id);
    if (!before) return [of('part-added', part)];
    const bare = ({ retired: _, ...settings }: Part) => {
      const texts = textsOf(settings).map(({ address }) => address);
      return Object.entries(settings).filter(([key]) => !texts.includes(key));
    };
    const offer = of(part.retired ? 'part-retired' : 'part-restored', part);
    return [
      ...(!before.retired === !part.retired ? [] : [offer]),
      ...(same(bare(before), bare(part)) ? [] : [of('part-set', part)]),
    ];
  });
  const gone = was.filter(({ id }) => !is.some((part) => part.id === id));
  // A retired part leaves its place: only those that are on offer in both are in an order.
  const offered = (parts: Part[]) => parts.filter(({ retired }) => !retired).map(({ id }) => id);
  const order = (parts: Part[], other: Part[]) => offered(parts).filter((id) => offered(other).includes(id));
  return [
    ...changes,
    ...gone.map((part) => of('part-removed', part)),
    ...(same(order(was, is), order(is, was)) ? [] : [{ what: 'parts-moved', question, list } as const]),
  ];
}

/** Texts that read otherwise. Those of parts that are new, or gone, are not: that is a change of its own. */
function textChanges(
  was: Definition | Question,
  is: Definition | Question,
): Extract<Change, { what: 'text' }>[] {
  const [old, now] = [was, is].map(
    (piece) => new Map(textsOf(piece).map((text) => [text.address, text] as const)),
  );
  const [oldParts, newParts] = [was, is].map(partAddresses);
  const isNew = (address: string, parts: readonly string[] = [], others: readonly string[] = []) =>
    parts.some((part) => address.startsWith(`${part}.`) && !others.includes(part));
  return [...new Map([...(now ?? []), ...(old ?? [])])].flatMap(([address, { key }]) => {
    const [from = '', to = ''] = [old?.get(address)?.text, now?.get(address)?.text];
    if (from === to || isNew(address, newParts, oldParts) || isNew(address, oldParts, newParts)) return [];
    return [{ what: 'text', key, from, to } as const];
  });
}

const partAddresses = (piece: Definition | Question) =>
  'questions' in piece ? [] : lists.flatMap((list) => partsOf(piece, list).map(({ id }) => `${list}.${id}`));

function formChanges(before: Definition, after: Definition): Change[] {
  const own = ['title', 'intro', 'thanks', 'questions'];
  return differing(before, after)
    .filter((key) => !own.includes(key))
    .map((key) => ({ what: 'form', key }));
}

/** The most of `kept` that stand in the same order as before: the others were moved. */
function longestInOrder(before: readonly string[], kept: readonly string[]): Set<string> {
  const places = kept.map((id) => before.indexOf(id));
  const best: { length: number; previous: number }[] = [];
  places.forEach((place, at) => {
    let found = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < at; earlier++) {
      const chain = best[earlier];
      if (chain && (places[earlier] ?? 0) < place && chain.length >= found.length)
        found = { length: chain.length + 1, previous: earlier };
    }
    best.push(found);
  });
  const end = best.reduce((top, chain, at) => (chain.length > (best[top]?.length ?? 0) ? at : top), 0);
  const steady = new Set<string>();
  for (let at = best.length > 0 ? end : -1; at >= 0; at = best[at]?.previous ?? -1)
    steady.add(kept[at] ?? '');
  return steady;
}
