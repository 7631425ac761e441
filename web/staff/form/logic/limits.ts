// What may not be stored is not taken from the editors: blocks that stand too deep in each other, lists that are too long.
import {
  type Condition,
  conditionShape,
  type Expression,
  expressionShape,
} from '../../../../schema/logic/shapes.ts';
import { toast } from '../../../ui/toast.tsx';
import { t } from './words.ts';

export const fittingCondition =
  (change: (condition: Condition | undefined) => void) => (next: Condition | undefined) => {
    if (next === undefined || conditionShape().safeParse(next).success) change(next);
    else toast(t('tooNested'));
  };

export const fittingFigure = (change: (figure: Expression) => void) => (next: Expression) => {
  if (expressionShape().safeParse(next).success) change(next);
  else toast(t('tooNested'));
};
