// Posting a vote: how many are asked, and what stands in the roll that somebody must have looked at first.
import { useState } from 'preact/hooks';
import { stepOwnerVote } from '../../../schema/api/owner-votes.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { DoubtList } from '../rolls/doubt-list.tsx';
import type { VoteProps } from './vote-page.tsx';
import { t } from './words.ts';

export function Post({ view, onChanged, onClose }: VoteProps & { onClose: () => void }) {
  const { vote, all, doubts } = view;
  const [checked, setChecked] = useState(false);
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const post = () =>
    act(async () => {
      setWrong(doubts.length > 0 && !checked ? t('needChecked') : '');
      if (doubts.length > 0 && !checked) return;
      const body = { rev: vote.rev, to: 'notice' as const, checked: doubts.length };
      await call(stepOwnerVote, { params: { vote: vote.id }, body });
      toast(t('posted'));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t('postTitle', { title: vote.title })}
      verb={t('post')}
      busy={busy}
      problem={problem || wrong}
      onAct={post}
      onClose={onClose}
    >
      <p>{t('postWords', { heads: count(all.heads), area: showArea(all.area) })}</p>
      {doubts.length > 0 && (
        <>
          <p>▲ {t('doubts', { n: doubts.length })}</p>
          <DoubtList doubts={doubts} />
          <p>
            <a href={`/staff/rolls/${vote.roll}`}>{t('toRoll')}</a>
          </p>
          <Choice kind="box" checked={checked} onChange={setChecked} label={t('checked')} />
        </>
      )}
    </Dialog>
  );
}
