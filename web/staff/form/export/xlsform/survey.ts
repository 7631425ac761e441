// The rows of a survey as they are written, and the lists of choices behind them.
import type { Question } from '../../../../../schema/fields/shapes.ts';
import { nameOf } from '../../xlsform/names.ts';
import { unpipedText } from '../../xlsform/pipes.ts';
import type { XPathWriter } from '../../xlsform/to-xpath.ts';
import { constraintsOf } from './constraints.ts';

interface SurveyLine {
  type: string;
  name: string;
  label: string;
  hint: string;
  required: string;
  relevant: string;
  constraint: string;
  message: string;
  appearance: string;
  calculation: string;
  parameters: string;
}
export interface ChoiceLine {
  name: string;
  label: string;
}

const blank: SurveyLine = {
  type: '',
  name: '',
  label: '',
  hint: '',
  required: '',
  relevant: '',
  constraint: '',
  message: '',
  appearance: '',
  calculation: '',
  parameters: '',
};

export class SurveyWriter {
  lines: SurveyLine[] = [];
  lists = new Map<string, readonly ChoiceLine[]>();
  readonly xpath: XPathWriter;
  #onPage = false;

  constructor(xpath: XPathWriter) {
    this.xpath = xpath;
  }

  line(line: Partial<SurveyLine> & { type: string }): void {
    this.lines.push({
      ...blank,
      ...line,
      label: unpipedText(line.label ?? ''),
      hint: unpipedText(line.hint ?? ''),
    });
  }

  /** One row for the question; `own`: constraints that its type brings along. */
  ask(question: Question, line: Partial<SurveyLine> & { type: string }, own: readonly string[] = []): void {
    const { constraint, message } = constraintsOf(question, own, this.xpath);
    this.line({
      name: nameOf(question.id),
      label: question.title,
      hint: question.hint ?? '',
      required: this.#required(question),
      relevant: this.#relevant(question),
      constraint,
      message,
      ...line,
    });
  }

  /** A group around rows that are one question; its condition is the group's. */
  around(question: Question, appearance: string, inside: () => void): void {
    this.line({
      type: 'begin_group',
      name: nameOf(question.id),
      label: question.title,
      hint: question.hint ?? '',
      relevant: this.#relevant(question),
      appearance,
    });
    inside();
    this.line({ type: 'end_group' });
  }

  repeat(question: Question, inside: () => void): void {
    this.line({
      type: 'begin_repeat',
      name: nameOf(question.id),
      label: question.title,
      hint: question.hint ?? '',
      relevant: this.#relevant(question),
    });
    inside();
    this.line({ type: 'end_repeat' });
  }

  page(question: Question): void {
    this.endPage();
    this.line({
      type: 'begin_group',
      name: nameOf(question.id),
      label: question.title,
      hint: question.hint ?? '',
      relevant: this.#relevant(question),
      appearance: 'field-list',
    });
    this.#onPage = true;
  }
  endPage(): void {
    if (this.#onPage) this.line({ type: 'end_group' });
    this.#onPage = false;
  }

  /** The name of the list. */
  list(choices: readonly ChoiceLine[], ...of: readonly [id: string, ...parts: string[]]): string {
    const name = nameOf(...of);
    this.lists.set(
      name,
      choices.map((choice) => ({ ...choice, label: unpipedText(choice.label) })),
    );
    return name;
  }

  #relevant({ showIf }: Question): string {
    return (showIf && this.xpath.condition(showIf)) ?? '';
  }
  #required({ id, required, requiredIf }: Question): string {
    return required ? 'yes' : ((requiredIf && this.xpath.condition(requiredIf, id)) ?? '');
  }
}
