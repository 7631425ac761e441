// Conditions and figures of ours as expressions of XLSForm; undefined when XLSForm has no words that mean the same.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Condition, Expression, Leaf, Order } from '../../../../schema/logic/shapes.ts';
import { nameOf } from './names.ts';

export const signs: Readonly<Record<Order, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** XPath has no way to write both quotes in one text. */
export const quoted = (text: string): string | undefined =>
  text.includes("'") ? (text.includes('"') ? undefined : `"${text}"`) : `'${text}'`;
const joined = (parts: readonly (string | undefined)[], between: string): string | undefined =>
  parts.every((part) => part !== undefined) ? parts.join(between) : undefined;
const plain = (figure: number) =>
  Math.abs(figure) >= 1e15 || String(figure).includes('e') ? undefined : String(figure);

/** What stands in the file under the name of a question: its answer, an answer for each of its rows, or nothing. */
export type Named = 'itself' | 'rows' | 'nothing';

export class XPathWriter {
  #questions: ReadonlyMap<string, Question>;
  #named: (question: Question) => Named;

  constructor({ questions }: Definition, named: (question: Question) => Named) {
    this.#named = named;
    this.#questions = new Map(questions.map((question) => [question.id, question]));
    // A figure that cannot be said is not in the file, nor what is made of it.
    for (;;) {
      const lost = [...this.#questions.values()].filter(
        (question) => question.type === 'calculated' && this.figure(question.formula) === undefined,
      );
      if (lost.length === 0) break;
      const ids = new Set(lost.map(({ id }) => id));
      this.#questions = new Map([...this.#questions].filter(([id]) => !ids.has(id)));
    }
  }

  kind(id: string, row?: string) {
    const question = this.#questions.get(id);
    return question && fieldOf(question).comparable(question, row).kind;
  }

  /** `${name}`; undefined when there is no such answer in the file. */
  answer(id: string, row?: string): string | undefined {
    const question = this.#questions.get(id);
    if (!question || this.#named(question) !== (row === undefined ? 'itself' : 'rows')) return undefined;
    return `\${${nameOf(id, ...(row === undefined ? [] : [row]))}}`;
  }

  /** `self`: the question that the condition checks, which is `.` there */
  condition(condition: Condition, self?: string): string | undefined {
    if ('all' in condition || 'any' in condition) {
      const [parts, word] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
      return joined(
        parts.map((part) => this.#inner(part, self)),
        word,
      );
    }
    if ('not' in condition) {
      const inner = this.condition(condition.not, self);
      return inner && `not(${inner})`;
    }
    if ('is' in condition)
      return joined(
        [this.figure(condition.left, self), this.figure(condition.right, self)],
        condition.is === 'equals' ? ' = ' : ` ${signs[condition.is]} `,
      );
    return this.#leaf(condition, self);
  }

  #inner(part: Condition, self: string | undefined): string | undefined {
    const text = this.condition(part, self);
    return text !== undefined && ('all' in part || 'any' in part || ('op' in part && part.op === 'in'))
      ? `(${text})`
      : text;
  }

  #leaf(leaf: Leaf, self: string | undefined): string | undefined {
    const answer = leaf.q === self && leaf.row === undefined ? '.' : this.answer(leaf.q, leaf.row);
    const kind = this.kind(leaf.q, leaf.row);
    if (answer === undefined || kind === undefined) return undefined;
    if (leaf.op === 'answered') return `${answer} != ''`;
    if (leaf.op === 'unanswered') return `${answer} = ''`;
    if (leaf.op === 'same') {
      const other = this.answer(leaf.as);
      return other !== undefined && this.kind(leaf.as) === kind ? `${answer} = ${other}` : undefined;
    }
    if (leaf.op === 'contains') {
      const value = quoted(leaf.value);
      return value && `selected(${answer}, ${value})`;
    }
    if (leaf.op === 'in') {
      const values = leaf.value.map((value) => this.#value(kind, value));
      return joined(
        values.map((value) => value && `${answer} = ${value}`),
        ' or ',
      );
    }
    const value = this.#value(kind, leaf.value);
    return value && `${answer} ${leaf.op === 'equals' ? '=' : signs[leaf.op]} ${value}`;
  }

  #value(kind: string, value: string | number): string | undefined {
    if (kind === 'date') return typeof value === 'string' ? `date('${value}')` : undefined;
    // A time of day is a text there, which has no order.
    if (kind === 'time') return undefined;
    return typeof value === 'number' ? plain(value) : quoted(value);
  }

