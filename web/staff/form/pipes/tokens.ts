// Earlier answers in texts, as staff see them: 〔第3题的回答，没有就写“您”〕 in the place of `{{q_3|您}}`. What is typed comes
// back as it was kept, letter for letter; a token that was broken by typing is a plain text, and looks like one.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { nothing, pipeMark, pipeOf } from '../../../../schema/logic/pipe.ts';
import { mayBeRead } from '../logic/answers.ts';
import { numbersOf, titleOf } from '../numbering.ts';
import { t } from './words.ts';

export interface Tokens {
  /** a kept text as it is shown and typed in */
  show(kept: string): string;
  /** what was typed as it is kept; `before` is the kept text that was typed in */
  keep(typed: string, before: string): string;
  /** the token that what is typed ends in, if it does */
  endingIn(typed: string, before: string): string | undefined;
  /** the token of one question, as it is kept */
  mark(id: string, otherwise: string): string;
}

/** Characters that would end a token, or begin one. */
const inToken = /[〔〕{}|“”]/g;
const longest = 40;
/** Words for a missing answer, as a mark can hold them. */
const asOtherwise = (words: string) => words.replace(inToken, '').trim().slice(0, longest);

/** Names by id, no two alike: 第3题, “合计”, “合计”2. */
function namesOf(definition: Definition, lost: readonly string[]): Map<string, string> {
  const numbers = numbersOf(definition);
  const nameOf = (question: Question) => {
    const n = numbers.get(question.id);
    const title = titleOf(question).replace(inToken, '').slice(0, 20);
    return n === undefined ? t('titled', { title }) : t('questionN', { n });
  };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const add = (id: string, name: string) => {
    let free = name;
    for (let n = 2; taken.has(free); n += 1) free = `${name}${n}`;
    taken.add(free);
    names.set(id, free);
  };
  for (const question of definition.questions) if (mayBeRead(question)) add(question.id, nameOf(question));
  for (const id of lost) if (!names.has(id)) add(id, t('lost'));
  return names;
}

const idsIn = (kept: string) => [...kept.matchAll(pipeMark)].map(([, id = '']) => id);
const tokenOf = (name: string, otherwise: string | undefined) =>
  otherwise === undefined ? t('token', { name }) : t('tokenElse', { name, otherwise });

/** For the texts of a form, of which some may name questions that are gone. */
export function tokensOf(definition: Definition): Tokens {
  const shown = (names: ReadonlyMap<string, string>, id: string, otherwise: string | undefined) =>
    tokenOf(names.get(id) ?? '', otherwise);
  const keep: Tokens['keep'] = (typed, before) => {
    if (!typed.includes('〔')) return typed;
    const names = namesOf(definition, idsIn(before));
    // Those that stood there come back as they were, whatever they say for a missing answer; the longest first, as one
    // may be the beginning of another.
    const old = [...before.matchAll(pipeMark)]
      .map(([mark, id = '', otherwise]) => ({ token: shown(names, id, otherwise), mark }))
      .sort((a, b) => b.token.length - a.token.length);
    const ids = new Map([...names].map(([id, name]) => [name, id]));
    const written = (token: string): string => {
      const inside = token.slice(1, -1);
      const found = matched(tokenOf(hole, hole), inside) ?? matched(tokenOf(hole, undefined), inside) ?? [];
      const [name = '', otherwise] = found;
      const id = ids.get(name);
      return id === undefined || (otherwise ?? '').length > longest ? token : pipeOf(id, otherwise);
    };
    let kept = '';
    for (let at = 0; at < typed.length; ) {
      const stood = old.find(({ token }) => typed.startsWith(token, at));
      byHand.lastIndex = at;
      const [piece] = stood ? [stood.token] : (byHand.exec(typed) ?? [typed.charAt(at)]);
      kept += stood?.mark ?? (piece.length > 1 ? written(piece) : piece);
      at += piece.length;
    }
    return kept;
  };
  return {
    show(kept) {
      if (!kept.includes('{{')) return kept;
      const names = namesOf(definition, idsIn(kept));
      return kept.replace(pipeMark, (_, id: string, otherwise?: string) => shown(names, id, otherwise));
    },
    keep,
    endingIn(typed, before) {
      const last = /〔[^〔〕]*〕$/.exec(typed)?.[0];
      return last !== undefined && keep(last, before) !== last ? last : undefined;
    },
    mark: (id, otherwise) => pipeOf(id, otherwise === '' ? undefined : asOtherwise(otherwise)),
  };
}

const hole = '\n';
/** What may be a token that was typed by hand. */
const byHand = /〔[^〔〕{}|]*〕/y;

/** The pieces of a text that stand where a pattern has its holes; undefined when it does not fit. */
function matched(pattern: string, inside: string): string[] | undefined {
  const fixed = pattern.slice(1, -1).split(hole);
  let rest = inside;
  const found: string[] = [];
  for (const [index, part] of fixed.entries()) {
    if (index === 0) {
      if (!rest.startsWith(part)) return undefined;
      rest = rest.slice(part.length);
      continue;
    }
    const at = index === fixed.length - 1 ? rest.length - part.length : rest.indexOf(part);
    if (at < 0 || !rest.startsWith(part, at)) return undefined;
    found.push(rest.slice(0, at));
    rest = rest.slice(at + part.length);
  }
  return found;
}

/** The text as somebody reads it who answered, and as somebody does who did not. */
export function sampleOf(kept: string, definition: Definition): { answered: string; unanswered: string } {
  const names = namesOf(definition, idsIn(kept));
  return {
    answered: kept.replace(pipeMark, (_, id: string) => t('sample', { name: names.get(id) ?? '' })),
    unanswered: kept.replace(pipeMark, (_, _id: string, otherwise?: string) => otherwise ?? nothing),
  };
}
