// Two ways to take a figure along: as a picture and as a sheet. What makes it, and them, is read when one is asked for.
import { publicThreshold } from '../../../schema/measures/suppression.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Counted, Scorecard } from '../card-types.ts';
import { outward } from '../read-card.ts';
import { t } from '../words.ts';
import type { Figure } from './figure.ts';

/** A figure as it may leave the house, and what it was counted of; null where too little of it may. */
export type Taken = () => Promise<{ figure: Figure; of: Counted } | null>;

/** Of cards of a run, that of the page first: the figure of the same cards with groups under ten hidden. */
export type Cards = readonly [Scorecard, ...Scorecard[]];
export const takenOf =
  ([card, ...others]: Cards, make: (cards: Cards) => Promise<Figure | null> | Figure | null): Taken =>
  async () => {
    const [own, ...beside] = await Promise.all([outward(card), ...others.map(outward)]);
    const figure = own.hidden ? null : await make([own, ...beside]);
    return figure && { figure, of: own };
  };

export function TakeAlong(props: {
  /** what it is called beside others of the page */
  of: string;
  taken: Taken;
}) {
  const { of, taken } = props;
  const { busy, problem, act } = useAct();
  const save = (as: 'savePicture' | 'saveFigureSheet') =>
    act(async () => {
      const [files, made] = await Promise.all([import('./save.ts'), taken()]);
      if (made) await files[as](made.figure, made.of);
      else toast(t('notOutward', { k: publicThreshold }));
    });
  return (
    <div class="line no-print">
      <Button
        small
        busy={busy}
        label={ui('about', { what: t('savePicture'), of })}
        onClick={() => save('savePicture')}
      >
        {t('savePicture')}
      </Button>
      <Button
        small
        busy={busy}
        label={ui('about', { what: t('saveSheet'), of })}
        onClick={() => save('saveFigureSheet')}
      >
        {t('saveSheet')}
      </Button>
      {problem && <span class="field-error">{problem}</span>}
    </div>
  );
}
