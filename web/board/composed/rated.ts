// An evaluation as leaders find it among what is going on: in a sentence, and where it is read.
import type { Happening } from '../../../schema/api/issued.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import { momentWords } from '../../ui/time.ts';
import { t } from './mine-words.ts';

type Rated = Happening['evaluations'][number];

export const evaluationWords = (one: Rated): string =>
  t(`rated-${one.state}`, { title: evaluationName(one), day: momentWords(one.until) });

export const evaluationAddress = ({ id }: Rated): string => `/staff/evaluations/${id}`;
