// The shape of a question of any type, built once: it takes a while.
import { anyQuestionShape } from '../../../schema/fields/shapes.ts';

let shape: ReturnType<typeof anyQuestionShape> | undefined;
export const questionShape = () => {
  shape ??= anyQuestionShape();
  return shape;
};
