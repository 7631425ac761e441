// A survey as questions of a form, before its logic is read: types, settings, texts in every language, groups as pages,
// headings or tables.
import { questionTextMax } from '../../../../../schema/fields/field.ts';
import type { Question } from '../../../../../schema/fields/shapes.ts';
import { formTextMax } from '../../../../../schema/form/definition.ts';
import { textsOf } from '../../../../../schema/form/texts.ts';
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { questionShape } from '../../question-shape.ts';
import { idOfName, introName, thanksName } from '../../xlsform/names.ts';
import { Asked, type Languages } from './asked.ts';
import type { Choices } from './choices.ts';
import { growingOf, matrixOf, type Part, type Table } from './tables.ts';
import type { Node, SurveyRow } from './tree.ts';
import { type Made, surveyTypes, typeIn, unasked } from './types.ts';
import { xlsformWord as t } from './words.ts';

/** A condition of a row or of a group around it; taken from its row once it is read. */
export interface Under {
  row: SurveyRow;
  text: string;
}
export interface Entry {
  name: string;
  question: Question;
  row: SurveyRow;
  /** the row as it came, for a question that has to be left out */
  whole?: SurveyRow;
  unders: Under[];
  parts: Part[];
  /** ids of choices by their names */
  choices: ReadonlyMap<string, string>;
}
export type Translations = Map<Tongue, Map<string, string>>;

const copyOf = (node: Node): Node => ({ ...node, row: node.row.copy(), inside: node.inside.map(copyOf) });
const looks = ({ row }: Node) => row.look('appearance').split(/\s+/);
const looksLike = (node: Node, word: string) => looks(node).includes(word);
const unlook = (node: Node, ...words: readonly string[]) =>
  node.row.leave(
    'appearance',
    looks(node)
      .filter((word) => !words.includes(word))
      .join(' '),
  );

export class Survey {
  entries: Entry[] = [];
  intro: string | undefined;
  thanks: string | undefined;
  translations: Translations = new Map();
  #languages: Languages;
  #choices: Choices;
  #ids = new Map<string, string>();
  #taken = new Set<string>();
  /** a page was left, and the next question stands on no page yet */
  #pageEnded = false;

  constructor(nodes: readonly Node[], languages: Languages, choices: Choices) {
    this.#languages = languages;
    this.#choices = choices;
    this.#name(nodes);
    this.#visit(nodes, [], false);
  }

