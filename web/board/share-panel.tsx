// Giving the card to somebody without an account: a link for some days, as text and as a QR code, and the links given
// out so far with 收回.
import { useState } from 'preact/hooks';
import { createShare, listShares, revokeShare } from '../../schema/api/campaigns.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useAct, useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { Select } from '../ui/select.tsx';
import { dayWords } from '../ui/time.ts';
import { toast } from '../ui/toast.tsx';
import { t as ui } from '../ui/words/ui.ts';
import type { Scorecard } from './card-types.ts';
import { t } from './words.ts';

const lengths = ['7', '30', '90'] as const;

export function SharePanel(props: { card: Scorecard; onClose: () => void }) {
  const { card } = props;
  const params = { campaign: card.campaign.id, unit: card.unit.id };
  const [days, setDays] = useState<(typeof lengths)[number]>('7');
  const [link, setLink] = useState('');
  const given = useLoad(`${params.campaign} ${params.unit}`, () => call(listShares, { params }));
  const { busy, problem, act } = useAct();
  const make = () =>
    act(async () => {
      setLink((await call(createShare, { params, body: { days: Number(days) } })).link);
      given.again();
    });
  return (
    <section class="card stack no-print" aria-labelledby="share">
      <h2 id="share" tabIndex={-1}>
        {t('shareTitle', { unit: card.unit.name })}
      </h2>
      <p>{t('shareNote')}</p>
      <div class="line share-make">
        <Select
          label={t('shareDays')}
          value={days}
          options={lengths.map((n) => ({ value: n, label: t('shareDay', { n }) }))}
          onChange={setDays}
        />
        <Button kind="primary" busy={busy} onClick={make}>
          {t('shareMake')}
        </Button>
        <Button onClick={props.onClose}>{t('shareClose')}</Button>
      </div>
      {problem && <Banner kind="warn">{problem}</Banner>}
      {link && <Ready link={link} />}
      <Loading from={given}>
        {({ shares }) =>
          shares.length > 0 && (
            <div class="stack tight">
              <h3>{t('shareList')}</h3>
              <ul class="bare stack tight">
                {shares.map((share) => (
                  <Given key={share.id} share={share} params={params} onChange={given.again} />
                ))}
              </ul>
            </div>
          )
        }
      </Loading>
    </section>
  );
}

function Ready(props: { link: string }) {
  const copy = () =>
    navigator.clipboard.writeText(props.link).then(
      () => toast(ui('copied')),
      () => toast(ui('copyFailed')),
    );
  return (
    <div class="stack tight" role="status">
      <p>{t('shareReady')}</p>
      <p class="note">{t('shareWall')}</p>
      <div class="share-ready">
        <QrCode text={props.link} of={t('shareLink')} />
        <div class="stack tight">
          <input
            class="input"
            readOnly
            aria-label={t('shareLink')}
            value={props.link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div class="line">
            <Button kind="outlined" onClick={copy}>
              {ui('copy')}
            </Button>
            <LinkButton href={props.link.replace('#', '?wall#')} newPage>
              {t('wall')}
            </LinkButton>
          </div>
        </div>
      </div>
    </div>
  );
}

function Given(props: {
  share: {
    id: string;
    unit: { name: string };
    createdAt: number;
    expiresAt: number;
    revoked: boolean;
  };
  params: { campaign: string; unit: string };
  onChange: () => void;
}) {
  const { share } = props;
  const { busy, problem, act } = useAct();
  const revoke = () =>
    act(async () => {
      await call(revokeShare, { params: { ...props.params, share: share.id } });
      toast(t('revoked'));
      props.onChange();
    });
  const over = share.revoked ? t('shareEnded') : share.expiresAt <= Date.now() ? t('shareExpired') : '';
  return (
    <li class="line apart">
      <span>
        {t('shareLine', {
          unit: share.unit.name,
          from: dayWords(share.createdAt),
          to: dayWords(share.expiresAt),
        })}
      </span>
      {over ? (
        <span class="dim">{over}</span>
      ) : (
        <Button small kind="outlined" busy={busy} onClick={revoke}>
          {t('revoke')}
        </Button>
      )}
      {problem && <span class="field-error">{problem}</span>}
    </li>
  );
}
