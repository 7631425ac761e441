// /board/sign/:unit — the card as it would be signed, and the act of signing it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Output } from '../../../schema/api/endpoint.ts';
import { issueCard, previewIssue } from '../../../schema/api/issued.ts';
import { Banner } from '../../ui/banner.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { ApiProblem } from '../../ui/problem.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dayWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { Frame } from '../frame.tsx';
import { NoteForm } from '../notes/note-form.tsx';
import { cardAddress as runAddress } from '../read-card.ts';
import { cardAddress } from './addresses.ts';
import { ComposedView } from './card-view.tsx';
import { numberWords, unfinishedWords } from './said.ts';
import { t } from './signed-words.ts';

export function SignPage() {
  const { params, query } = useRoute();
  const unit = params.unit ?? '';
  const { scorecard = '', period = '', campaign = '' } = query;
  const about = campaign ? { campaign } : { scorecard, period };
  const read = useLoad(`sign ${unit} ${scorecard} ${period} ${campaign}`, () =>
    call(previewIssue, { params: { unit }, query: about }),
  );
  useEffect(() => {
    document.title = t('signTitle');
  });
  return (
    <Frame demo={read.value?.card.demo ?? false}>
      <Loading from={read}>
        {(value) => (
          <Sign key={value.before?.id ?? ''} unit={unit} about={about} value={value} again={read.again} />
        )}
      </Loading>
    </Frame>
  );
}

type About = { campaign: string } | { scorecard: string; period: string };

function Sign(props: { unit: string; about: About; value: Output<typeof previewIssue>; again: () => void }) {
  const { unit, about, value } = props;
  const { card, before } = value;
  const { route } = useLocation();
  const [signer, setSigner] = useState(value.signer);
  const [organiser, setOrganiser] = useState(value.organiser);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [changed, setChanged] = useState(false);
  const top = useRef<HTMLElement>(null);
  const { busy, problem, act } = useAct();
  // The same press sent twice signs once.
  const id = useRef(freshId());
  const sign = () =>
    act(async () => {
      const issued = await call(issueCard, {
        params: { unit, issued: id.current },
        body: {
          about,
          seen: value.seen,
          signer,
          organiser,
          corrects: before?.id ?? null,
          reason: before ? reason : '',
        },
      }).catch((thrown: unknown) => {
        if (!(thrown instanceof ApiProblem && thrown.code === 'stale')) throw thrown;
      });
      if (!issued) {
        // Nothing is signed that was not read: what it is now is shown from its top on.
        setAsked(false);
        setChanged(true);
        props.again();
        top.current?.scrollIntoView();
        return;
      }
      route(`/i/${issued.id}`);
      toast(t('signed'));
    });
  const noted =
    'campaign' in about
      ? { card: about.campaign, period: '', unit }
      : { card: about.scorecard, period: about.period, unit };
  const back =
    'campaign' in about ? runAddress(about.campaign, unit) : cardAddress(about.scorecard, unit, about.period);
  return (
    <div class="stack wide board-card">
      <header class="stack tight" ref={top}>
        <Breadcrumb steps={[{ title: card.title, href: back }, { title: t('signTitle') }]} />
        <h1>{t('signTitle')}</h1>
        <p class="note">
          {card.unit.name} · {card.title} · {t('number')} {numberWords(value, card.unit.name)}
        </p>
      </header>
      {changed && <Banner kind="warn">{t('signChanged')}</Banner>}
      {value.maySign ? (
        <Banner>
          {t('signPublic')} {t('signNote')}
        </Banner>
      ) : (
        <Banner kind="warn">{t('mayNotSign')}</Banner>
      )}
      {before && (
        <p>
          {t('alreadySigned', {
            number: numberWords(before),
            day: dayWords(before.signedAt),
            signer: before.signer,
          })}{' '}
          <a href={`/i/${before.id}`}>{t('publicTitle', { number: numberWords(before) })}</a>
        </p>
      )}
      <ComposedView
        card={card}
        notesOpen
        more={(line) => <NoteForm about={noted} measure={line.id} onChange={props.again} />}
      />
      {card.notes.length > 0 && <p class="note">{t('notesGoAlong')}</p>}
      {value.maySign && (
        <form
          class="card stack"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
          }}
        >
          <div class="composed-fields">
            <TextField label={t('signer')} value={signer} onInput={setSigner} maxLength={30} />
            <TextField
              label={t('organiser')}
              hint={t('organiserHint')}
              value={organiser}
              onInput={setOrganiser}
              maxLength={50}
            />
          </div>
          {before && <TextField label={t('reason')} value={reason} onInput={setReason} maxLength={200} />}
          <div>
            <Button
              type="submit"
              kind="primary"
              busy={busy}
              disabled={
                signer.trim() === '' || organiser.trim() === '' || (before !== null && reason.trim() === '')
              }
            >
              {t(before ? 'correctAct' : 'signAct')}
            </Button>
          </div>
        </form>
      )}
      {asked && (
        <Dialog
          title={t(before ? 'correctAct' : 'signAct')}
          verb={t('signVerb')}
          busy={busy}
          problem={problem}
          onAct={sign}
          onClose={() => setAsked(false)}
        >
          {unfinishedWords(card) !== '' && <p>▲ {unfinishedWords(card)}</p>}
          <p>{t('signSure', { number: numberWords(value, card.unit.name), title: card.title })}</p>
          <p>{t('signBy', { signer, organiser })}</p>
          {signer.trim() !== value.signer && <p>▲ {t('signOther', { account: value.signer, signer })}</p>}
        </Dialog>
      )}
    </div>
  );
}
