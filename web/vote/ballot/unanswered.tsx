// A ballot was sent from this phone and no answer came: it is sent again as it is, or another choice takes its place.
import { useAct } from '../../ui/load.ts';
import { isProblem } from '../../ui/problem.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import type { Kept, Pending } from './kept.ts';
import type { Fixed } from './sealing.ts';
import { t } from './words.ts';

export function Unanswered(props: {
  fixed: Fixed;
  kept: Kept;
  pending: Pending;
  done: (kept: Kept) => void;
  /** it never got into the box, or another took its place there */
  over: (sentence: string) => void;
  /** while voting lasts */
  anew: (() => void) | undefined;
}) {
  const { fixed, kept, pending } = props;
  const sent = useAct();
  const again = () =>
    sent.act(async () => {
      const { send } = await import('./send.ts');
      try {
        props.done(await send(fixed, kept, pending));
      } catch (thrown) {
        if (isProblem(thrown, 'ballot-older')) props.over(thrown.message);
        else if (isProblem(thrown, 'not-voting')) props.over(t('notIn'));
        else throw thrown;
      }
    });
  return (
    <>
      <h1>{t('noAnswer')}</h1>
      <p>{t('noAnswerHelp')}</p>
      {sent.problem && (
        <p class="notice late" role="alert">
          {sent.problem}
        </p>
      )}
      {sent.busy && <WaitingLine />}
      <button type="button" class="primary" disabled={sent.busy} onClick={again}>
        {t('sendAgain')}
      </button>
      {props.anew && (
        <button type="button" class="plain" disabled={sent.busy} onClick={props.anew}>
          {t('chooseAnew')}
        </button>
      )}
    </>
  );
}
