// What the law calls sensitive is asked for only after a consent of its own (个人信息保护法 arts. 28–29); and for whom a form
// is not meant should hear so before giving name and telephone number.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf } from './places.ts';
import type { Possibilities } from './possible/possibilities.ts';
import { nothingKnown, type State } from './possible/state.ts';

export const consentFindings = (form: Form, possible: Possibilities | undefined): Finding[] => [
  ...withoutConsent(form, possible),
  ...refusesLate(form),
];

function withoutConsent(form: Form, possible: Possibilities | undefined): Finding[] {
  const consents = form.questions.filter(({ type }) => type === 'consent');
  const given = (place: number, state: State) =>
    consents.some(
      ({ id, required }) =>
        form.placeOf(id) < place && (possible ? possible.surelyAnswered(id, state, place) : required),
    );
  const bare = form.questions.filter((question, place) => {
    if (!fieldOf(question).sensitive) return false;
    const state = possible ? possible.shown(place).all : nothingKnown;
    return state !== undefined && !given(place, state);
  });
  const [first] = bare;
  if (!first) return [];
  // Whoever does not agree goes on without what is sensitive: a consent must be free to be refused.
  const before = consents.find(({ id, showIf }) => form.placeOf(id) < form.placeOf(first.id) && !showIf);
  const fix =
    before && bare.every(({ showIf }) => !showIf)
      ? ({ do: 'ask-after', questions: bare.map(({ id }) => id), consent: before.id } as const)
      : undefined;
  return [
    error(
      'sensitive-without-consent',
      bare.map(({ id }) => id),
      { at: addressOf(first), fix },
    ),
  ];
}

/** Asks who somebody is, where he lives or what he looks like. */
const asksWho = (question: Question, form: Form) => {
  const { asks, personal, free } = fieldOf(question);
  return asks && personal && !free && form.comparable(question).kind === 'none';
};

function refusesLate(form: Form): Finding[] {
  const { endings = [], questions } = form.definition;
  return endings.flatMap(({ id, title, when, refuses }) => {
    if (!refuses) return [];
    const jumpers = questions.flatMap(({ jumps }, place) =>
      jumps?.some(({ to }) => to === id) ? [place] : [],
    );
    // By its own condition it is reached only where the form ends.
    const at = Math.min(...jumpers, ...(when ? [questions.length] : []));
    const before = questions.filter((question, place) => place < at && asksWho(question, form));
    if (before.length === 0 || at === Infinity) return [];
    const decides = jumpers.length > 0 ? questions[at]?.id : sourcesOf(when)[0];
    return [
      advice('refuses-late', [...(decides === undefined ? [] : [decides]), ...before.map((one) => one.id)], {
        at: `endings.${id}`,
        args: { ending: title },
      }),
    ];
  });
}
