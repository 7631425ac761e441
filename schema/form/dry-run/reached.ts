// Whether a set of answers reaches something, and what stood in the way where it does not. Whoever fills in a form goes on
// only when what is on the screen is answered as it must be: so must the answers of a dry run.
import { fieldOf } from '../../fields/registry.ts';
import { holds } from '../../logic/condition.ts';
import { sightOf } from '../../logic/sight.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Outcome } from '../compile.ts';
import type { Form } from '../lint/form.ts';
import { listed } from '../lint/places.ts';
import { landing } from '../lint/possible/way.ts';
import type { Aim } from './goals.ts';

/** What was in the way, with the question that it is about. */
export interface Obstacle {
  by: 'stuck' | 'page' | 'condition' | 'jump' | 'offer' | 'end' | 'time';
  question?: string | undefined;
}

export function reaches(form: Form, outcome: Outcome, aim: Aim): boolean {
  if (aim.ending !== undefined)
    return outcome.end.id === aim.ending && stuckBefore(form, outcome, form.questions.length) === undefined;
  const id = aim.question ?? '';
  if (!outcome.visible.has(id) || stuckBefore(form, outcome, form.placeOf(id)) !== undefined) return false;
  const { part } = aim;
  if (!part) return true;
  const asked = outcome.asked.find((question) => question.id === id);
  return asked !== undefined && listed(asked)[part.list].some((one) => one.id === part.id);
}

/** The first question on a screen before it that is not answered as it must be. */
function stuckBefore(form: Form, { problems }: Outcome, place: number): string | undefined {
  const wrong = Object.keys(problems)
    .map(form.placeOf)
    .filter((one) => one >= 0 && one < place && form.screenOf(one) !== form.screenOf(place));
  return wrong.length > 0 ? form.questions[Math.min(...wrong)]?.id : undefined;
}

export function obstacleOf(form: Form, outcome: Outcome, aim: Aim, opens: number): Obstacle {
  const place = aim.ending === undefined ? form.placeOf(aim.question ?? '') : form.questions.length;
  const stuck = stuckBefore(form, outcome, place);
  if (stuck !== undefined) return { by: 'stuck', question: stuck };
  const sight = sightOf(accepted(form, outcome), opens);
  const fails = (condition: Parameters<typeof holds>[0] | undefined) => condition && !holds(condition, sight);
  const question = form.questions[place];
  const page = form.questions[form.pageOf(place)];
  if (question && page?.showIf && fails(page.showIf)) return { by: 'page', question: page.id };
  if (question?.showIf && fails(question.showIf))
    return { by: 'condition', question: sourcesOf(question.showIf)[0] };
  const jumper = form.questions.slice(0, place).filter((one, from) => {
    const fired = outcome.visible.has(one.id) && one.jumps?.find(({ when }) => !when || holds(when, sight));
    return fired && (landing(form, from, fired) ?? -1) > Math.min(place, form.questions.length - 1);
  })[0];
  if (jumper) return { by: 'jump', question: jumper.id };
  if (aim.ending !== undefined) return { by: 'end' };
  return {
    by: 'offer',
    question: sourcesOf(aim.part && question ? partOf(question, aim.part) : question)[0],
  };
}

const partOf = (question: Form['questions'][number], part: NonNullable<Aim['part']>) =>
  listed(question)[part.list].find(({ id }) => id === part.id)?.showIf;

const accepted =
  (form: Form, { answers }: Outcome) =>
  (id: string) => {
    const question = form.question(id);
    return question && Object.hasOwn(answers, id)
      ? { question, field: fieldOf(question), answer: answers[id] }
      : undefined;
  };
