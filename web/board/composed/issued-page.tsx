// /i/:issued — a card that was signed off, for everybody: its figures as they were signed, and whether the check code fits.
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { getIssued, type Issued } from '../../../schema/api/issued.ts';
import { showCheck } from '../../../schema/elections/result.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { usePrintHead, usePrintUnfolded } from '../../ui/print.ts';
import { dayWords } from '../../ui/time.ts';
import { Frame } from '../frame.tsx';
import { ComposedView } from './card-view.tsx';
import { checkedCode } from './check.ts';
import { askedWords, isHidden, numberWords, periodWords } from './said.ts';
import { t } from './signed-words.ts';

export function IssuedPage() {
  const { params } = useRoute();
  const issued = params.issued ?? '';
  const read = useLoad(`issued ${issued}`, async () => {
    const value = await call(getIssued, { params: { issued } });
    return { value, fits: (await checkedCode(value)) === value.sha256 };
  });
  const value = read.value?.value;
  useEffect(() => {
    if (value) document.title = `${value.card.unit.name} · ${value.title} · ${numberWords(value)}`;
  }, [value]);
  return (
    <Frame demo={value?.card.demo ?? false} shared name={t('issued')}>
      <Loading from={read}>{({ value: told, fits }) => <Told issued={told} fits={fits} />}</Loading>
    </Frame>
  );
}

function Told({ issued, fits }: { issued: Issued; fits: boolean }) {
  const { card, correctedBy, corrects } = issued;
  const asked = askedWords(card);
  const shown = card.measures.some(({ figure }) => figure.value !== null);
  usePrintUnfolded();
  usePrintHead(`${card.unit.name} · ${issued.title} · ${numberWords(issued)}`);
  return (
    <div class="stack wide board-card">
      <header class="stack tight">
        <h1>
          {card.unit.name} {issued.title}
        </h1>
        <p class="note">
          {card.period ? `${periodWords(card.period)} · ` : asked && `${asked} · `}
          {numberWords(issued, card.unit.name)} ·{' '}
          {t('publicBy', {
            organiser: issued.organiser,
            signer: issued.signer,
            day: dayWords(issued.signedAt, 0),
          })}
        </p>
      </header>
      {correctedBy && (
        <Banner kind="warn">
          <a href={`/i/${correctedBy.id}`}>{t('correctedBy', { number: numberWords(correctedBy) })}</a>
        </Banner>
      )}
      {corrects && (
        <p>
          <a href={`/i/${corrects.id}`}>
            {t('corrects', { number: numberWords(corrects), reason: corrects.reason })}
          </a>{' '}
          {!correctedBy && t('stands')}
        </p>
      )}
      {!shown && card.measures.some(({ figure }) => isHidden(figure)) && <Banner>{t('hiddenAll')}</Banner>}
      <ComposedView card={card} signed />
      <section class="card stack tight" aria-labelledby="check">
        <h2 id="check">{t('checkCode')}</h2>
        <p>
          {showCheck(issued.sha256)}{' '}
          <span class={fits ? '' : 'mark-warn'}>{t(fits ? 'checkRight' : 'checkWrong')}</span>
        </p>
        <p class="note composed-code">{issued.sha256}</p>
        <p class="note">
          {t('checkNote')} <a href={`/api/open/issued/${issued.id}`}>{t('openData')}</a>
        </p>
      </section>
      <div class="line no-print">
        <LinkButton kind="outlined" href={`/print/issued?card=${issued.id}`}>
          {t('printNotice')}
        </LinkButton>
      </div>
    </div>
  );
}
