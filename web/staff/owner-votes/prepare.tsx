// A vote being prepared: what is asked, when, and behind one press what few need. Saved by hand; posted once nothing is
// missing.
import { useState } from 'preact/hooks';
import { updateOwnerVote } from '../../../schema/api/owner-votes.ts';
import { noticeDaysUsual, noticeFaults } from '../../../schema/elections/owner-vote.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayLength, dayWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { type Draft, daysOf, draftOf, isIncomplete, settingsOf } from './draft.ts';
import { Matters } from './matters.tsx';
import { MoreSettings, Standing } from './more-settings.tsx';
import { Post } from './post.tsx';
import { Turnout } from './turnout.tsx';
import type { VoteProps } from './vote-page.tsx';
import { t } from './words.ts';

export function Prepare(props: VoteProps) {
  const { vote } = props.view;
  const [draft, setDraft] = useState(() => draftOf(vote));
  const [tried, setTried] = useState(false);
  const [posting, setPosting] = useState(false);
  const { busy, problem, act } = useAct();
  const settings = settingsOf(draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(vote));
  const faults = settings
    ? noticeFaults({ ...settings, today: dateInput(Date.now()), opens: draft.opensDay })
    : [];
  const save = () =>
    act(async () => {
      setTried(true);
      if (!settings || isIncomplete(draft)) return;
      const body = { rev: vote.rev, ...settings };
      setDraft(draftOf(await call(updateOwnerVote, { params: { vote: vote.id }, body })));
      setTried(false);
      toast(t('saved'));
      props.onChanged();
    });
  return (
    <>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Matters
          matters={draft.matters}
          tried={tried}
          onChange={(matters) => set({ matters })}
          onUndo={(matters) => setDraft((now) => ({ ...now, matters }))}
        />
        <Standing draft={draft} set={set} tried={tried} />
        <Dates draft={draft} set={set} wrong={!settings} tried={tried} />
        <div class="sheet">
          <TextField
            label={t('name')}
            maxLength={60}
            value={draft.title}
            onInput={(title) => set({ title })}
            error={tried && draft.title.trim() === '' ? t('needName') : undefined}
          />
          <TextField
            label={t('organiser')}
            maxLength={50}
            value={draft.organiser}
            onInput={(organiser) => set({ organiser })}
            error={tried && draft.organiser.trim() === '' ? t('needOrganiser') : undefined}
          />
          <TextField
            label={t('phone')}
            optional
            maxLength={30}
            value={draft.phone}
            onInput={(phone) => set({ phone })}
          />
        </div>
        <MoreSettings draft={draft} set={set} tried={tried} />
        {problem && <Banner kind="warn">{problem}</Banner>}
        {dirty && (
          <div>
            <Button type="submit" kind="primary" busy={busy}>
              {t('save')}
            </Button>
          </div>
        )}
      </form>
      {!dirty && (
        <section class="stack tight" aria-label={t('post')}>
          {faults.length > 0 ? (
            <>
              <p>{t('toDo')}</p>
              <ul class="owner-faults">
                {faults.map((fault) => (
                  <li key={fault}>▲ {t(`fault-${fault}`)}</li>
                ))}
              </ul>
            </>
          ) : (
            <div>
              <Button kind="primary" onClick={() => setPosting(true)}>
                {t('post')}
              </Button>
            </div>
          )}
        </section>
      )}
      {posting && <Post {...props} onClose={() => setPosting(false)} />}
      <Turnout view={props.view} />
    </>
  );
}

function Dates(props: {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  wrong: boolean;
  tried: boolean;
}) {
  const { draft, set } = props;
  const days = daysOf(draft);
  return (
    <section class="sheet" aria-label={t('window')}>
      <h2>{t('window')}</h2>
      <div class="owner-dates">
        <TextField
          type="date"
          label={t('opensDay')}
          value={draft.opensDay}
          onInput={(opensDay) => set({ opensDay })}
        />
        <TextField
          type="time"
          label={t('opensTime')}
          value={draft.opensTime}
          onInput={(opensTime) => set({ opensTime })}
        />
        <TextField
          type="date"
          label={t('closesDay')}
          value={draft.closesDay}
          onInput={(closesDay) => set({ closesDay })}
          error={props.wrong ? t('wrongWindow') : undefined}
        />
        <TextField
          type="time"
          label={t('closesTime')}
          value={draft.closesTime}
          onInput={(closesTime) => set({ closesTime })}
        />
      </div>
      <TextField
        type="number"
        short
        min={1}
        max={60}
        label={t('noticeDays')}
        hint={t('noticeDaysHint', { day: dayWords(Date.now() + days * dayLength) })}
        value={draft.noticeDays}
        onInput={(noticeDays) => set({ noticeDays })}
      />
      {days < noticeDaysUsual && (
        <TextField
          label={t('noticeGround')}
          maxLength={200}
          value={draft.noticeGround}
          onInput={(noticeGround) => set({ noticeGround })}
          error={props.tried && draft.noticeGround.trim() === '' ? t('fault-no-ground') : undefined}
        />
      )}
    </section>
  );
}
