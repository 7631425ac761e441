// A vote as it is being written: the fields of the page, from the vote as it is kept and back to what the Worker is asked.
import type { OwnerVote } from '../../../schema/api/owner-votes.ts';
import { noticeDaysUsual, type OwnerMatter } from '../../../schema/elections/owner-vote.ts';
import { dateInput, fromInputs, timeInput } from '../../ui/time.ts';
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

export const draftOf = (vote: OwnerVote): Draft => ({
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

export const daysOf = ({ noticeDays }: Draft) =>
  Math.min(60, Math.max(1, Math.round(Number(noticeDays) || 1)));

/** As the Worker is asked; undefined while dates make no sense. */
export function settingsOf(draft: Draft) {
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

/** Something that is asked is still empty. */
export const isIncomplete = (draft: Draft): boolean =>
  draft.title.trim() === '' ||
  draft.organiser.trim() === '' ||
  draft.matters.some(({ title, item }) => title.trim() === '' || item === 0) ||
  draft.elsewhere === undefined ||
  (draft.elsewhere && draft.official.trim() === '') ||
  (draft.silenceOn && (draft.article.trim() === '' || draft.warning.trim() === '')) ||
  (draft.namedOn && draft.named.trim() === '') ||
  (daysOf(draft) < noticeDaysUsual && draft.noticeGround.trim() === '');
