// What can never come about, or always does: questions, pages, options and endings that nobody will see, jumps that never
// fire, conditions that say nothing. Each is a proof (possible/), so none of them is a matter of trying.
import type { Question } from '../../fields/shapes.ts';
import type { Condition } from '../../logic/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf, listed } from './places.ts';
import { offeredParts, offerLists } from './possible/offers.ts';
import type { Possibilities } from './possible/possibilities.ts';
import type { State } from './possible/state.ts';
import { landing } from './possible/way.ts';

export interface Reach {
  form: Form;
  possible: Possibilities;
  /** the same with a question that can never show taken for one that may */
  lenient: Possibilities;
}

export const reachFindings = (reach: Reach): Finding[] => [
  ...unseen(reach),
  ...reach.form.questions.flatMap((question, place) => [
    ...offers(reach, question, place),
    ...saysNothing(reach, question, place),
    ...deadJumps(reach, question, place),
  ]),
  ...endings(reach),
];

/** A question that nobody will see, with all that cannot be seen because of it. */
function unseen({ form, possible, lenient }: Reach): Finding[] {
  const roots = new Map<number, { code: 'hidden' | 'skipped'; at: string; with: number[] }>();
  const rootOf = new Map<number, number>();
  form.questions.forEach((question, place) => {
    const { conditions, passed, all } = possible.shown(place);
    if (all) return;
    const page = form.pageOf(place);
    const source = dependsOn(question, form)
      .map(form.placeOf)
      .find((one) => rootOf.has(one));
    // With its page nobody sees it; and where it could show but for others, it is because of them.
    const mild = lenient.shown(place).all !== undefined;
    const root = rootOf.get(page) ?? (source !== undefined && mild ? rootOf.get(source) : undefined);
    if (root !== undefined) {
      rootOf.set(place, root);
      roots.get(root)?.with.push(place);
      return;
    }
    if (mild || (conditions && passed && optionsAreNamed(possible, question, passed))) return;
    const over = conditions && !passed ? jumpOver(form, possible, place) : undefined;
    if (over) {
      rootOf.set(place, over.place);
      const known = roots.get(over.place);
      if (known?.code === 'skipped') known.with.push(place);
      else roots.set(over.place, { code: 'skipped', at: over.at, with: [place] });
      return;
    }
    rootOf.set(place, place);
    roots.set(place, {
      code: 'hidden',
      at: addressOf(question, question.showIf ? 'showIf' : 'title'),
      with: [],
    });
  });
  return [...roots].map(([place, { code, at, with: more }]) => {
    const questions = [place, ...more].flatMap((one) => form.questions[one]?.id ?? []);
    if (code === 'skipped') return error('always-skipped', questions, { at });
    const required = form.questions[place]?.required === true;
    return error(required ? 'required-never-shown' : 'never-visible', questions, { at });
  });
}

const dependsOn = (question: Question, form: Form): string[] => [
  ...sourcesOf([question.showIf, form.questions[form.pageOf(form.placeOf(question.id))]?.showIf]),
  ...sourcesOf([...listed(question).options, ...listed(question).rows].map(({ showIf }) => showIf)),
  ...('carry' in question && question.carry ? [question.carry.from] : []),
];

/** The last jump that leads past it; which of several is the one to mend, only the author knows. */
function jumpOver(
  form: Form,
  possible: Possibilities,
  place: number,
): { place: number; at: string } | undefined {
  const over = form.questions.flatMap((question, from) =>
    (question.jumps ?? []).flatMap((jump, index) =>
      from < place && possible.shown(from).all && (landing(form, from, jump) ?? 0) > place
        ? [{ place: from, at: addressOf(question, 'jumps', index) }]
        : [],
    ),
  );
  return over[over.length - 1];
}

const parts = (question: Question) =>
  offerLists.flatMap((list) => offeredParts(question, list).map((part) => ({ ...part, list })));

/** All its options are named as never offered, each by its own condition: that says it. */
const optionsAreNamed = (possible: Possibilities, question: Question, state: State) =>
  parts(question).length > 0 &&
  parts(question).every(({ showIf }) => showIf && !possible.narrow(showIf, true, state));

/** Options that nobody is offered, and questions that may be left with none. */
function offers({ possible, lenient }: Reach, question: Question, place: number): Finding[] {
  const { passed } = possible.shown(place);
  if (!passed) return [];
  const dead = parts(question).filter(({ showIf }) => showIf && !possible.narrow(showIf, true, passed));
  const never = dead.flatMap(({ list, id, label, showIf }) =>
    showIf && lenient.narrow(showIf, true, lenient.shown(place).passed)
      ? []
      : [
          error('option-never-offered', [question.id, ...sourcesOf(showIf)], {
            at: addressOf(question, list, id, 'showIf'),
            args: { label },
          }),
        ],
  );
  if (dead.length > 0 || ('carry' in question && question.carry)) return never;
  const options = parts(question);
  const empty = offerLists.find((list) => {
    const conditions = options.flatMap((one) => (one.list === list ? [one.showIf] : []));
    if (conditions.length === 0 || conditions.includes(undefined)) return false;
    return nothingLeft(
      possible,
      conditions.filter((one) => one !== undefined),
      passed,
    );
  });
  const sources = sourcesOf(options.map(({ showIf }) => showIf));
  return empty
    ? [advice('may-offer-nothing', [question.id, ...sources], { at: addressOf(question, empty) })]
    : [];
}

