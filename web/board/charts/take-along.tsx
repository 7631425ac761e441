// Two ways to take a figure along: as a picture and as a sheet. What makes it, and them, is read when one is asked for.
import { publicThreshold } from '../../../schema/measures/suppression.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Scorecard } from '../card-types.ts';
import { outward } from '../read-card.ts';
import { t } from '../words.ts';
import type { Figure } from './figure.ts';

export function TakeAlong(props: {
  /** what it is called beside others of the page */
  of: string;
  /** what it is made of, the card of the page first */
  cards: readonly [Scorecard, ...Scorecard[]];
  /** made of the same cards as they may leave the house; null where too little of it may */
  figure: (cards: readonly [Scorecard, ...Scorecard[]]) => Promise<Figure | null>;
}) {
  const { of, figure, cards } = props;
  const { busy, problem, act } = useAct();
  const save = (as: 'savePicture' | 'saveSheet') =>
    act(async () => {
      const [card, ...others] = cards;
      const [files, own, ...beside] = await Promise.all([
        import('./save.ts'),
        outward(card),
        ...others.map(outward),
      ]);
      const made = own.hidden ? null : await figure([own, ...beside]);
      if (made) await files[as](made, own);
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
        onClick={() => save('saveSheet')}
      >
        {t('saveSheet')}
      </Button>
      {problem && <span class="field-error">{problem}</span>}
    </div>
  );
}
