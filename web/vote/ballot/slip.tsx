// The voting slip: key and token as a QR code, against a lost phone; and the page that a slip opens.
import { useEffect, useState } from 'preact/hooks';
import type { ContestRecord, getRecord, LetterContest } from '../../../schema/api/ballots.ts';
import type { getPublicContest } from '../../../schema/api/public-elections.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { useLoad } from '../../ui/load.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { Contest } from './contest.tsx';
import { type Kept, keep, placeOf, readKept } from './kept.ts';
import { type Slip, slipAddress } from './letter.ts';
import { t } from './words.ts';

export function SlipPicture({ kept, open = false }: { kept: Kept; open?: boolean }) {
  const [shown, setShown] = useState(open);
  const { contest, secret, token = '' } = kept;
  return (
    <>
      <button type="button" class="plain clear" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t('hide') : t('keepSlip')}
      </button>
      {shown && (
        <figure class="slip printed">
          <figcaption>
            <h2>{t('slipTitle')}</h2>
            <p>{t('slipHelp')}</p>
          </figcaption>
          <QrCode text={slipAddress(location.origin, { contest, secret, token })} of={t('slipOf')} />
        </figure>
      )}
    </>
  );
}

/** A contest as a letter would open it: what is fixed stands in the public record, the candidates' lines on the public page. */
export async function asLetter(contest: string): Promise<LetterContest> {
  const record = await ask<typeof getRecord>(`/api/contests/${contest}/record`);
  const page = await ask<typeof getPublicContest>(`/api/e/${record.slug}/contests/${contest}`).catch(
    () => null,
  );
  return letterOf(record, page?.candidates ?? []);
}

function letterOf(record: ContestRecord, candidates: LetterContest['candidates']): LetterContest {
  const { ballot, writeIns, overSelection } = JSON.parse(record.pack) as Pack;
  const { contest, slug, title, post, rehearsal, name, above, organiser, phone, state, phases } = record;
  const { votingFrom, votingTo } = record;
  return {
    ...{
      contest,
      slug,
      title,
      post,
      rehearsal,
      name,
      above,
      organiser,
      phone,
      state,
      phases,
      votingFrom,
      votingTo,
    },
    preset: 'sealed',
    checkInFrom: null,
    checkInTo: null,
    channel: 'token',
    proxy: null,
    entry: record.entries[0]?.text ?? null,
    ballot: { style: ballot.style, writeIns: writeIns.allowed, over: overSelection.voids },
    candidates,
  };
}

export function SlipHolder({ slip }: { slip: Slip }) {
  const holder = { secret: `slip ${slip.secret}`, slip: true as const };
  const [kept, setKept] = useState(false);
  const read = useLoad(slip.contest, () => asLetter(slip.contest));
  useEffect(() => {
    placeOf(slip.contest, holder.secret).then((place) => {
      if (!readKept(place)) keep(place, { ...slip, receipts: [] });
      setKept(true);
    });
  }, [slip.contest]);
  if (read.value && kept) return <Contest contest={read.value} door="" holder={holder} late={0} />;
  return (
    <Frame title={t('title')}>
      <Reading from={read}>{() => null}</Reading>
    </Frame>
  );
}
