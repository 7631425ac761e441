// 候选人: a card for each, with picture and one line, and for, against or abstain; or a box for each where some are chosen.
import { type CandidatesQuestion, seatsOf, stances, stanceWords } from '../../../schema/fields/candidates.ts';
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';
import { mediaUrl } from './media-url.ts';
import { partIds } from './part-ids.ts';
import './candidates.css';
import './parts.css';

type Candidate = CandidatesQuestion['candidates'][number];

const Who = ({ candidate }: { candidate: Candidate }) => (
  <span class="who">
    {candidate.image && <img src={mediaUrl(candidate.image)} alt="" loading="lazy" />}
    <span>
      {candidate.label}
      {candidate.note && <small>{candidate.note}</small>}
    </span>
  </span>
);

export const control: Control<QuestionOf<'candidates'>> = {
  frame: 'group',
  says: ['mayChoose', 'mayStillChoose', 'choseAll'],
  hint: (question) => (question.mode === 'choose' ? say('mayChoose', { n: seatsOf(question) }) : undefined),
  draw: ({ question, values, set, id }) => {
    const name = formName(question);
    if (question.mode === 'each') {
      const words = stanceWords(question);
      const silent = ({ id }: Candidate) => first(values, formName(question, id)) === '';
      const idOf = partIds(
        id,
        question.candidates.map((one) => one.id),
        question.candidates.find(silent)?.id,
      );
      return (
        <div class="matrix">
          {question.candidates.map((candidate) => {
            const field = formName(question, candidate.id);
            const start = idOf(candidate.id);
            return (
              <fieldset key={candidate.id} class={silent(candidate) ? 'card' : 'card fine'}>
                <legend>
                  <Who candidate={candidate} />
                </legend>
                <div class="cells">
                  {stances.map((stance, at) => (
                    <Choice
                      key={stance}
                      type="radio"
                      name={field}
                      value={stance}
                      id={at === 0 ? start : `${start}-${stance}`}
                      checked={first(values, field) === stance}
                      pick={() => set(field, [stance])}
                    >
                      {words[stance]}
                    </Choice>
                  ))}
                </div>
              </fieldset>
            );
          })}
        </div>
      );
    }
    const chosen = own(values, name) ?? [];
    const left = seatsOf(question) - chosen.length;
    return (
      <>
        <div class="choices">
          {question.candidates.map((candidate, index) => {
            const is = chosen.includes(candidate.id);
            return (
              <Choice
                key={candidate.id}
                type={seatsOf(question) === 1 ? 'radio' : 'checkbox'}
                name={name}
                value={candidate.id}
                id={index === 0 ? id : `${id}-${candidate.id}`}
                checked={is}
                pick={() =>
                  set(
                    name,
                    seatsOf(question) === 1
                      ? [candidate.id]
                      : is
                        ? chosen.filter((one) => one !== candidate.id)
                        : [...chosen, candidate.id],
                  )
                }
              >
                <Who candidate={candidate} />
              </Choice>
            );
          })}
        </div>
        {chosen.length > 0 && left >= 0 && seatsOf(question) > 1 && (
          <p class="still" role="status">
            {left > 0 ? say('mayStillChoose', { n: left }) : say('choseAll', { n: seatsOf(question) })}
          </p>
        )}
      </>
    );
  },
};