/** Once all is answered that must be, none of the conditions need hold. */
const nothingLeft = (possible: Possibilities, conditions: readonly Condition[], state: State): boolean =>
  conditions.reduce<State | undefined>(
    (now, one) => now && possible.narrow(one, false, now),
    possible.settled(sourcesOf(conditions), state),
  ) !== undefined;

/** Conditions that always hold say nothing, and one that never does asks for nothing. */
function saysNothing({ possible, form }: Reach, question: Question, place: number): Finding[] {
  const { all } = possible.shown(place);
  if (!all) return [];
  const found: Finding[] = [];
  const page = form.questions[form.pageOf(place)];
  const around = page && page !== question && page.showIf ? possible.narrow(page.showIf, true) : undefined;
  if (question.showIf && !possible.narrow(question.showIf, false, around))
    found.push(
      advice('condition-always', [question.id, ...sourcesOf(question.showIf)], {
        at: addressOf(question, 'showIf'),
        fix: { do: 'show-always', question: question.id },
      }),
    );
  const { requiredIf, required } = question;
  if (!requiredIf) return found;
  const at = addressOf(question, 'requiredIf');
  const about = [question.id, ...sourcesOf(requiredIf)];
  // A table that is required wants every row, and one that is required by a condition any.
  const same = required || !('rows' in question || 'candidates' in question);
  const fix = same ? ({ do: 'require', question: question.id } as const) : undefined;
  if (required || !possible.narrow(requiredIf, false, all))
    found.push(advice('required-if-always', about, { at, fix }));
  else if (!possible.narrow(requiredIf, true, all)) found.push(advice('required-if-never', about, { at }));
  return found;
}

/** Which of its jumps may fire, one by one: none of those before it did, and its condition can hold. */
function firing(possible: Possibilities, { jumps = [] }: Question, place: number): boolean[] {
  let left = possible.shown(place).all;
  return jumps.map(({ when }) => {
    const fires = left && (when ? possible.narrow(when, true, left) : left);
    left = left && when && possible.narrow(when, false, left);
    return fires !== undefined;
  });
}

/** Jumps behind one that is always taken, and jumps by a condition that cannot hold. */
function deadJumps({ form, possible, lenient }: Reach, question: Question, place: number): Finding[] {
  if (!question.jumps || !possible.shown(place).all) return [];
  const [fires, wouldFire] = [possible, lenient].map((one) => firing(one, question, place));
  return question.jumps.flatMap((jump, index) =>
    fires?.[index] || wouldFire?.[index] || landing(form, place, jump) === undefined
      ? []
      : [
          error('jump-never', [question.id, ...sourcesOf(jump.when)], {
            at: addressOf(question, 'jumps', index),
          }),
        ],
  );
}

/** Endings to which nothing leads, or nothing that can come about. */
function endings({ form, possible, lenient }: Reach): Finding[] {
  const { endings: list = [] } = form.definition;
  let left = possible.end();
  let mild = lenient.end();
  return list.flatMap(({ id, title, when, refuses }) => {
    // A form ends for those who answered what they must; whoever is refused need not.
    if (!refuses) {
      left = left && possible.settled(sourcesOf(when), left);
      mild = mild && lenient.settled(sourcesOf(when), mild);
    }
    const byEnd = when && left && possible.narrow(when, true, left);
    const mildly = when && mild && lenient.narrow(when, true, mild);
    if (when) {
      left = left && possible.narrow(when, false, left);
      mild = mild && lenient.narrow(when, false, mild);
    }
    const jumpers = form.questions.flatMap((question, place) =>
      question.jumps?.some(({ to }) => to === id) ? [{ question, place }] : [],
    );
    const byJump = jumpers.some(({ question, place }) =>
      firing(lenient, question, place).some((fires, index) => fires && question.jumps?.[index]?.to === id),
    );
    if (byEnd || mildly || byJump) return [];
    const say = when || jumpers.length > 0 ? error : advice;
    // A jump that never fires is said of the jump.
    if (jumpers.length > 0 && !when) return [];
    return [
      say('ending-unreachable', sourcesOf(when), {
        at: when ? `endings.${id}.when` : `endings.${id}`,
        args: { ending: title },
      }),
    ];
  });
}
