// The check before publishing: what cannot work is found before residents meet it. One rule a file (lint/); each finding
// names its questions, says where, and offers a repair where one is safe.
import { fieldOf } from '../fields/registry.ts';
import type { Expression, Leaf } from '../logic/shapes.ts';
import type { Definition, Question } from './definition.ts';
import { carryFindings } from './lint/carry.ts';
import { conditionFindings } from './lint/conditions.ts';
import { consentFindings } from './lint/consent.ts';
import { figureFindings, neverHad } from './lint/figures.ts';
import { advice, type Finding, type FindingCode } from './lint/finding.ts';
import { type Form, formOf } from './lint/form.ts';
import { idFindings } from './lint/ids.ts';
import { jumpFindings } from './lint/jumps.ts';
import { orderFindings } from './lint/order.ts';
import { pipeFindings } from './lint/pipes.ts';
import { addressOf } from './lint/places.ts';
import { possibilitiesOf } from './lint/possible/possibilities.ts';
import { type Earlier, publishedFindings } from './lint/published.ts';
import { quizFindings } from './lint/quiz.ts';
import { quotaFindings } from './lint/quotas.ts';
import { type Reach, reachFindings } from './lint/reach.ts';
import { ruleFindings } from './lint/rules.ts';
import { sendFindings } from './lint/sendable.ts';
import { shuffleFindings } from './lint/shuffle.ts';
import { sizeFindings } from './lint/size.ts';
import { textFindings } from './lint/texts.ts';

export { findingCodes } from './lint/finding.ts';
export { applyFix, type Fix } from './lint/fix.ts';
export type { Earlier, Finding, FindingCode };

export interface Beside {
  /** the newest published version of the same form */
  published?: Definition | undefined;
  earlier?: Earlier | undefined;
}

/** With these a definition has no page that could be shown: compile (compile.ts) refuses it, or would mix questions up. */
const shapeless: readonly FindingCode[] = [
  'no-questions',
  'duplicate-question',
  'condition-cycle',
  'jump-reads-later',
];
export const hasNoPage = (findings: readonly Finding[]) =>
  findings.some(({ code }) => shapeless.includes(code));

/** In the order of the form; what is about the form as a whole first. */
export function lint(definition: Definition, { published, earlier = [] }: Beside = {}): Finding[] {
  const form = formOf(definition);
  const figures = figureFindings(form);
  const unsure = new Set<Leaf | Expression>(figures.map(({ figure }) => figure));
  const leaves = conditionFindings(form, possibilitiesOf(form, { unsure }));
  for (const { leaf } of leaves) unsure.add(leaf);
  const ids = idFindings(definition);
  const order = ids.some(({ code }) => code === 'duplicate-question') ? [] : orderFindings(form);
  const first = [...ids, ...order];
  const rules = ruleFindings(form);
  const types = definition.questions.flatMap(typeFindings);
  const wrong = new Set(
    [...rules, ...types].flatMap(({ severity, questions: [owner = ''] }) =>
      severity === 'error' ? owner : [],
    ),
  );
  // With ids that mean two things, or questions that wait for each other, nothing is known of what comes about.
  const reach = hasNoPage(first) ? undefined : reachOf(form, unsure);
  const found = [
    ...first,
    ...sizeFindings(form),
    ...types,
    ...figures.map(({ finding }) => finding),
    ...leaves.map(({ finding }) => finding),
    ...jumpFindings(form),
    ...(reach ? [...neverHad(form, reach.possible), ...reachFindings(reach)] : []),
    ...rules,
    ...(reach ? sendFindings(form, reach.possible, wrong) : []),
    ...carryFindings(form),
    ...shuffleFindings(form),
    ...quotaFindings(form, reach?.possible),
    ...quizFindings(form),
    ...consentFindings(form, reach?.possible),
    ...pipeFindings(form, reach?.possible),
    ...textFindings(form),
    ...(published ? publishedFindings(form, published, earlier) : []),
  ];
  const spent = reach && (reach.possible.spent() || reach.lenient.spent());
  return inOrder(form, spent ? [advice('not-all-checked', []), ...found] : found);
}

/** What its type finds in its settings. Without options nothing can be said of how many to choose. */
function typeFindings(question: Question): Finding[] {
  const faults = fieldOf(question).faults?.(question) ?? [];
  const empty = faults.filter(({ code }) => code === 'no-options-left');
  return (empty.length > 0 ? empty : faults).map((fault) => ({
    ...fault,
    questions: [question.id],
    at: addressOf(question),
  }));
}

const reachOf = (form: Form, unsure: ReadonlySet<Leaf | Expression>): Reach => ({
  form,
  possible: possibilitiesOf(form, { unsure }),
  lenient: possibilitiesOf(form, { unsure, lenient: true }),
});

/** What is found in one question stays in the order of the rules. The same thing is said once, as it is at its worst. */
function inOrder(form: Form, findings: readonly Finding[]): Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.questions, finding.at]);
    const before = said.get(key);
    if (!before || (before.severity === 'advice' && finding.severity === 'error')) said.set(key, finding);
  }
  const place = ({ questions: [first] }: Finding) => (first === undefined ? -1 : form.placeOf(first));
  return [...said.values()].sort((a, b) => place(a) - place(b));
}
