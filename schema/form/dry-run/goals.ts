// What a dry run wants to reach, and what must hold for it: the conditions of a question and its page, the jumps that must
// not lead past it, and the same for every question that one of these reads.
import type { Question } from '../../fields/shapes.ts';
import type { Condition } from '../../logic/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Form } from '../lint/form.ts';
import { offerConditions, offeredParts, offerLists, type PartOf } from '../lint/possible/offers.ts';
import { landing } from '../lint/possible/way.ts';
import type { Finding } from '../lint.ts';

/** A question, one of its options or rows, or an ending. */
export interface Aim {
  /** address (texts.ts): `q.lift`, `q.lift.options.yes`, `endings.no` */
  at: string;
  question?: string | undefined;
  part?: { list: PartOf; id: string; label: string } | undefined;
  ending?: string | undefined;
}

export interface Goal {
  condition: Condition;
  wanted: boolean;
}

export interface Goals {
  aims: Aim[];
  /** what must hold for it; where one of several would do, each attempt takes the next */
  of(aim: Aim, attempt: number): Goal[];
}

export function aimsOf(form: Form, findings: readonly Finding[]): Goals {
  const { questions, definition } = form;
  const hopeless = unreachable(findings);
  const aims: Aim[] = [
    ...questions.flatMap((question): Aim[] => [
      { at: `q.${question.id}`, question: question.id },
      ...offerLists.flatMap((list) =>
        offeredParts(question, list).flatMap(({ id, label, showIf }) =>
          showIf
            ? [{ at: `q.${question.id}.${list}.${id}`, question: question.id, part: { list, id, label } }]
            : [],
        ),
      ),
    ]),
    ...(definition.endings ?? []).map(({ id }): Aim => ({ at: `endings.${id}`, ending: id })),
  ].filter(({ at, question = '' }) => !hopeless.has(at) && !hopeless.has(`q.${question}`));

  const turn = <T>(list: readonly T[], attempt: number): T | undefined => list[attempt % list.length];
  const is = (condition: Condition | undefined, wanted: boolean): Goal[] =>
    condition ? [{ condition, wanted }] : [];

  function toQuestion(place: number, attempt: number): Goal[] {
    const question = questions[place];
    if (!question) return [];
    return [
      ...form.showsBy(place).flatMap((condition) => is(condition, true)),
      ...past(place, attempt),
      ...withSomeOffer(question, attempt),
    ];
  }

  /** No jump before it leads beyond it; to the usual end, none leads to another. */
  function past(place: number, attempt: number): Goal[] {
    return questions.slice(0, place).flatMap((question, from) => {
      const jumps = question.jumps ?? [];
      const beyond = (index: number) => {
        const jump = jumps[index];
        const to = jump && landing(form, from, jump);
        return to !== undefined && (place < questions.length ? to > place : to === place);
      };
      if (!jumps.some((_, index) => beyond(index))) return [];
      // It stays, or another of its jumps leads less far, or it does not show.
      const stays = jumps.every(({ when }) => when) ? [jumps.flatMap(({ when }) => is(when, false))] : [];
      const near = jumps.flatMap(({ when }, index) =>
        beyond(index)
          ? []
          : [[...jumps.slice(0, index).flatMap((before) => is(before.when, false)), ...is(when, true)]],
      );
      const hidden = question.showIf ? [is(question.showIf, false)] : [];
      return turn([...stays, ...near, ...hidden], attempt) ?? [];
    });
  }

  const offer = (question: Question, list: PartOf, id: string): Goal[] =>
    offerConditions(form, question, list, id).map((condition) => ({ condition, wanted: true }));
  const withSomeOffer = (question: Question, attempt: number): Goal[] =>
    offerLists.flatMap((list) => {
      const offers = offeredParts(question, list).map(({ id }) => offer(question, list, id));
      return offers.some((goals) => goals.length === 0) ? [] : (turn(offers, attempt) ?? []);
    });

  function toEnding(id: string, attempt: number): Goal[] {
    const endings = definition.endings ?? [];
    const at = endings.findIndex((ending) => ending.id === id);
    const when = endings[at]?.when;
    const ways: Goal[][] = questions.flatMap((question, place) =>
      (question.jumps ?? []).flatMap((jump, index) =>
        jump.to === id
          ? [
              [
                ...toQuestion(place, attempt),
                ...(question.jumps ?? []).slice(0, index).flatMap((before) => is(before.when, false)),
                ...is(jump.when, true),
              ],
            ]
          : [],
      ),
    );
    const byEnd = [
      ...endings.slice(0, at).flatMap((before) => is(before.when, false)),
      ...is(when, true),
      ...past(questions.length, attempt),
    ];
    return turn(when ? [...ways, byEnd] : ways, attempt) ?? [];
  }

  /** Also for each question that is read: it must show. */
  function withSources(goals: readonly Goal[], attempt: number): Goal[] {
    const all: Goal[] = [];
    const seen = new Set<string>();
    let open = [...goals];
    while (open.length > 0) {
      all.push(...open);
      const fresh = open
        .flatMap(({ condition, wanted }) => read(condition, wanted))
        .filter((id) => !seen.has(id));
      open = [];
      for (const id of fresh) {
        if (seen.has(id)) continue;
        seen.add(id);
        const question = form.question(id);
        if (question) open.push(...toQuestion(form.placeOf(id), attempt));
        // What a figure is made of must be there too.
        if (question && 'formula' in question)
          open.push(
            ...sourcesOf(question.formula).map(
              (q): Goal => ({ condition: { q, op: 'answered' }, wanted: true }),
            ),
          );
      }
    }
    return all;
  }

  return {
    aims,
    of: (aim, attempt) => {
      const place = form.placeOf(aim.question ?? '');
      const question = questions[place];
      const goals = aim.ending !== undefined ? toEnding(aim.ending, attempt) : toQuestion(place, attempt);
      const own = question && aim.part ? offer(question, aim.part.list, aim.part.id) : [];
      return withSources([...goals, ...own], attempt);
    },
  };
}

/** Sources that must be answered for the condition to come out as wanted; a comparison that is to fail needs none. */
function read(condition: Condition, wanted: boolean): string[] {
  if ('all' in condition) return wanted ? condition.all.flatMap((one) => read(one, true)) : [];
  if ('any' in condition) return wanted ? condition.any.flatMap((one) => read(one, true)) : [];
  if ('not' in condition) return read(condition.not, !wanted);
  if ('is' in condition) return wanted ? sourcesOf(condition) : [];
  return wanted === (condition.op !== 'unanswered') ? [condition.q] : [];
}

/** Addresses that the check has proved unreachable. */
function unreachable(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ code, questions, at = '' }) => {
      if (code === 'never-visible' || code === 'required-never-shown')
        return questions.map((id) => `q.${id}`);
      if (code === 'always-skipped') return questions.slice(1).map((id) => `q.${id}`);
      if (code === 'option-never-offered') return [at.replace(/\.showIf$/, '')];
      return code === 'ending-unreachable' ? [at.replace(/\.when$/, '')] : [];
    }),
  );
}
