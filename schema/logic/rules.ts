// What a form asks beyond showing and hiding questions: jumps and endings, options that come and go, answers that are
// required only sometimes, checks of its own, earlier answers in later texts, a drawn order, quotas. A form that uses
// none of it has no rules, and its page does not load them (rules.phone.ts stands in).
import type { AnswerProblem } from '../fields/field.ts';
import type { Question } from '../fields/shapes.ts';
import type { Context, End } from '../form/compile.ts';
import type { Definition } from '../form/definition.ts';
import { holds } from './condition.ts';
import { drawOptions, drawQuestions } from './draw.ts';
import { flowOf, hasFlow } from './flow.ts';
import { judge, judgeSources } from './judge.ts';
import { comesAndGoes, isEmpty, keep, offer, offerSources } from './offer.ts';
import { hasPipes, piped } from './pipe.ts';
import { hasPlaces, leftOf, withPlaces } from './places.ts';
import { quotaCounts } from './quota-counts.ts';
import type { Sight } from './sight.ts';
import { sourcesOf } from './sources.ts';

export { compares } from './expression.ts';

/** The rules for one set of answers, asked question by question in the order in which these depend on each other. */
export interface Pass {
  /** jumped over, or behind an ending */
  skips(index: number): boolean;
  /** with the options and rows that are on offer; undefined when none is, so that there is nothing to ask */
  offer(question: Question): Question | undefined;
  /** a given answer without what is not on offer; undefined when nothing is left of it */
  keep(value: unknown, question: Question, left: Question): unknown;
  requires(question: Question): boolean;
  judge(question: Question): AnswerProblem | undefined;
  /** a question that shows is settled: its jumps may fire */
  leave(index: number): void;
  /** where the answers lead */
  end(): End;
  /** the questions that show, as this resident meets them */
  asked(questions: readonly Question[], context: Pick<Context, 'seed' | 'live'>): Question[];
  /** by quota id, what these answers take of it */
  quotas(): Record<string, number>;
  /** adds what is said at a question that asks how many, where fewer places are left; what is wrong already stays */
  crowd(problems: Map<string, AnswerProblem>, context: Pick<Context, 'live'>): void;
}

export interface Rules {
  /** what must be settled before a question, besides what its conditions read */
  waits(question: Question, index: number): string[];
  begin(sight: Sight): Pass;
}

/** A comparison of figures stands somewhere among the conditions. */
const comparesFigures = (definition: Definition) => JSON.stringify(definition.questions).includes('"is":');

export const usesRules = (definition: Definition): boolean =>
  hasFlow(definition) ||
  definition.shuffle !== undefined ||
  definition.quotas !== undefined ||
  hasPipes([definition.questions, definition.thanks]) ||
  comparesFigures(definition) ||
  definition.questions.some(
    (question) =>
      question.requiredIf ||
      question.rules ||
      ('shuffle' in question && question.shuffle) ||
      comesAndGoes(question) ||
      hasPlaces(question),
  );

/** The rules of a form; undefined when it has none. */
export function rulesOf(definition: Definition): Rules | undefined {
  if (!usesRules(definition)) return undefined;
  const { questions, shuffle = [], quotas = [] } = definition;
  // Whatever comes after a jump waits for it; the jump itself waits for the one before.
  const jumpBefore: (string | undefined)[] = [];
  let jump: string | undefined;
  for (const { id, jumps } of questions) {
    jumpBefore.push(jump);
    if (jumps) jump = id;
  }
  return {
    waits: (question, index) => [
      ...offerSources(question),
      ...sourcesOf(question.requiredIf),
      // A check and a jump may read the question that they stand on.
      ...[...judgeSources(question.rules), ...sourcesOf(question.jumps?.map(({ when }) => when))].filter(
        (id) => id !== question.id,
      ),
      ...(jumpBefore[index] ? [jumpBefore[index]] : []),
    ],
    begin(sight) {
      const applying = () => quotas.filter(({ when }) => !when || holds(when, sight));
      const taken = () =>
        applying().flatMap((quota) => {
          const amount = quota.by === undefined ? 1 : sight.value(quota.by);
          return typeof amount === 'number' && amount > 0 ? [{ ...quota, amount }] : [];
        });
      const flow = flowOf(definition, sight);
      return {
        ...flow,
        offer(question) {
          const left = offer(question, sight);
          return left !== question && isEmpty(left) ? undefined : left;
        },
        keep,
        requires: ({ requiredIf }) => requiredIf !== undefined && holds(requiredIf, sight),
        judge: (question) => judge(question, sight),
        end() {
          const { id, title, text, refuses }: End = flow.ending() ?? { text: definition.thanks };
          return piped({ id, title, text, refuses }, sight);
        },
        asked(shown, { seed = '', live = {} }) {
          const own = applying();
          return drawQuestions(shown, shuffle, seed).map((question) =>
            withPlaces(piped(drawOptions(question, seed), sight), own, live, sight.value(question.id)),
          );
        },
        quotas: () => Object.fromEntries(taken().map(({ id, amount }) => [id, amount])),
        crowd(problems, { live }) {
          if (!live) return;
          for (const { id, label, max, by, amount } of taken()) {
            const left = leftOf(max, live[quotaCounts]?.[id]);
            if (by !== undefined && amount > left && !problems.has(by))
              problems.set(by, { code: 'quota-full', args: { quota: label, left } });
          }
        },
      };
    },
  };
}
