// A vote being prepared: what is asked, when, and behind one press what few need. Saved by hand; posted once nothing is
// missing.
import { useState } from 'preact/hooks';
import { type OwnerVote, stepOwnerVote, updateOwnerVote } from '../../../schema/api/owner-votes.ts';
import { noticeDaysUsual, noticeFaults, type OwnerMatter } from '../../../schema/elections/owner-vote.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayLength, dayWords, fromInputs, timeInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { doorWords } from './doors.tsx';
import { Matters } from './matters.tsx';
import { MoreSettings, Standing } from './more-settings.tsx';
import { Turnout } from './turnout.tsx';
import type { VoteProps } from './vote-page.tsx';
import { t } from './words.ts';

export interface Draft {
  title: string;
  organiser: string;
  phone: string;
  words: string;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  noticeDays: string;
  noticeGround: string;
  official: string;
  /** the binding vote is cast elsewhere; undefined until somebody says */
  elsewhere: boolean | undefined;
  silenceOn: boolean;
  article: string;
  warning: string;
  abstentions: 'stand' | 'follow';
  namedOn: boolean;
  named: string;
  /** item 0: not chosen yet */
  matters: readonly OwnerMatter[];
}

const draftOf = (vote: OwnerVote): Draft => ({
  title: vote.title,
  organiser: vote.organiser,
  phone: vote.phone,
  words: vote.words,
  opensDay: dateInput(vote.opensAt),
  opensTime: timeInput(vote.opensAt),
  closesDay: dateInput(vote.closesAt),
  closesTime: timeInput(vote.closesAt),
  noticeDays: String(vote.noticeDays),
  noticeGround: vote.noticeGround,
  official: vote.official,
  // As it was made nobody was asked.
  elsewhere: vote.rev === 1 ? undefined : vote.official !== '',
  silenceOn: vote.silence !== null,
  article: vote.silence?.article ?? '',
  warning: vote.silence?.warning ?? t('warningUsual'),
  abstentions: vote.silence?.abstentions ?? 'stand',
  namedOn: vote.named !== '',
  named: vote.named,
  matters: vote.matters,
});

const daysOf = ({ noticeDays }: Draft) => Math.min(60, Math.max(1, Math.round(Number(noticeDays) || 1)));

/** As the Worker is asked; undefined while dates make no sense. */
function settingsOf(draft: Draft) {
  const opensAt = fromInputs(draft.opensDay, draft.opensTime);
  const closesAt = fromInputs(draft.closesDay, draft.closesTime);
  if (opensAt === undefined || closesAt === undefined || closesAt <= opensAt) return undefined;
  const { article, warning, abstentions } = draft;
  return {
    title: draft.title.trim(),
    organiser: draft.organiser.trim(),
    phone: draft.phone.trim(),
    words: draft.words.trim(),
    opensAt,
    closesAt,
    noticeDays: daysOf(draft),
    noticeGround: daysOf(draft) < noticeDaysUsual ? draft.noticeGround.trim() : '',
    official: draft.elsewhere ? draft.official.trim() : '',
    silence: draft.silenceOn ? { article: article.trim(), warning: warning.trim(), abstentions } : null,
    named: draft.namedOn ? draft.named.trim() : '',
    matters: draft.matters.map((one) => ({ ...one, title: one.title.trim(), text: one.text.trim() })),
  };
}

export function Prepare(props: VoteProps) {
  const { vote } = props.view;
  const [draft, setDraft] = useState(() => draftOf(vote));
  const [tried, setTried] = useState(false);
  const [posting, setPosting] = useState(false);
  const { busy, problem, act } = useAct();
  const settings = settingsOf(draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(vote));
  const blank =
    draft.title.trim() === '' ||
    draft.organiser.trim() === '' ||
    draft.matters.some(({ title, item }) => title.trim() === '' || item === 0) ||
    draft.elsewhere === undefined ||
    (draft.elsewhere && draft.official.trim() === '') ||
    (draft.silenceOn && (draft.article.trim() === '' || draft.warning.trim() === '')) ||
    (draft.namedOn && draft.named.trim() === '') ||
    (daysOf(draft) < noticeDaysUsual && draft.noticeGround.trim() === '');
  const faults = settings
    ? noticeFaults({ ...settings, today: dateInput(Date.now()), opens: draft.opensDay })
    : [];
  const save = () =>
    act(async () => {
      setTried(true);
      if (!settings || blank) return;
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

const placeWords = ({ building, ...door }: VoteProps['view']['doubts'][number]['units'][number]) =>
  `${building} ${doorWords(door)}`;

function Post({ view, onChanged, onClose }: VoteProps & { onClose: () => void }) {
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
          <ul>
            {doubts.map(({ why, units }) => {
              const doors = units.map(placeWords).join(t('and'));
              return (
                <li key={doors}>
                  {t(`doubt-${why}`)}
                  {doors}
                </li>
              );
            })}
          </ul>
          <p>
            <a href={`/staff/rolls/${vote.roll}`}>{t('toRoll')}</a>
          </p>
          <Choice kind="box" checked={checked} onChange={setChecked} label={t('checked')} />
        </>
      )}
    </Dialog>
  );
}
