// What changed from one version of a form to another, by stable ids: for staff who publish it, and who read a card later.
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
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
    ...textChanges(before, after).filter((change) => change.what === 'text' && !change.question),
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
  return [
    ...textChanges(was, is).map((change) => ({ ...change, question })),
    ...lists.flatMap((list) => partChanges(question, list, partsOf(was, list), partsOf(is, list))),
    ...settingsOf(was, is).map((key): Change => ({ what: 'set', question, key })),
  ];
}

/** Settings that differ, other than texts and lists. */
function settingsOf(was: Question, is: Question): string[] {
  const own = (question: Question) => {
    const words = new Set(textsOf(question).map(({ key }) => key));
    return Object.entries(question).filter(
      ([key]) => !words.has(key) && !['id', 'type'].includes(key) && !lists.some((list) => list === key),
    );
  };
  const [old, now] = [new Map(own(was)), new Map(own(is))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => !same(old.get(key), now.get(key)));
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
    if (!before.retired !== !part.retired) return [of(part.retired ? 'part-retired' : 'part-restored', part)];
    const bare = ({ label: _, note: __, ...settings }: Part) => settings;
    return same(bare(before), bare(part)) ? [] : [of('part-set', part)];
  });
  const gone = was.filter(({ id }) => !is.some((part) => part.id === id));
  const order = (parts: Part[], other: Part[]) =>
    parts.map(({ id }) => id).filter((id) => other.some((part) => part.id === id));
  return [
    ...changes,
    ...gone.map((part) => of('part-removed', part)),
    ...(same(order(was, is), order(is, was)) ? [] : [{ what: 'parts-moved', question, list } as const]),
  ];
}

/** Texts at one address that read otherwise. */
function textChanges(
  was: Definition | Question,
  is: Definition | Question,
): Extract<Change, { what: 'text' }>[] {
  const old = new Map(textsOf(was).map(({ address, text }) => [address, text]));
  const now = textsOf(is);
  const changed = now.flatMap(({ address, text, key }) => {
    const from = old.get(address) ?? '';
    // A part that is new has a change of its own.
    const part = address.includes('.') && !old.has(address);
    return from === text || part ? [] : [{ what: 'text', key, from, to: text, address } as const];
  });
  const gone = textsOf(was).filter(
    ({ address }) => !address.includes('.') && !now.some((text) => text.address === address),
  );
  return [
    ...changed,
    ...gone.map(({ address, key, text }) => ({ what: 'text', key, from: text, to: '', address }) as const),
  ].map(({ address, ...change }) =>
    address.startsWith('q.') ? { ...change, question: address.split('.')[1] ?? '' } : change,
  );
}

function formChanges(before: Definition, after: Definition): Change[] {
  const { title: _, intro: __, thanks: ___, questions: ____, ...old } = before;
  const { title: _a, intro: _b, thanks: _c, questions: _d, ...now } = after;
  const [was, is]: Record<string, unknown>[] = [old, now];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => !same(was?.[key], is?.[key]))
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
