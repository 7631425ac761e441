// The figures of a posted evaluation in sentences, the same on its page and in the printed notice.
import type { Posted } from '../../../schema/evaluations/posted.ts';
import { bandKinds, type Rules } from '../../../schema/evaluations/scheme.ts';
import { t } from './words.ts';

const listed = (parts: readonly string[]): string => parts.join(t('comma'));
const bandWord = (id: string): string => {
  const known = bandKinds.find((one) => one === id);
  return known ? t(`band-${known}`) : id;
};

/** How many are in which band, how many have no score and why. */
export function countsSay(of: Pick<Posted, 'rated' | 'unscored' | 'leftOut' | 'bands'>): string {
  const { rated, unscored, leftOut, bands } = of;
  const none = rated - bands.reduce((sum, { n }) => sum + n, 0);
  return [
    t('bands', { bands: listed(bands.map(({ id, n }) => t('bandOf', { band: bandWord(id), n }))) }),
    ...(none > 0 ? [t('bandNone', { n: none })] : []),
    ...(unscored > 0 ? [t('unscored', { n: unscored })] : []),
    ...(leftOut > 0 ? [t('leftOut', { n: leftOut })] : []),
  ].join('');
}

/** A band that begins at 0 is told by where it ends. */
export function bandsSay({ bands }: Pick<Rules, 'bands'>): string {
  const above = bands.filter(({ from }) => from > 0).map(({ from }) => from);
  return t('bandsFrom', {
    bands: listed(
      bands.map(({ id, from }) =>
        from === 0 && above.length > 0
          ? t('bandBelow', { band: bandWord(id), from: Math.min(...above) })
          : t('bandFrom', { band: bandWord(id), from }),
      ),
    ),
  });
}
