// From a definition to a checker of answers: the one judge on both sides. It decides what is shown, what is accepted,
// and what each answer adds to the tallies. Pure, so the browser, the no-JavaScript path and the Worker agree.
import type { AnswerProblem, Counts, Field, FormReader } from '../fields/field.ts';
import { fieldOf } from '../fields/registry.ts';
import { holds } from '../logic/condition.ts';
import { quotaCounts } from '../logic/quota-counts.ts';
import { type Rules, rulesOf } from '../logic/rules.ts';
import type { Condition, Ending } from '../logic/shapes.ts';
import type { Sight } from '../logic/sight.ts';
import { sourcesOf } from '../logic/sources.ts';
import type { Definition, Question } from './definition.ts';

/** Canonical answers by question id, in the order of the questions, none of them hidden. */
export type Answers = Record<string, unknown>;
/** What a set of answers adds to a tally: counts by question and key. */
export type Delta = Record<string, Counts>;

/** Counts of a whole run by question and tally key, as far as its pages show them: places taken, votes. */
export type LiveCounts = Readonly<Record<string, Readonly<Counts>>>;

export interface Context {
  /** when the run opened, in milliseconds since 1970 */
  opens?: number | undefined;
  /** id of the response, from which its orders are drawn; only `asked` depends on it */
  seed?: string | undefined;
  /** how the whole run stands, as far as pages know: `asked` says what is left, and `problems` what is too much */
  live?: LiveCounts | undefined;
}

/** What is said after sending; for whom the form is not meant (`refuses`) it is said instead, and nothing is sent. */
export type End = { [K in 'id' | 'title' | 'text' | 'refuses']?: Ending[K] | undefined };

export interface Outcome {
  answers: Answers;
  /** what is wrong, by question id; `unknown-question` for ids that the form does not have */
  problems: Record<string, AnswerProblem>;
  /** questions that were answered, wholly or in part, by what turned out not to be asked: dropped, and named to the reader */
  dropped: string[];
  /** ids of all questions (layout too) that show with these answers */
  visible: ReadonlySet<string>;
  /** those questions as this resident meets them: their order, what is on offer, earlier answers in their texts */
  asked: Question[];
  /** where these answers lead, with what they make of its words */
  end: End;
}

export interface CompiledForm {
  definition: Definition;
  check(given: Readonly<Record<string, unknown>>, context?: Context): Outcome;
  /** a plain HTML form post → raw answers, for `check` */
  read(form: FormReader): Record<string, unknown>;
  /** what checked answers add to the tallies */
  delta(answers: Answers, context?: Context): Delta;
}

/** A definition whose conditions wait for each other: publishing refuses it and names the questions. */
export class CycleError extends Error {
  readonly questions: readonly string[];
  constructor(questions: readonly string[]) {
    super(`conditions wait for each other: ${questions.join(', ')}`);
    this.questions = questions;
  }
}

interface Step {
  index: number;
  question: Question;
  field: Field;
  /** the question's own condition and its page's; all must hold */
  conditions: Condition[];
}

const blank = (value: unknown) => value === undefined || value === null || value === '';

