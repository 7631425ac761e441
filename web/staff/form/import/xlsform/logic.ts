// The logic of a survey put onto its questions: who is asked, what is required, which answers pass, what is calculated.
// An expression that our logic cannot say stays in its row, and the question is kept without it.
import type { Question } from '../../../../../schema/fields/shapes.ts';
import {
  type Condition,
  conditionShape,
  expressionShape,
  type Rule,
} from '../../../../../schema/logic/shapes.ts';
import type { Tongue } from '../../../../../schema/words/tongues.ts';
import { questionShape } from '../../question-shape.ts';
import { conditionOf } from '../../xlsform/conditions.ts';
import { expressionOf } from '../../xlsform/figures.ts';
import { type Target, type Targets, targetOf } from '../../xlsform/targets.ts';
import { parseXPath } from '../../xlsform/xpath.ts';
import { yesOrNo } from '../sheet/heads.ts';
import { constraintOf } from './constraint.ts';
import type { Entry, Translations, Under } from './survey.ts';

export class Logic {
  #entries: Entry[];
  #targets = new Map<string, Target>();
  #scored = new Set<string>();
  #tongues: readonly Tongue[];
  #translations: Translations;

  /** `tongues`: those that texts are translated into */
  constructor(entries: readonly Entry[], tongues: readonly Tongue[], translations: Translations) {
    this.#entries = [...entries];
    this.#tongues = tongues;
    this.#translations = translations;
    this.#point();
  }

  #point(): void {
    this.#targets.clear();
    for (const { name, question, parts, choices } of this.#entries) {
      if (name !== '') this.#targets.set(name, targetOf(question, undefined, choices));
      for (const part of parts) this.#targets.set(part.name, targetOf(question, part.id, choices));
    }
  }

  #seen(self?: string): Targets {
    return {
      answer: (name) => this.#targets.get(name),
      self: self === undefined ? undefined : this.#targets.get(self),
      score: (q) => this.#scored.add(q),
    };
  }

  questions(): Question[] {
    this.#calculate();
    const told = this.#entries.map((entry) => this.#told(entry));
    return told.map((question) => (this.#scored.has(question.id) ? scored(question) : question));
  }

  /** A figure that cannot be had is left out, and with it those that are made of it. */
  #calculate(): void {
    for (;;) {
      const lost = this.#entries.filter(
        (entry) => entry.question.type === 'calculated' && !this.#formula(entry),
      );
      if (lost.length === 0) break;
      for (const { row, whole } of lost) if (whole) row.putBack(whole);
      this.#entries = this.#entries.filter((entry) => !lost.includes(entry));
      this.#point();
    }
    for (const { question, row } of this.#entries)
      if (question.type === 'calculated') row.take('calculation');
  }

  #formula(entry: Entry): boolean {
    const tree = parseXPath(entry.row.look('calculation'));
    const figure = tree && expressionOf(tree, this.#seen(entry.name));
    if (!figure || !expressionShape().safeParse(figure).success || entry.question.type !== 'calculated')
      return false;
    const { decimals: _, ...question } = entry.question;
    entry.question =
      'round' in figure
        ? { ...question, formula: figure.round, ...(figure.digits > 0 && { decimals: figure.digits }) }
        : { ...question, formula: figure, decimals: 3 };
    return true;
  }

  #told(entry: Entry): Question {
    const showIf = this.#shown(entry.unders);
    const required = this.#required(entry);
    const shown: Question = { ...this.#rows(entry), ...(showIf && { showIf }), ...required };
    return this.#checked(entry, shown);
  }

  #condition(text: string, self?: string): Condition | undefined {
    const tree = parseXPath(text);
    const condition = tree && conditionOf(tree, this.#seen(self));
    return condition && conditionShape().safeParse(condition).success ? condition : undefined;
  }

  #shown(unders: readonly Under[]): Condition | undefined {
    const conditions = unders.flatMap(({ row, text }) => {
      const condition = this.#condition(text);
      if (condition) row.take('relevant');
      return condition ? [condition] : [];
    });
    const [only, ...more] = conditions;
    return more.length === 0 ? only : { all: conditions };
  }

  /** Rows of a matrix that show only sometimes. */
  #rows({ question, parts }: Entry): Question {
    if (!('rows' in question)) return question;
    const rows = question.rows.map((row) => {
      const part = parts.find(({ id }) => id === row.id);
      const showIf =
        part &&
        this.#shown(
          part.row.look('relevant') === '' ? [] : [{ row: part.row, text: part.row.look('relevant') }],
        );
      return showIf ? { ...row, showIf } : row;
    });
    return { ...question, rows };
  }

  #required({ row, name }: Entry): Pick<Question, 'required' | 'requiredIf'> {
    const text = row.look('required');
    if (text === '') return {};
    const said = yesOrNo(text.replace('()', ''));
    const requiredIf = said === undefined ? this.#condition(text, name) : undefined;
    if (said !== undefined || requiredIf) row.take('required');
    return { ...(said && { required: true }), ...(requiredIf && { requiredIf }) };
  }

  #checked(entry: Entry, question: Question): Question {
    const { row } = entry;
    const text = row.look('constraint');
    const message = row.look('constraint_message');
    const found =
      text === '' ? undefined : constraintOf(text, question, this.#seen(entry.name), message !== '');
    if (!found) return question;
    const rules: Rule[] = found.rules.map((rule) =>
      message !== '' && message.length <= 100 ? { ...rule, message } : rule,
    );
    const settled = questionShape().safeParse({
      ...withSettings(question, found.settings, found.exclusive),
      ...(rules.length > 0 && { rules }),
    });
    if (!settled.success) return question;
    if (found.whole) row.take('constraint');
    if (rules.length > 0 && message.length <= 100) this.#message(entry, rules);
    return settled.data;
  }

  #message({ row, question }: Entry, rules: readonly Rule[]): void {
    row.take('constraint_message');
    for (const tongue of this.#tongues) {
      const told = row.take(`constraint_message@${tongue}`);
      const texts = this.#translations.get(tongue) ?? new Map<string, string>();
      for (const [index, { message }] of rules.entries())
        if (told !== undefined && told !== message)
          texts.set(`q.${question.id}.rules.${index}.message`, told);
      if (texts.size > 0) this.#translations.set(tongue, texts);
    }
  }
}

function withSettings(
  question: Question,
  settings: Readonly<Record<string, unknown>>,
  exclusive: readonly string[],
) {
  // Numbers begin at 0 unless said, and have no decimals: what goes without saying is not said.
  const usual = (key: string, value: unknown) =>
    value === 0 && question.type === 'number' && (key === 'min' || key === 'decimals');
  const own = Object.fromEntries(
    Object.entries({ ...question, ...settings }).filter(([key, value]) => !usual(key, value)),
  );
  if (exclusive.length === 0 || !('options' in question) || !Array.isArray(question.options)) return own;
  const options = question.options.map((option) =>
    exclusive.includes(option.id) ? { ...option, exclusive: true } : option,
  );
  return { ...own, options };
}

/** Options that are called what they are worth. */
function scored(question: Question): Question {
  if (question.type !== 'single' && question.type !== 'dropdown') return question;
  return {
    ...question,
    options: question.options.map((option) => ({ ...option, score: Number(option.id) })),
  };
}
