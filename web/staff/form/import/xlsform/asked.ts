// One row of a survey as its type reads it, in one language: each cell is taken once, as in any sheet.
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { pipedText } from '../../xlsform/pipes.ts';
import { figure, type PlacedRow } from '../sheet/placed.ts';
import { type Choice, type Choices, labelOf } from './choices.ts';
import type { SurveyHead, TextHead } from './heads.ts';

export interface Languages {
  own: Tongue;
  /** with the own one, which is the first */
  all: readonly Tongue[];
}

export class Asked {
  readonly row: PlacedRow<SurveyHead>;
  readonly id: string;
  readonly tongue: Tongue;
  readonly languages: Languages;
  #choices: Choices;
  #ids: ReadonlyMap<string, string>;

  /** `ids`: of the questions by their names, for texts that repeat an answer */
  constructor(
    row: PlacedRow<SurveyHead>,
    id: string,
    tongue: Tongue,
    languages: Languages,
    choices: Choices,
    ids: ReadonlyMap<string, string>,
  ) {
    this.row = row;
    this.id = id;
    this.tongue = tongue;
    this.languages = languages;
    this.#choices = choices;
    this.#ids = ids;
  }

  /** The text in the language of the moment, or in the own one, or in any. */
  text(head: TextHead, most: number): string | undefined {
    const { own, all } = this.languages;
    const found = new Map<Tongue, string>();
    for (const tongue of all) {
      // What is longer than a form may say stays in its cell, and is told.
      const cell = tongue === own ? head : (`${head}@${tongue}` as const);
      const text = this.row.takeAs(cell, (one) => (one.length <= most ? one : undefined));
      if (text !== undefined) found.set(tongue, pipedText(text, this.#ids));
    }
    return found.get(this.tongue) ?? found.get(own) ?? [...found.values()][0];
  }

  list(name: string): readonly Choice[] | undefined {
    return this.#choices.take(name);
  }
  label(choice: Choice): string {
    return pipedText(labelOf(choice, this.tongue, this.languages.own), this.#ids);
  }

  /** Whether the appearance says this; the others that it says stay. */
  looks(word: string): boolean {
    const words = this.row.look('appearance').split(/\s+/);
    if (!words.includes(word)) return false;
    this.row.leave('appearance', words.filter((one) => one !== word).join(' '));
    return true;
  }

  /** `start=1 end=5`; what is not asked for stays. */
  parameter(name: string): string | undefined {
    const all = this.row.look('parameters').split(/[\s,;]+/);
    const own = all.find((one) => one.startsWith(`${name}=`));
    if (own === undefined) return undefined;
    this.row.leave('parameters', all.filter((one) => one !== own).join(' '));
    return own.slice(name.length + 1);
  }
  figure(name: string): number | undefined {
    return figure(this.parameter(name) ?? '');
  }
}
