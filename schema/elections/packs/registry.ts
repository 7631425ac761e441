// Every rule pack, the simplest first. An organiser can choose those of one post a ballot.
import type { Pack } from '../pack.ts';
import { beijing } from './beijing.ts';
import { downward } from './downward.ts';
import { equal } from './equal.ts';
import { majority } from './majority.ts';
import { meeting } from './meeting.ts';
import { plurality } from './plurality.ts';
import { shanghai } from './shanghai.ts';
import { zhejiang } from './zhejiang.ts';

export const packs: readonly Pack[] = [
  plurality,
  meeting,
  majority,
  equal,
  zhejiang,
  shanghai,
  beijing,
  downward,
];

/** A pack by its id, in its newest version here. */
export const packOf = (id: string): Pack | undefined => packs.find((pack) => pack.id === id);
