// Equal scores at the last place: put in the order that a meeting or a lot gave, with how that was done.
import { useState } from 'preact/hooks';
import type { Evaluation, EvaluationBoard } from '../../../schema/api/evaluation-shapes.ts';
import { decideTies } from '../../../schema/api/evaluations.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

type Open = Extract<EvaluationBoard['awards'][number], { state: 'undecided' }>;

export function Ties(props: {
  evaluation: Evaluation;
  award: string;
  open: Open;
  names: ReadonlyMap<string, string>;
  onChanged: () => void;
}) {
  const { evaluation, open, names } = props;
  const [order, setOrder] = useState<readonly string[]>(open.among);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const up = (place: number) => {
    const next = [...order];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place - 1, 0, moved);
    setOrder(next);
  };
  const send = () =>
    act(async () => {
      setTried(true);
      if (words.trim() === '') return;
      await call(decideTies, {
        params: { evaluation: evaluation.id },
        body: { rev: evaluation.rev, order: [...order], words: words.trim() },
      });
      toast(t('decided'));
      props.onChanged();
    });
  return (
    <form
      class="card stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>▲ {t('tiesTitle', { award: props.award, left: open.left })}</p>
      <ol>
        {order.map((id, place) => {
          const name = names.get(id) ?? id;
          return (
            <li key={id}>
              {name}{' '}
              {place > 0 && (
                <Button small label={t('moveUp', { name })} onClick={() => up(place)}>
                  ↑
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <TextField
        label={t('tieHow')}
        hint={t('tieHowHint')}
        maxLength={300}
        value={words}
        onInput={setWords}
        error={tried && words.trim() === '' ? t('needWords') : undefined}
      />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('decide')}
        </Button>
      </div>
    </form>
  );
}
