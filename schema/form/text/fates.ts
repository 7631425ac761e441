// What became of each line of a pasted text. The first thing that a line is counts: a title with its answers beside it is a
// question. What found no place comes last and over all else.
import { type FieldType, fields } from '../../fields/registry.ts';
import type { Fate, LineFate, Unplaced } from '../reading.ts';
import type { Block } from './blocks.ts';
import type { Prepared } from './question.ts';

const headFate = (type: FieldType): Fate =>
  fields[type].asks ? 'question' : type === 'page-break' ? 'page' : 'note';

export class Fates {
  /** line of each question */
  readonly starts: number[] = [];
  #lines: LineFate[];

  constructor(text: string) {
    this.#lines = text.split(/\r\n?|\n/).map((): LineFate => ({ fate: 'nothing' }));
  }

  /** `at`: line of the text, from 1. */
  set(at: number, fate: Fate, question?: number): void {
    if (this.#lines[at - 1]?.fate !== 'nothing') return;
    this.#lines[at - 1] = question === undefined ? { fate } : { fate, question };
  }

  /** The lines of a block that became the question at this place. */
  add({ head, body }: Block, one: Prepared, question: number): void {
    const fate = headFate(one.type);
    const hints = new Set(one.hints.map(({ at }) => at));
    const left = new Set(one.body.map(({ at }) => at));
    this.starts.push(head.at);
    this.set(head.at, fate, question);
    for (const { at, raw } of body) {
      // A title may go on over several lines.
      const isTitle = !left.has(at) && one.title.raw.includes(raw);
      if (one.settings.has(at)) this.set(at, 'setting', question);
      else if (hints.has(at)) this.set(at, 'hint', question);
      else this.set(at, fate === 'question' && !isTitle ? 'option' : fate, question);
    }
  }

  with(unplaced: readonly Unplaced[]): LineFate[] {
    const lines = [...this.#lines];
    for (const { line } of unplaced) lines[line - 1] = { ...lines[line - 1], fate: 'unplaced' };
    return lines;
  }
}