  /** Every question has its id before any text is read: texts may repeat answers. */
  #name(nodes: readonly Node[]): void {
    for (const node of nodes) {
      const name = node.row.look('name');
      if (name !== '' && !this.#ids.has(name)) this.#ids.set(name, this.#fresh(name));
      if (node.kind === 'group' && !looksLike(node, 'table-list')) this.#name(node.inside);
    }
  }
  #fresh(name: string): string {
    const id = idOfName(name, this.#taken);
    this.#taken.add(id);
    return id;
  }
  #idOf(node: Node): string {
    const name = node.row.look('name');
    return this.#ids.get(name) ?? this.#fresh(name);
  }

  #visit(nodes: readonly Node[], unders: readonly Under[], onPage: boolean): void {
    for (const node of nodes) {
      if (node.kind === 'question') this.#ask(node, unders);
      else if (node.kind === 'repeat') this.#repeat(node, unders);
      else if (!onPage && looksLike(node, 'field-list')) this.#page(node, unders);
      else this.#group(node, unders, onPage);
    }
  }

  #under(node: Node, unders: readonly Under[]): Under[] {
    const text = node.row.look('relevant');
    return text === '' ? [...unders] : [...unders, { row: node.row, text }];
  }

  #page(node: Node, unders: readonly Under[]): void {
    this.#pageEnded = false;
    const heading = this.#made(node, () => ({ type: 'page-break' }), t('nextPage'));
    unlook(node, 'field-list');
    if (heading) this.#add(node, heading, this.#under(node, unders));
    this.#visit(node.inside, unders, true);
    this.#pageEnded = true;
  }

  #group(node: Node, unders: readonly Under[], onPage: boolean): void {
    if (looksLike(node, 'table-list') && this.#table(node, unders, matrixOf)) return;
    if (looksLike(node, 'table-list')) this.#name(node.inside);
    const inner = this.#under(node, unders);
    // On a page already: what stands on it is shown together.
    if (onPage) unlook(node, 'field-list');
    const labelled = this.#languages.all.some(
      (tongue) => node.row.look(tongue === this.#languages.own ? 'label' : `label@${tongue}`) !== '',
    );
    const heading = labelled ? this.#made(node, () => ({ type: 'note' })) : undefined;
    if (heading) this.#add(node, heading, inner);
    node.row.take('name');
    this.#visit(node.inside, inner, onPage);
  }

  /** A repeat that is no simple table leaves its rows unread. */
  #repeat(node: Node, unders: readonly Under[]): void {
    if (this.#table(node, unders, growingOf)) return;
    const heading = this.#made(node, () => ({ type: 'note' }));
    if (heading) this.#add(node, heading, this.#under(node, unders));
  }

  #table(node: Node, unders: readonly Under[], read: typeof matrixOf): boolean {
    const { list } = typeIn(node.inside[0]?.row.look('type') ?? '');
    let table: Table | undefined;
    const question = this.#made(node, (one, asked) => {
      const found = read(one, (part, id) => this.#asked(part, id, asked.tongue));
      if (one === node) table = found;
      return found?.made;
    });
    if (!question || !table) return false;
    unlook(node, 'table-list', 'field-list');
    this.#add(node, question, this.#under(node, unders), list, table.parts);
    return true;
  }

  #ask(node: Node, unders: readonly Under[]): void {
    const { row } = node;
    const { name, list, other } = typeIn(row.look('type'));
    if (unasked.has(name) || this.#saysMore(node) || this.#isText(node, name)) return;
    const make = surveyTypes[name];
    const whole = row.copy();
    const question = make && this.#made(node, (_, asked) => make(asked, list, other));
    if (question) row.take('type');
    const kept = question ?? this.#made(node, () => ({ type: 'text' }));
    if (!kept) return;
    this.#add(node, kept, this.#under(node, unders), list);
    const last = this.entries.at(-1);
    if (last) last.whole = whole;
  }

  /** What the form says before its questions, and after them. */
  #isText(node: Node, type: string): boolean {
    const name = node.row.look('name');
    if (type !== 'note' || (name !== introName && name !== thanksName)) return false;
    const key = name === introName ? 'intro' : 'thanks';
    const [own, ...others] = this.#inLanguages(node).map(({ tongue, node: one }) => ({
      tongue,
      text: () => this.#asked(one, key, tongue).text('label', formTextMax[key]),
    }));
    this[key] = own?.text();
    for (const { tongue, text } of others) {
      const told = text();
      if (told !== undefined && told !== this[key]) this.#translate(tongue, key, told);
    }
    for (const head of ['type', 'name'] as const) node.row.take(head);
    return true;
  }

  /** `lift.other.text`: the words that an option asks for, as its own question there. */
  #saysMore({ row }: Node): boolean {
    const [, base = '', option = ''] = /^(.+)\.([^.]+)\.text$/.exec(row.look('name')) ?? [];
    const entry = this.entries.find((one) => one.name === base);
    const relevant = row.look('relevant').replaceAll(' ', '');
    const asked = [`selected(\${${base}},'${option}')`, `\${${base}}='${option}'`].includes(relevant);
    if (!entry || !asked || !('options' in entry.question) || !Array.isArray(entry.question.options))
      return false;
    const found = entry.question.options.find(({ id }) => id === option);
    if (!found || !('label' in found)) return false;
    Object.assign(found, { text: true });
    for (const head of ['type', 'name', 'label', 'required', 'relevant'] as const) row.take(head);
    for (const tongue of this.#languages.all) row.take(`label@${tongue}`);
    return true;
  }

  #asked(node: Node, id: string, tongue: Tongue): Asked {
    return new Asked(node.row, id, tongue, this.#languages, this.#choices, this.#ids);
  }

  /** The node once for each language, the own one first; the others are read from copies. */
  #inLanguages(node: Node) {
    const { own, all } = this.#languages;
    return all.map((tongue) => ({ tongue, node: tongue === own ? node : copyOf(node) }));
  }

  /** The question of a node in the form's own language; its texts in the others are set down. */
  #made(
    node: Node,
    make: (node: Node, asked: Asked) => Made | undefined,
    untitled = node.row.look('name'),
  ): Question | undefined {
    const id = this.#idOf(node);
    const [own, ...others] = this.#inLanguages(node);
    const read = (one: Node, tongue: Tongue) => {
      const asked = this.#asked(one, id, tongue);
      const made = make(one, asked);
      if (!made) return undefined;
      const title = asked.text('label', questionTextMax.title) ?? (untitled || id);
      const hint = asked.text('hint', questionTextMax.hint);
      const parsed = questionShape().safeParse({ id, title, ...(hint !== undefined && { hint }), ...made });
      return parsed.success ? parsed.data : undefined;
    };
    const question = own && attempted(node, () => read(node, own.tongue));
    if (!question) return undefined;
    const words = new Map(textsOf(question).map(({ address, text }) => [address, text]));
    for (const other of others) {
      const told = read(other.node, other.tongue);
      for (const { address, text } of told ? textsOf(told) : [])
        if (words.has(address) && words.get(address) !== text)
          this.#translate(other.tongue, `q.${id}.${address}`, text);
    }
    return question;
  }

  #translate(tongue: Tongue, address: string, text: string): void {
    const texts = this.translations.get(tongue) ?? new Map<string, string>();
    this.translations.set(tongue, texts.set(address, text));
  }

  /** `list`: the name of its choices */
  #add(node: Node, question: Question, unders: Under[], list = '', parts: Part[] = []): void {
    if (this.#pageEnded) {
      this.#pageEnded = false;
      const page: Question = { id: this.#fresh('page'), type: 'page-break', title: t('nextPage') };
      this.entries.push({
        name: '',
        question: page,
        row: node.row,
        unders: [],
        parts: [],
        choices: new Map(),
      });
    }
    const choices = this.#choices.take(list) ?? [];
    this.entries.push({
      name: node.row.take('name') ?? '',
      question,
      row: node.row,
      unders,
      parts,
      choices: new Map([...choices].reverse().map(({ name, id }) => [name, id])),
    });
  }
}

/** Cells that were taken anywhere in the node are put back when it comes to nothing. */
const attempted = <T>(node: Node, work: () => T | undefined): T | undefined =>
  node.row.attempt(() =>
    node.inside.reduce<() => T | undefined>((inner, one) => () => attempted(one, inner), work)(),
  );
