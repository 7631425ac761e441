// A form's definition: one flat list of questions, cut into pages by page breaks. Ids are stable; labels are texts.
import * as z from 'zod/mini';
import { anyQuestionShape, type Question } from '../fields/shapes.ts';

export const questionsMax = 200;

let built: ReturnType<typeof buildShape> | undefined;
const buildShape = () =>
  z.strictObject({
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
    /** who asks and why, above the first question */
    intro: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
    /** said on the receipt */
    thanks: z.optional(z.string().check(z.trim(), z.maxLength(500))),
    /** one question a screen, or whole pages */
    layout: z.enum(['steps', 'pages']),
    questions: z.array(anyQuestionShape()).check(z.maxLength(questionsMax)),
  });

/** The shape of a definition; built on first use (zod schemas cost start-up time). */
export function definitionShape() {
  built ??= buildShape();
  return built;
}

export type Definition = z.infer<ReturnType<typeof buildShape>>;
export type { Question };
