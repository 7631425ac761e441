// Expressions of XLSForm (the XPath subset of the ODK XForms specification) as a tree. A parser of our own for what our
// logic can say; nothing is ever run. undefined: the text is something else.
export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';
export type XPath =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  /** ${name} */
  | { kind: 'answer'; name: string }
  /** . */
  | { kind: 'self' }
  | { kind: 'call'; name: string; inputs: XPath[] }
  | { kind: 'pair'; operator: Operator; left: XPath; right: XPath }
  | { kind: 'negative'; inner: XPath };

const token =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|\$\{\s*([\p{L}_][\p{L}\p{N}._-]*)\s*\}|([\p{L}_][\p{L}\p{N}_:.-]*)|(!=|<=|>=|[-+*=<>(),.]))/uy;

type Token = { kind: 'number' | 'string' | 'answer' | 'name' | 'sign'; text: string };

const lengthMax = 4000;

function tokensOf(text: string): Token[] | undefined {
  const plain = text.trim();
  if (plain.length > lengthMax) return undefined;
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < plain.length) {
    const found = token.exec(plain);
    if (!found) return undefined;
    const [, number, single, double, answer, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: 'string', text: single ?? double ?? '' });
    else if (answer !== undefined) tokens.push({ kind: 'answer', text: answer });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

/** Loosest first (XPath 1.0, 3.5). */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];
const deepest = 40;

class Broken extends Error {}

class Parser {
  #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  whole(): XPath {
    const tree = this.#pair(0);
    if (this.#at < this.#tokens.length) throw new Broken();
    return tree;
  }

  #isNext(kind: Token['kind'], text: string): boolean {
    const next = this.#tokens[this.#at];
    return next?.kind === kind && next.text === text;
  }
  #skip(text: string): boolean {
    if (!this.#isNext('sign', text)) return false;
    this.#at++;
    return true;
  }
  #must(text: string): void {
    if (!this.#skip(text)) throw new Broken();
  }

  #pair(level: number): XPath {
    const operators = levels[level];
    if (!operators) return this.#negative();
    if (++this.#depth > deepest * levels.length) throw new Broken();
    let left = this.#pair(level + 1);
    for (;;) {
      const operator = operators.find((one) => this.#isNext(/[a-z]/.test(one) ? 'name' : 'sign', one));
      if (!operator) break;
      this.#at++;
      left = { kind: 'pair', operator, left, right: this.#pair(level + 1) };
    }
    this.#depth--;
    return left;
  }

  #negative(): XPath {
    if (!this.#skip('-')) return this.#part();
    if (++this.#depth > deepest * levels.length) throw new Broken();
    const inner = this.#negative();
    this.#depth--;
    return { kind: 'negative', inner };
  }

  #part(): XPath {
    const next = this.#tokens[this.#at++];
    if (!next) throw new Broken();
    if (next.kind === 'number') return { kind: 'number', value: Number(next.text) };
    if (next.kind === 'string') return { kind: 'string', value: next.text };
    if (next.kind === 'answer') return { kind: 'answer', name: next.text };
    if (next.kind === 'name') return { kind: 'call', name: next.text, inputs: this.#inputs() };
    if (next.text === '.') return { kind: 'self' };
    if (next.text !== '(') throw new Broken();
    const inner = this.#pair(0);
    this.#must(')');
    return inner;
  }

  #inputs(): XPath[] {
    this.#must('(');
    if (this.#skip(')')) return [];
    const inputs = [this.#pair(0)];
    while (this.#skip(',')) inputs.push(this.#pair(0));
    this.#must(')');
    return inputs;
  }
}

export function parseXPath(text: string): XPath | undefined {
  // Word processors turn quotes into curly ones; inside of straight ones they are words.
  const tokens = tokensOf(text) ?? tokensOf(text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));
  if (!tokens || tokens.length === 0) return undefined;
  try {
    return new Parser(tokens).whole();
  } catch (thrown) {
    if (thrown instanceof Broken) return undefined;
    throw thrown;
  }
}

/** `a and b and c` as its parts, whatever brackets stand between. */
export const partsOf = (tree: XPath, operator: 'and' | 'or' | '+'): XPath[] =>
  tree.kind === 'pair' && tree.operator === operator
    ? [...partsOf(tree.left, operator), ...partsOf(tree.right, operator)]
    : [tree];
