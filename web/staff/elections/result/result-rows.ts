// A row of the table of results: what stands in it, on the page and in the file alike, and which rows are looked for.
import type { ResultLine } from '../../../../schema/api/results.ts';
import { type Pack, roundRule } from '../../../../schema/elections/pack.ts';
import { sourceLine } from '../../../ui/source-line.ts';
import { t as state } from '../words.ts';
import { t } from './words.ts';

export const filters = ['uncounted', 'open', 'shown', 'again', 'invalid'] as const;
type Filter = (typeof filters)[number];

const isAgain = ({ figures }: ResultLine) =>
  figures !== null && (!figures.valid || figures.tied > 0 || figures.second > 0);

export function isIn(filter: Filter, line: ResultLine): boolean {
  if (filter === 'uncounted') return line.figures === null && line.state !== 'cancelled';
  if (filter === 'open') return line.state === 'counted';
  if (filter === 'shown') return line.state === 'announced';
  if (filter === 'again') return isAgain(line);
  return line.figures?.valid === false;
}

/** Who was elected, or why nobody. */
export function outcomeOf({ figures }: ResultLine): string {
  if (!figures) return '';
  if (!figures.valid) return t('isInvalid');
  return [
    ...figures.elected,
    figures.tied > 0 ? t('tie') : '',
    figures.second > 0 ? t('second') : '',
    figures.vacant > 0 ? t('vacant') : '',
  ]
    .filter(Boolean)
    .join('、');
}

export const nameOf = ({ name, round }: ResultLine): string =>
  round > 1 ? `${name} ${t('round', { n: round })}` : name;

export const stateOf = (line: ResultLine): string => state(`state-${line.state}`);

type Figures = NonNullable<ResultLine['figures']>;
export const columns = [
  'registered',
  'issued',
  'collected',
  'valid',
  'void',
  'blank',
  'base',
  'need',
] as const;
export const figureOf = (figures: Figures, key: (typeof columns)[number]): number =>
  key === 'valid' ? figures.collected - figures.void : figures[key];

/** The table as a file: figures plain, words as on the page. */
export function fileRows(pack: Pack, lines: readonly ResultLine[]): { head: string[]; rows: string[][] } {
  const head = [t('above'), t('building'), t('state'), ...columns.map((key) => t(key))];
  return {
    head: [...head, t('elected'), t('assisted'), t('article')],
    rows: lines.map((line) => [
      line.above,
      nameOf(line),
      stateOf(line),
      ...columns.map((key) => (line.figures ? String(figureOf(line.figures, key)) : '')),
      outcomeOf(line),
      line.figures ? String(line.figures.assisted) : '',
      sourceLine(roundRule(pack, line.kind).need.sources),
    ]),
  };
}
