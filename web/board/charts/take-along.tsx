// Two ways to take a figure along: as a picture and as a sheet. What makes it, and them, is read when one is asked for.
import { Button } from '../../ui/button.tsx';
import { useAct } from '../../ui/load.ts';
import { t as ui } from '../../ui/words/ui.ts';
import type { Scorecard } from '../card-types.ts';
import { t } from '../words.ts';
import type { Figure } from './figure.ts';

export function TakeAlong(props: {
  /** what it is called beside others of the page */
  of: string;
  figure: () => Promise<Figure>;
  card: Scorecard;
}) {
  const { of, figure, card } = props;
  const { busy, problem, act } = useAct();
  const save = (as: 'savePicture' | 'saveSheet') =>
    act(async () => {
      const [files, made] = await Promise.all([import('./save.ts'), figure()]);
      await files[as](made, card);
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
