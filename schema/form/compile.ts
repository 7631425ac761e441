// From a definition to a checker of answers: the one judge on both sides. It decides what is shown, what is accepted,
// and what each answer adds to the tallies. Pure, so the browser, the no-JavaScript path and the Worker agree.
import type { AnswerProblem, Counts, Field, FormReader } from '../fields/field.ts';
import { fieldOf } from '../fields/registry.ts';
import { type Condition, holds, type Look, leaves } from '../logic/condition.ts';
import type { Definition, Question } from './definition.ts';

/** Canonical answers by question id, in the order of the questions, none of them hidden. */
export type Answers = Record<string, unknown>;
/** What a set of answers adds to a tally: counts by question and key. */
export type Delta = Record<string, Counts>;

export interface Outcome {
  answers: Answers;
  /** what is wrong, by question id; `unknown-question` for ids that the form does not have */
  problems: Record<string, AnswerProblem>;
  /** questions that were answered but turned out hidden: dropped, and named to the reader */
  dropped: string[];
  /** ids of all questions (layout too) that show with these answers */
  visible: ReadonlySet<string>;
}

export interface CompiledForm {
  definition: Definition;
  check(given: Readonly<Record<string, unknown>>): Outcome;
  /** which questions show with these answers, as far as they are valid: for a page that is being filled in */
  visible(given: Readonly<Record<string, unknown>>): ReadonlySet<string>;
  /** a plain HTML form post → raw answers, for `check` */
  read(form: FormReader): Record<string, unknown>;
  /** what checked answers add to the tallies */
  delta(answers: Answers): Delta;
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
  const order = inOrder(steps);

  /** One pass in dependency order: every source is settled before what depends on it. */
  function settle(given: Readonly<Record<string, unknown>>) {
    const accepted = new Map<string, unknown>();
    const visible = new Set<string>();
    const problems = new Map<string, AnswerProblem>();
    const dropped = new Set<string>();
    const look: Look = (id, row) => {
      const source = byId.get(id);
      if (!source || !accepted.has(id)) return undefined;
      return source.field.value(accepted.get(id), source.question, row);
    };
    for (const { question, field, conditions } of order) {
      const value = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
      if (!conditions.every((condition) => holds(condition, look))) {
        if (!blank(value)) dropped.add(question.id);
        continue;
      }
      visible.add(question.id);
      if (!field.asks && blank(value)) continue;
      if (blank(value)) {
        if (question.required) problems.set(question.id, { code: 'required', args: {} });
        continue;
      }
      const checked = field.check(value, question);
      if (checked.ok) accepted.set(question.id, checked.value);
      else problems.set(question.id, checked.problem);
    }
    return { accepted, visible, problems, dropped };
  }

  const inDefinitionOrder = <T>(pick: (id: string) => T | undefined): [string, T][] =>
    steps.flatMap(({ question }) => {
      const found = pick(question.id);
      return found === undefined ? [] : [[question.id, found] as [string, T]];
    });

  return {
    definition,
    visible: (given) => settle(given).visible,
    check(given) {
      const { accepted, visible, problems, dropped } = settle(given);
      for (const id of Object.keys(given))
        if (!byId.has(id))
          problems.set(id, { code: 'unknown-question', args: { question: id.slice(0, 24) } });
      return {
        answers: Object.fromEntries(inDefinitionOrder((id) => accepted.get(id))),
        problems: Object.fromEntries(problems),
        dropped: steps.map((step) => step.question.id).filter((id) => dropped.has(id)),
        visible,
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
    delta: (answers) =>
      Object.fromEntries(
        inDefinitionOrder((id) => {
          const step = byId.get(id);
          return step && Object.hasOwn(answers, id)
            ? step.field.count(answers[id], step.question)
            : undefined;
        }),
      ),
  };
}

function stepsOf(definition: Definition): Step[] {
  let page: Condition | undefined;
  return definition.questions.map((question) => {
    if (question.type === 'page-break') page = question.showIf;
    const own = question.type === 'page-break' ? undefined : question.showIf;
    return { question, field: fieldOf(question), conditions: [page, own].filter((one) => one !== undefined) };
  });
}

/** Topological order, stable for what is independent (Kahn). */
function inOrder(steps: readonly Step[]): Step[] {
  const known = new Set(steps.map((step) => step.question.id));
  const waits = new Map<string, Set<string>>();
  for (const { question, conditions } of steps) {
    const sources = conditions.flatMap(leaves).map((leaf) => leaf.q);
    waits.set(question.id, new Set(sources.filter((id) => known.has(id))));
  }
  const order: Step[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const settled = new Set(order.map((step) => step.question.id));
    const ready = left.filter((step) =>
      [...(waits.get(step.question.id) ?? [])].every((id) => settled.has(id)),
    );
    if (ready.length === 0) throw new CycleError(cycleAmong(left, waits));
    order.push(...ready);
    left = left.filter((step) => !ready.includes(step));
  }
  return order;
}

/** The questions of one cycle: walk from any that waits to one that it waits for, until one comes again. */
function cycleAmong(left: readonly Step[], waits: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const among = new Set(left.map((step) => step.question.id));
  const walked: string[] = [];
  let at = left[0]?.question.id;
  while (at !== undefined && !walked.includes(at)) {
    walked.push(at);
    at = [...(waits.get(at) ?? [])].find((id) => among.has(id));
  }
  return at === undefined ? walked : walked.slice(walked.indexOf(at));
}