/** @throws CycleError when conditions wait for each other */
export function compile(definition: Definition): CompiledForm {
  const steps = stepsOf(definition);
  const byId = new Map(steps.map((step) => [step.question.id, step]));
  const rules = rulesOf(definition);
  const order = inOrder(steps, byId, rules);

  const sightOf = (accepted: ReadonlyMap<string, unknown>, { opens }: Context): Sight => ({
    opens,
    value(id, row) {
      const source = byId.get(id);
      if (!source || !accepted.has(id)) return undefined;
      return source.field.value(accepted.get(id), source.question, row);
    },
    given(id) {
      const source = byId.get(id);
      if (!source || !accepted.has(id)) return undefined;
      return { question: source.question, field: source.field, answer: accepted.get(id) };
    },
  });

  /** One pass in dependency order: every source is settled before what depends on it. */
  function settle(given: Readonly<Record<string, unknown>>, context: Context) {
    const accepted = new Map<string, unknown>();
    const visible = new Map<string, Question>();
    const problems = new Map<string, AnswerProblem>();
    const dropped = new Set<string>();
    const sight = sightOf(accepted, context);
    const pass = rules?.begin(sight);
    for (const { index, question, field, conditions } of order) {
      const { id } = question;
      let value = Object.hasOwn(given, id) ? given[id] : undefined;
      const left =
        conditions.every((condition) => holds(condition, sight)) && !pass?.skips(index)
          ? pass
            ? pass.offer(question)
            : question
          : undefined;
      if (!left) {
        if (!blank(value) && !field.compute) dropped.add(id);
        continue;
      }
      visible.set(id, left);
      if (field.compute) value = field.compute(question, sight);
      else if (pass) {
        const kept = pass.keep(value, question, left);
        if (kept !== value) dropped.add(id);
        value = kept;
      }
      if (blank(value)) {
        if (field.asks && (question.required || pass?.requires(question)))
          problems.set(id, { code: 'required', args: {} });
      } else {
        const checked = field.check(value, left);
        if (checked.ok) accepted.set(id, checked.value);
        const problem = checked.ok ? pass?.judge(question) : checked.problem;
        if (problem) {
          accepted.delete(id);
          problems.set(id, problem);
        }
      }
      pass?.leave(index);
    }
    return { accepted, visible, problems, dropped, pass };
  }

  const inDefinitionOrder = <T>(pick: (id: string) => T | undefined): [string, T][] =>
    steps.flatMap(({ question }) => {
      const found = pick(question.id);
      return found === undefined ? [] : [[question.id, found] as [string, T]];
    });

  return {
    definition,
    check(given, context = {}) {
      const { accepted, visible, problems, dropped, pass } = settle(given, context);
      for (const id of Object.keys(given))
        if (!byId.has(id))
          problems.set(id, { code: 'unknown-question', args: { question: id.slice(0, 24) } });
      pass?.crowd(problems, context);
      const shown = steps.flatMap(({ question }) => visible.get(question.id) ?? []);
      return {
        answers: Object.fromEntries(inDefinitionOrder((id) => accepted.get(id))),
        problems: Object.fromEntries(problems),
        dropped: steps.map((step) => step.question.id).filter((id) => dropped.has(id)),
        visible: new Set(visible.keys()),
        asked: pass ? pass.asked(shown, context) : shown,
        end: pass ? pass.end() : { text: definition.thanks },
      };
    },
    read(form) {
      const given: Record<string, unknown> = {};
      for (const { question, field } of steps) {
        const value = field.read(form, question);
        if (value !== undefined) given[question.id] = value;
      }
      return given;
    },
    delta(answers, context = {}) {
      const counts = inDefinitionOrder((id) => {
        const step = byId.get(id);
        return step && Object.hasOwn(answers, id) ? step.field.count(answers[id], step.question) : undefined;
      });
      const taken = rules?.begin(sightOf(new Map(Object.entries(answers)), context)).quotas() ?? {};
      return Object.fromEntries(Object.keys(taken).length > 0 ? [...counts, [quotaCounts, taken]] : counts);
    },
  };
}

function stepsOf(definition: Definition): Step[] {
  let page: Condition | undefined;
  return definition.questions.map((question, index) => {
    if (question.type === 'page-break') page = question.showIf;
    const own = question.type === 'page-break' ? undefined : question.showIf;
    return {
      index,
      question,
      field: fieldOf(question),
      conditions: [page, own].filter((one) => one !== undefined),
    };
  });
}

/** Topological order, stable for what is independent: a question comes after all that it waits for (depth first). */
function inOrder(steps: readonly Step[], byId: ReadonlyMap<string, Step>, rules: Rules | undefined): Step[] {
  const order: Step[] = [];
  const state = new Map<Step, 'open' | 'done'>();
  const waitsOf = ({ index, question, field, conditions }: Step) =>
    [
      ...sourcesOf(conditions),
      ...(field.compute ? sourcesOf(question) : []),
      ...(rules?.waits(question, index) ?? []),
    ].flatMap((id) => byId.get(id) ?? []);
  for (const start of steps) {
    // A way of its own instead of calls in calls: a chain may be as long as the form.
    const way: { step: Step; waits: Step[] }[] = [];
    const enter = (step: Step) => {
      if (state.get(step) === 'done') return;
      if (state.has(step)) {
        const names = way.map((one) => one.step.question.id);
        throw new CycleError(names.slice(names.indexOf(step.question.id)));
      }
      state.set(step, 'open');
      way.push({ step, waits: waitsOf(step) });
    };
    enter(start);
    for (let at = way[way.length - 1]; at; at = way[way.length - 1]) {
      const next = at.waits.shift();
      if (next) enter(next);
      else {
        state.set(at.step, 'done');
        order.push(at.step);
        way.pop();
      }
    }
  }
  return order;
}
