// A form tried out before anybody fills it in: sets of answers, first plain ones and then such as are aimed at what was not
// reached yet, until every question, every option with a condition and every ending has been seen. Nothing is left to
// chance: the same form is tried in the same way every time. Bounded, so that a large form costs no more than a moment.
import { type CompiledForm, CycleError, compile, type Outcome } from './compile.ts';
import type { Definition } from './definition.ts';
import { type Aim, aimsOf, type Goals } from './dry-run/goals.ts';
import { type Obstacle, obstacleOf, reaches } from './dry-run/reached.ts';
import { dice, type Routes, routesOf } from './dry-run/routes.ts';
import { type Form, formOf } from './lint/form.ts';
import type { Finding } from './lint.ts';

export interface DryRun {
  /** different ways through the form that could be sent: what showed, and where it led */
  routes: number;
  /** sets of answers that were tried */
  tries: number;
  /** what was not reached; by the rules it is not impossible */
  missed: Missed[];
  /** where nothing could be sent: the question that was most often in the way */
  stuck?: string | undefined;
}
export interface Missed extends Aim {
  /** how often it was aimed at */
  tries: number;
  /** what stood in the way the last time */
  obstacle: Obstacle;
}

export interface DryRunSettings {
  /** what the check found: what it says is unreachable is not tried */
  findings?: readonly Finding[];
  /** the day on which the run opens, in milliseconds since 1970 */
  opens?: number;
}

/** Sets of answers at most, and at most so many aimed at one thing. */
const triesMost = 400;
const aimedMost = 16;
/** And at least so many, where much is left. */
const aimedLeast = 3;
const drawnMost = 100;
const drawnLeast = 16;
/** How often answers that are wrong are put right before a way is given up. */
const mendedMost = 2;

/** undefined for a form that cannot be shown at all: of two questions of one id, or that wait for each other. */
export function dryRun(definition: Definition, settings: DryRunSettings = {}): DryRun | undefined {
  const steps = dryRunSteps(definition, settings);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, one set of answers a step: for a page that must stay at hand meanwhile. */
export function* dryRunSteps(
  definition: Definition,
  { findings = [], opens = Date.UTC(2026, 0, 1) }: DryRunSettings = {},
): Generator<void, DryRun | undefined> {
  const form = formOf(definition);
  const compiled = compiledOf(definition);
  if (!compiled) return undefined;
  const goals = aimsOf(form, findings);
  const routes = routesOf(form);
  const run = new Run(form, compiled, routes, opens, goals);
  for (const given of routes.plain()) yield* run.walk(given);
  const share = Math.floor((triesMost - run.tries) / Math.max(1, run.left.size));
  const each = Math.max(aimedLeast, Math.min(aimedMost, share));
  for (const aim of goals.aims)
    for (let attempt = 0; attempt < each && run.left.has(aim.at) && run.tries < triesMost; attempt++)
      yield* run.walk(routes.towards(goals.of(aim, attempt), attempt), aim);
  // What nothing led to may still be met by the way; and there is more than one way to what was reached.
  const next = dice(1);
  for (let index = 0; run.tries < triesMost && index < (run.left.size > 0 ? drawnMost : drawnLeast); index++)
    yield* run.walk(routes.drawn(next));
  return run.result();
}

function compiledOf(definition: Definition): CompiledForm | undefined {
  const ids = definition.questions.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return undefined;
  try {
    return compile(definition);
  } catch (thrown) {
    if (thrown instanceof CycleError) return undefined;
    throw thrown;
  }
}

class Run {
  tries = 0;
  /** what was not reached yet, by address */
  readonly left: Map<string, Aim>;
  #routesSeen = new Set<string>();
  #wrong = new Map<string, number>();
  #aimed = new Map<string, { tries: number; obstacle: Obstacle }>();
  #form: Form;
  #compiled: CompiledForm;
  #routes: Routes;
  #opens: number;

  constructor(form: Form, compiled: CompiledForm, routes: Routes, opens: number, { aims }: Goals) {
    this.#form = form;
    this.#routes = routes;
    this.#compiled = compiled;
    this.#opens = opens;
    this.left = new Map(aims.map((aim) => [aim.at, aim]));
  }

  /** With what is wrong put right, a few times over: whoever fills it in would do the same. */
  *walk(answers: Readonly<Record<string, unknown>>, aim?: Aim): Generator<void> {
    let given = answers;
    for (let round = 0; round <= mendedMost; round++) {
      const outcome = this.#compiled.check(given, { opens: this.#opens, seed: '' });
      this.tries++;
      this.#see(outcome, aim, round === 0);
      yield;
      const wrong = Object.keys(outcome.problems);
      if (wrong.length === 0 || (aim && !this.left.has(aim.at))) return;
      given = this.#routes.mended(given, wrong, round);
    }
  }

  #see(outcome: Outcome, aim: Aim | undefined, asAimed: boolean): void {
    const seen = [...this.left.values()].filter((one) => reaches(this.#form, outcome, one));
    for (const { at } of seen) this.left.delete(at);
    const wrong = Object.keys(outcome.problems);
    if (wrong.length === 0) this.#routesSeen.add([...outcome.visible, outcome.end.id].join());
    for (const id of wrong) this.#wrong.set(id, (this.#wrong.get(id) ?? 0) + 1);
    if (!aim || !asAimed || !this.left.has(aim.at)) return;
    this.#aimed.set(aim.at, {
      tries: (this.#aimed.get(aim.at)?.tries ?? 0) + 1,
      obstacle: obstacleOf(this.#form, outcome, aim, this.#opens),
    });
  }

  result(): DryRun {
    const missed = [...this.left.values()].map((aim) => ({
      ...aim,
      ...(this.#aimed.get(aim.at) ?? { tries: 0, obstacle: { by: 'time' as const } }),
    }));
    const routes = this.#routesSeen.size;
    const [[stuck] = []] = [...this.#wrong].sort(([, one], [, other]) => other - one);
    return { routes, tries: this.tries, missed, ...(routes === 0 && { stuck }) };
  }
}
