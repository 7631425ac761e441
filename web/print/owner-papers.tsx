// The papers of a vote of owners that are posted: notice, result with both measures and the articles, list of who took
// part. As long as they are; the head of a table stands on every page.
import type { ComponentChildren } from 'preact';
import type { Output } from '../../schema/api/endpoint.ts';
import type { listVoters, OwnerVote, VoteResult } from '../../schema/api/owner-votes.ts';
import { matterOf } from '../../schema/elections/owner-vote.ts';
import { ownerSources } from '../../schema/elections/packs/owners.ts';
import { showArea } from '../../schema/rolls/area.ts';
import { count } from '../ui/figures.ts';
import { sourceLine } from '../ui/source-line.ts';
import { dayWords, momentWords } from '../ui/time.ts';
import { language } from '../ui/words/language.ts';
import { withoutStop } from '../ui/words/without-stop.ts';
import { placeWords } from './owner-ballot.tsx';
import type { VoteToPrint } from './owners-page.tsx';
import { t } from './owners-words.ts';

function Paper(props: { title: string; vote: OwnerVote; at: number; children: ComponentChildren }) {
  const { vote } = props;
  return (
    <article class="owner-paper">
      <h2>{props.title}</h2>
      {props.children}
      {vote.phone !== '' && <p class="small">{t('ask', { phone: vote.phone })}</p>}
      <footer class="seal">
        <span>{vote.organiser}</span>
        <span>{dayWords(props.at, 0)}</span>
        <small>{t('seal')}</small>
      </footer>
    </article>
  );
}

const windowOf = (vote: OwnerVote) => ({
  from: momentWords(vote.opensAt, 0),
  to: momentWords(vote.closesAt, 0),
});

export function NoticePaper({ view }: { view: VoteToPrint }) {
  const { vote, all, roll } = view;
  return (
    <Paper title={t('noticeTitle', { title: vote.title })} vote={vote} at={vote.noticedAt ?? 0}>
      <p class="flush">{t('to')}</p>
      <p>{t(vote.official === '' ? 'noticeIntro' : 'recordIntro', windowOf(vote))}</p>
      {vote.matters.map(({ id, title, text, item }, at) => {
        const lawful = matterOf(item);
        return (
          <section key={id}>
            <h3>{t('matter', { n: at + 1, title })}</h3>
            {text && <p class="typed">{text}</p>}
            <p>
              {t('lawItem', { text: lawful.text[language()] })}
              {t(`need-${lawful.kind}`)}
            </p>
          </section>
        );
      })}
      <p>
        {t('quorum', {
          heads: count(all.heads),
          area: showArea(all.area),
          code: roll.sha256?.slice(0, 12) ?? '',
        })}
      </p>
      {vote.official !== '' && (
        <p>
          <b>{t('official', { place: withoutStop(vote.official) })}</b>
        </p>
      )}
      <p>{t('howToVote')}</p>
      {vote.noticeGround !== '' && (
        <p>{t('noticeGround', { n: vote.noticeDays, ground: withoutStop(vote.noticeGround) })}</p>
      )}
      {vote.silence && (
        <p>
          <b>
            {t('silence', {
              warning: withoutStop(vote.silence.warning),
              article: withoutStop(vote.silence.article),
            })}
          </b>
        </p>
      )}
      <p>{vote.named === '' ? t('notNamed') : t('isNamed', { reason: withoutStop(vote.named) })}</p>
      {vote.words && <p class="typed">{vote.words}</p>}
      <p>{t('trust')}</p>
    </Paper>
  );
}

type MatterResult = VoteResult['matters'][number];