  figure(expression: Expression, self?: string): string | undefined {
    const of = (one: Expression) => this.figure(one, self);
    /** In brackets where it is more than one part. */
    const within = (one: Expression) => {
      const text = of(one);
      return text !== undefined && /[\s]/.test(text) && !/^[\w-]+\([^()]*\)$/.test(text) ? `(${text})` : text;
    };
    if ('number' in expression) return plain(expression.number);
    if ('value' in expression) return this.#answerFigure(expression.value, expression.row, self);
    if ('score' in expression) return this.#score(expression.score);
    if ('chosen' in expression) {
      const answer = this.kind(expression.chosen) === 'options' ? this.answer(expression.chosen) : undefined;
      return answer && `if(${answer} = '', '', count-selected(${answer}))`;
    }
    if ('day' in expression)
      return expression.day === 'opens' ? undefined : `decimal-date-time(date('${expression.day}'))`;
    if ('sum' in expression) return this.#sum(expression, self, within);
    if ('least' in expression || 'most' in expression) {
      const [name, parts] = 'least' in expression ? ['min', expression.least] : ['max', expression.most];
      const inputs = expression.missing === 'null' ? joined(parts.map(of), ', ') : undefined;
      return inputs && `${name}(${inputs})`;
    }
    if ('average' in expression) {
      const sum = expression.missing === 'null' ? joined(expression.average.map(within), ' + ') : undefined;
      return sum && `(${sum}) div ${expression.average.length}`;
    }
    if ('weighted' in expression) {
      const { weighted, missing, mean } = expression;
      if (missing !== 'null') return undefined;
      const sum = joined(
        weighted.map(({ part, weight }) => joined([plain(weight), within(part)], ' * ')),
        ' + ',
      );
      const all = plain(weighted.reduce((total, { weight }) => total + weight, 0));
      return mean ? (sum && all && all !== '0' ? `(${sum}) div ${all}` : undefined) : sum;
    }
    if ('count' in expression)
      return joined(
        expression.count.map((condition) => {
          const when = this.condition(condition, self);
          return when && `if(${when}, 1, 0)`;
        }),
        ' + ',
      );
    if ('if' in expression) {
      const parts = [this.condition(expression.if, self), of(expression.yes), of(expression.no)];
      const inputs = joined(parts, ', ');
      return inputs && `if(${inputs})`;
    }
    if ('round' in expression) {
      const inner = of(expression.round);
      return inner && `round(${inner}, ${expression.digits})`;
    }
    if ('minus' in expression) return joined(expression.minus.map(within), ' - ');
    if ('times' in expression) return joined(expression.times.map(within), ' * ');
    if ('over' in expression) return joined(expression.over.map(within), ' div ');
    if ('between' in expression && expression.unit === 'days')
      return joined([...expression.between].reverse().map(within), ' - ');
    // All numbers of an answer together, months and years.
    return undefined;
  }

  #answerFigure(id: string, row: string | undefined, self: string | undefined): string | undefined {
    if (id === self && row === undefined && this.kind(id) === 'number') return '.';
    const kind = this.kind(id, row);
    const answer = this.answer(id, row);
    if (kind === 'number') return answer;
    return kind === 'date' && answer !== undefined ? `decimal-date-time(${answer})` : undefined;
  }

  /** A choice is a figure there when its options are called what they are worth. */
  #score(id: string): string | undefined {
    const question = this.#questions.get(id);
    if (!question) return undefined;
    if (this.kind(id) === 'number') return this.answer(id);
    const named =
      this.kind(id) === 'option' &&
      'options' in question &&
      !('quiz' in question && question.quiz) &&
      question.options.every((option) => option.id === String('score' in option ? option.score : undefined));
    return named ? this.answer(id) : undefined;
  }

  #sum(
    { sum, missing }: Extract<Expression, { sum: unknown }>,
    self: string | undefined,
    within: (one: Expression) => string | undefined,
  ): string | undefined {
    if (missing === 'null') return joined(sum.map(within), ' + ');
    const [only, ...more] = sum;
    // Nothing selected is 0 there already.
    if (missing === 'zero' && only && more.length === 0 && 'chosen' in only) {
      const answer = this.kind(only.chosen) === 'options' ? this.answer(only.chosen) : undefined;
      return answer && `count-selected(${answer})`;
    }
    // Only an answer can be missing; of a figure that cannot be had, nobody says what it would be there.
    const parts = sum.map((part) =>
      'value' in part || 'score' in part ? this.figure(part, self) : undefined,
    );
    const zero = joined(
      parts.map((part) => part && `coalesce(${part}, 0)`),
      ' + ',
    );
    if (zero === undefined || missing === 'zero') return zero;
    const answers = parts.flatMap((part) => part ?? []);
    // `.` and days have no such writing.
    if (answers.some((part) => !part.startsWith('$'))) return undefined;
    const first = answers.reduceRight(
      (rest, part) => (rest === '' ? part : `coalesce(${part}, ${rest})`),
      '',
    );
    return `if(${first} = '', '', ${zero})`;
  }
}
