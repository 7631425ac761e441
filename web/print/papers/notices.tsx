// What is posted before the vote: that there is one, who is on the roll, who stands.
import type { Entry } from '../../../schema/api/rolls.ts';
import { dayAfter } from '../../../schema/elections/days.ts';
import { roundRule } from '../../../schema/elections/pack.ts';
import { postedName } from '../../../schema/rolls/heads.ts';
import { roundSentence } from '../../ui/round-rule.ts';
import { sourceLine } from '../../ui/source-line.ts';
import { chunked, dayOf, Foot, Paper, placeOf, type SheetProps } from './paper.tsx';
import { t } from './words.ts';

export function NoticeSheet({ election, of, pack }: SheetProps) {
  const { days } = of;
  const { post, organiser } = election;
  const name = placeOf(of);
  const votes = days.vote === days.voteEnd ? dayOf(days.vote) : `${dayOf(days.vote)}–${dayOf(days.voteEnd)}`;
  const { proxies } = pack;
  const again = of.round > 1;
  const rule = roundRule(pack, of.kind);
  const who = t(`who-${pack.electors.basis}`);
  return (
    <Paper
      close
      title={t(again ? 'noticeTitleAgain' : 'noticeTitle', { post })}
      foot={<Foot election={election} of={of} day={dayOf(again ? days.candidates : days.roll)} notes={[]} />}
    >
      <p class="flush">{t('noticeTo', { name })}</p>
      <p>
        {again && t(`noticeAgain-${of.kind}`)}
        {t('noticeFirst', { organiser, day: dayOf(days.vote), name, post, seats: of.seats })}
      </p>
      <p>
        {t('noticeHow', {
          about: roundSentence(pack, of.kind, rule),
          source: sourceLine(rule.need.sources.slice(0, 1)),
        })}
      </p>
      <p>
        {again
          ? t('noticeWhoAgain', { who })
          : t('noticeWho', { who, roll: dayOf(days.roll), until: dayOf(days.objections) })}
      </p>
      <p>{standWords({ of, pack })}</p>
      <p>{t(`noticeVote-${election.preset}`, { days: votes, opens: days.opens, closes: days.closes })}</p>
      <p>
        {proxies
          ? t('noticeProxy', {
              whom: t(proxies.relativesOnly ? 'whomRelative' : 'whomAny'),
              limit: proxies.limit,
              day: dayOf(dayAfter(days.vote, -(proxies.applyDays ?? 0))),
            })
          : t('noticeNoProxy')}
      </p>
      <p>{t('noticeHelp')}</p>
    </Paper>
  );
}

/** Who stands in a later round comes from the vote before: nothing is nominated. */
function standWords({ of, pack }: Pick<SheetProps, 'of' | 'pack'>): string {
  const { days, candidates, round } = of;
  const names = candidates.map((one) => one.name).join(t('and'));
  if (pack.candidates.choice === 'none' && names === '') return t('noticeNobody');
  return round > 1
    ? t('noticeStandAgain', { names: names || t('noticeLater') })
    : t('noticeNominate', { nominate: dayOf(days.nominate), candidates: dayOf(days.candidates) });
}

/**
 * Doors on a sheet, in two columns; a few names may take two lines. A roll of electors is posted with whole names
 * (村民委员会组织法 article 14), one of households with no more than its bearer needs.
 */
export const doorsOnSheet = 52;

export function RollSheets({ election, of, entries }: SheetProps & { entries: readonly Entry[] }) {
  const kind = t(`kind-${election.rollKind ?? 'household'}`);
  const name = placeOf(of);
  const persons = election.rollKind === 'person';
  const lists = chunked(entries, doorsOnSheet);
  return (
    <>
      <Paper
        page={1}
        title={t('rollTitle', { name, kind })}
        foot={<Foot election={election} of={of} day={dayOf(of.days.roll)} notes={[]} />}
      >
        <p>
          {t('rollFirst', {
            post: election.post,
            kind,
            n: t(persons ? 'persons' : 'households', { n: entries.length }),
            until: dayOf(of.days.objections),
          })}
        </p>
        <p>
          {t('annex')}：{t('rollHead', { name, kind })}
        </p>
      </Paper>
      {lists.map((list, at) => (
        <Paper key={list[0]?.id} page={at + 2}>
          <h3 class="paper-annex">
            {t('annex')}　{t('rollHead', { name, kind })}
            {at > 0 && t('continued')}
          </h3>
          <div class="paper-columns">
            {chunked(list, Math.ceil(list.length / 2)).map((column, side) => (
              <table key={column[0]?.id} class="paper-table">
                <thead>
                  <tr>
                    <th>{t('number')}</th>
                    <th>{t('door')}</th>
                    <th>{t(persons ? 'electorPerson' : 'elector')}</th>
                  </tr>
                </thead>
                <tbody>
                  {column.map((entry, row) => (
                    <tr key={entry.id}>
                      <td>{at * doorsOnSheet + side * Math.ceil(list.length / 2) + row + 1}</td>
                      <td>{doorWords(entry)}</td>
                      <td>{persons ? entry.name : postedName(entry.name)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        </Paper>
      ))}
    </>
  );
}

export const doorWords = ({ stairwell, door }: { stairwell: string; door: string }): string =>
  stairwell === '' ? door : t('doorOf', { stairwell, door });

export function CandidatesSheet({ election, of }: SheetProps) {
  const { days, candidates } = of;
  const to = dayAfter(days.checkIn ?? days.vote, -1);
  return (
    <Paper
      title={t('candidatesTitle', { post: election.post })}
      foot={
        <Foot
          election={election}
          of={of}
          day={dayOf(days.candidates)}
          notes={[t('candidatesDays', { from: dayOf(days.candidates), to: dayOf(to) })]}
        />
      }
    >
      <p>
        {t(of.round > 1 ? 'candidatesAgain' : 'candidatesFirst', {
          name: placeOf(of),
          post: election.post,
          seats: of.seats,
        })}
      </p>
      {candidates.length === 0 ? (
        <p>{t('candidatesNone')}</p>
      ) : (
        <table class={`paper-table${candidates.length > 6 ? ' tight' : ''}`}>
          <thead>
            <tr>
              <th>{t('number')}</th>
              <th class="paper-name">{t('name')}</th>
              <th>{t('line')}</th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((one, at) => (
              <tr key={one.id}>
                <td>{at + 1}</td>
                <td>{one.name}</td>
                <td class="words">{one.line}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Paper>
  );
}