export function ResultPaper({ view, result }: { view: VoteToPrint; result: VoteResult }) {
  const { vote, roll } = view;
  const { self, assisted, paper } = result.ballots;
  const record = vote.official !== '';
  return (
    <Paper
      title={t(record ? 'recordTitle' : 'resultTitle', { title: vote.title })}
      vote={vote}
      at={vote.announcedAt ?? vote.closedAt ?? result.at}
    >
      <p class="flush">{t('to')}</p>
      <p>
        {t('resultIntro', {
          ...windowOf(vote),
          n: count(self + assisted + paper),
          self: count(self),
          assisted: count(assisted),
          paper: count(paper),
          paperAssisted: count(result.paperAssisted),
        })}
      </p>
      {result.voided.map(({ reason, n, again }) => (
        <p key={reason}>{t('voidedOnes', { reason, n, again })}</p>
      ))}
      {result.matters.map((matter, at) => (
        <MatterOnPaper
          key={matter.id}
          heading={t('matter', {
            n: at + 1,
            title: vote.matters.find(({ id }) => id === matter.id)?.title ?? '',
          })}
          matter={matter}
          record={record}
        />
      ))}
      <p>{record ? <b>{t('official', { place: withoutStop(vote.official) })}</b> : t('objection')}</p>
      <p class="small">{t('uncountedNote')}</p>
      <p class="small">{t('codes', { roll: roll.sha256 ?? '' })}</p>
    </Paper>
  );
}

function MatterOnPaper(props: { heading: string; matter: MatterResult; record: boolean }) {
  const { heading, matter, record } = props;
  const { strict, silence, decides, passes, kind } = matter;
  const sums = decides === 'silence' && silence ? silence : strict;
  return (
    <section>
      <h3>
        {heading}：{t(record ? (passes ? 'wouldPass' : 'wouldFail') : passes ? 'passes' : 'fails')}
        {!sums.quorum && `（${t('noQuorum')}）`}
      </h3>
      <p>{t(`need-${kind}`)}</p>
      <Measures
        caption={
          silence ? `${t('strict')}，${t(decides === 'strict' ? 'decides' : 'onlyShown')}` : t('strict')
        }
        sums={strict}
        uncounted={matter.uncounted}
      />
      {silence && (
        <>
          <Measures
            caption={`${t('withSilence', {
              heads: count(silence.joined.heads),
              area: showArea(silence.joined.area),
            })}，${t(decides === 'silence' ? 'decides' : 'onlyShown')}`}
            sums={silence}
            uncounted={matter.uncounted}
          />
          {silence.faults.length > 0 && (
            <p class="small">
              {t('faults', { faults: silence.faults.map((fault) => t(`silence-${fault}`)).join(t('comma')) })}
            </p>
          )}
        </>
      )}
      <p class="small">{t('law', { texts: sourceLine(ownerSources(kind)) })}</p>
    </section>
  );
}

function Measures(props: {
  caption: string;
  sums: MatterResult['strict'];
  uncounted: MatterResult['uncounted'];
}) {
  const { caption, sums } = props;
  const columns = [
    ['all', sums.all],
    ['needPart', sums.quorumNeed],
    ['tookPart', sums.part],
    ['needAgree', sums.need],
    ['agree', sums.agree],
    ['against', sums.against],
    ['abstain', sums.abstain],
    ['uncounted', props.uncounted],
  ] as const;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(([key]) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('heads')}</th>
          {columns.map(([key, { heads }]) => (
            <td key={key}>{count(heads)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('area')}</th>
          {columns.map(([key, { area }]) => (
            <td key={key}>{showArea(area)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

export function ListPaper(props: { view: VoteToPrint; units: Output<typeof listVoters>['units'] }) {
  const { vote } = props.view;
  const named = vote.named !== '';
  return (
    <Paper
      title={t('listTitle', { title: vote.title })}
      vote={vote}
      at={vote.announcedAt ?? vote.closedAt ?? 0}
    >
      <p>
        {t('listNote')} {named ? t('isNamed', { reason: withoutStop(vote.named) }) : t('notNamed')}
      </p>
      <table class="voters">
        <thead>
          <tr>
            <th scope="col">{t('door')}</th>
            <th scope="col">{t('area')}</th>
            <th scope="col">{t('took')}</th>
            {named &&
              vote.matters.map(({ id, title }, at) => (
                <th key={id} scope="col">
                  {t('matter', { n: at + 1, title })}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {props.units.map((unit) => (
            <tr key={placeWords(unit)}>
              <th scope="row">{placeWords(unit)}</th>
              <td>{showArea(unit.area)}</td>
              <td>{t(unit.channel ? `took-${unit.channel}` : 'tookNot')}</td>
              {named &&
                vote.matters.map(({ id }) => {
                  const choice = unit.choices?.[id];
                  return <td key={id}>{choice && t(`choice-${choice}`)}</td>;
                })}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
