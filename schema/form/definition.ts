// A form's definition: one flat list of questions, cut into pages by page breaks. Ids are stable; labels are texts.
import * as z from 'zod/mini';
import { anyQuestionShape, type Question } from '../fields/shapes.ts';
import { localId } from '../ids.ts';
import { conditionShape, endingShape } from '../logic/shapes.ts';
import { tongueNames } from '../words/tongues.ts';

export const questionsMax = 300;
/** Characters. */
export const formTextMax = { title: 100, intro: 2000, thanks: 500 } as const;

/** So many answers of a kind are taken in one run, or so many places, when `by` names the question that asks how many. */
const quotaShape = () =>
  z.strictObject({
    id: localId(),
    label: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
    max: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    when: z.optional(conditionShape()),
    by: z.optional(localId()),
  });
export type Quota = z.infer<ReturnType<typeof quotaShape>>;

let built: ReturnType<typeof buildShape> | undefined;
const buildShape = () =>
  z.strictObject({
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(formTextMax.title)),
    /** who asks and why, above the first question */
    intro: z.optional(z.string().check(z.trim(), z.maxLength(formTextMax.intro))),
    /** said on the receipt */
    thanks: z.optional(z.string().check(z.trim(), z.maxLength(formTextMax.thanks))),
    /** one question a screen, or whole pages */
    layout: z.enum(['steps', 'pages']),
    questions: z.array(anyQuestionShape()).check(z.maxLength(questionsMax)),
    /** ends other than the usual one: by a jump, or by a condition at the end */
    endings: z.optional(z.array(endingShape()).check(z.minLength(1), z.maxLength(20))),
    /** groups of questions that change places among themselves, in a drawn order */
    shuffle: z.optional(
      z
        .array(z.array(localId()).check(z.minLength(2), z.maxLength(100)))
        .check(z.minLength(1), z.maxLength(20)),
    ),
    quotas: z.optional(z.array(quotaShape()).check(z.minLength(1), z.maxLength(50))),
    /** of the texts above; Chinese unless said */
    language: z.optional(z.enum(tongueNames)),
    /** by language, texts by their address (texts.ts) */
    translations: z.optional(
      z.partialRecord(
        z.enum(tongueNames),
        z.record(z.string().check(z.maxLength(120)), z.string().check(z.maxLength(2000))),
      ),
    ),
  });

/** The shape of a definition; built on first use (zod schemas cost start-up time). */
export function definitionShape() {
  built ??= buildShape();
  return built;
}

export type Definition = z.infer<ReturnType<typeof buildShape>>;
export type { Question };
