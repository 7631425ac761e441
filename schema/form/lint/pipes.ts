// Earlier answers in later texts. A mark must name a question that is answered by then, or say what to put instead; and it
// must stand where marks are filled in.
import { pipeMark } from '../../logic/pipe.ts';
import { type PlacedText, textsOf } from '../texts.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import type { Possibilities } from './possible/possibilities.ts';
import { nothingKnown, type State } from './possible/state.ts';

/** `possible`: undefined where ids or order are in such disorder that nothing is known of who has answered what. */
export function pipeFindings(form: Form, possible: Possibilities | undefined): Finding[] {
  return textsOf(form.definition)
    .filter(({ text }) => text.includes('{{') || text.includes('}}'))
    .flatMap((placed) => {
      const owner = ownerOf(placed);
      const about = owner === undefined ? [] : [owner];
      const at = placed.address;
      const broken = notFilled(form, placed);
      if (broken.shown)
        return [
          error('pipe-not-filled', about, {
            at,
            ...(broken.mended !== undefined && { fix: { do: 'mend-marks', at, to: broken.mended } as const }),
          }),
        ];
      const place = owner === undefined ? form.questions.length : form.placeOf(owner);
      const state = owner === undefined ? nothingKnown : possible?.shown(place).all;
      const marks = [...placed.text.matchAll(pipeMark)].map(([, id = '', otherwise]) => ({ id, otherwise }));
      return marks.flatMap(({ id, otherwise }) => {
        const found = markFinding(form, possible, { id, otherwise, place, state });
        return found ? [{ ...found, questions: [...about, ...found.questions], at }] : [];
      });
    });
}

const ownerOf = ({ address }: PlacedText) => {
  const [root, id] = address.split('.');
  return root === 'q' ? id : undefined;
};

interface Mark {
  id: string;
  otherwise: string | undefined;
  place: number;
  /** what is known where the text is shown */
  state: State | undefined;
}

function markFinding(form: Form, possible: Possibilities | undefined, mark: Mark): Finding | undefined {
  const { id, otherwise, place, state } = mark;
  const source = form.question(id);
  if (!source) return error('pipe-unknown', [], { args: { mark: id } });
  if (!form.answers(source)) return error('pipe-asks-nothing', [id]);
  const settled = form.settledAt(id);
  if (settled >= place) {
    const together = settled !== place && form.screenOf(settled) === form.screenOf(place);
    return (together ? advice : error)('pipe-later', [id]);
  }
  if (otherwise !== undefined || !possible || !state) return undefined;
  if (possible.surelyAnswered(id, state, place)) return undefined;
  return advice('pipe-unanswered', [id], { args: { mark: id } });
}

/** Texts that a page shows as they stand: marks in them are seen as braces. */
const asTheyStand = /^(title|intro|quotas\.)/;
/** Whatever somebody may have meant for a mark. */
const meant = /\{\{\s*([^{}|\s]{1,40})\s*(\|[^{}|]{0,40})?\}\}/g;

/** Braces that residents would see, and the text without them where it is plain what was meant. */
function notFilled(form: Form, { address, text }: PlacedText): { shown: boolean; mended?: string } {
  if (asTheyStand.test(address)) return { shown: true };
  const rest = text.replace(pipeMark, '');
  if (!rest.includes('{{') && !rest.includes('}}')) return { shown: false };
  const mended = text.replace(meant, (mark, id: string, otherwise = '') => {
    const known = form.question(id.toLowerCase());
    return known ? `{{${known.id}${otherwise}}}` : mark;
  });
  const left = mended.replace(pipeMark, '');
  return left.includes('{{') || left.includes('}}') ? { shown: true } : { shown: true, mended };
}
