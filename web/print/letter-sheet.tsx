// One voting letter on A4, for a window envelope DL (220 × 110 mm, in China No. 5) with its window 20 mm from the left:
// the address stands 20 mm from the left and 45 mm from the top, as DIN 5008 form B sets it, and the sheet is folded at
// 105 and 210 mm. Nothing secret lies behind the window. The secret stands in the fragment of the address, which no
// browser sends to a server, and again in groups of four to type.
import type { Output } from '../../schema/api/endpoint.ts';
import type { Evaluation } from '../../schema/api/evaluation-shapes.ts';
import type { makeLetters } from '../../schema/api/rolls.ts';
import { showCheck, showLedger } from '../../schema/elections/result.ts';
import { evaluationName } from '../../schema/evaluations/names.ts';
import { showCode } from '../../schema/ids.ts';
import type { RollKind } from '../../schema/rolls/rows.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { momentWords } from '../ui/time.ts';
import { spoken, withQuiet } from './address.ts';
import { t } from './letter-words.ts';

/** Owners vote on pages of their own. */
const roomOf = (kind: RollKind) => (kind === 'owner' ? 'o' : 'v');
/** With the check code of what is settled, so that the phone sees whether the page shows anything else. */
const letterAddress = (origin: string, kind: RollKind, secret: string, settled: string | null): string =>
  `${origin}/${roomOf(kind)}#${secret}${settled === null ? '' : `.${settled}`}`;

type About = Output<typeof makeLetters>['about'];

/** When, and how long it takes. */
const whenWords = (kind: RollKind, { checkIn, from, to }: NonNullable<About>): string =>
  t(kind === 'owner' ? 'whenOwner' : checkIn === null ? 'when' : 'whenTwice', {
    checkIn: checkIn === null ? '' : momentWords(checkIn),
    from: momentWords(from),
    to: momentWords(to),
  });

/** What the reader compares: of an election what the ledger begins with, of owners what the notice says of their roll. */
function CheckCode(props: { kind: RollKind; settled: string | null; sha256: string | null }) {
  const { settled, sha256 } = props;
  if (settled !== null) return <p class="letter-check">{t('checkSettled', { code: showLedger(settled) })}</p>;
  if (props.kind !== 'owner' || sha256 === null) return null;
  return <p class="letter-check">{t('checkRoll', { code: showCheck(sha256) })}</p>;
}

/** Width of the code's dark modules on paper. */
const codeMm = 50;

export function LetterSheet(props: {
  letter: Output<typeof makeLetters>['letters'][number];
  origin: string;
  settled: string | null;
  about: About;
  kind: RollKind;
  /** of the roll, and its check code */
  title: string;
  sha256: string | null;
  /** that the household marks in by it, instead of voting */
  marking: Evaluation | undefined;
  place: string;
  organiser: string;
  phone: string;
}) {
  const { letter, origin, marking, organiser, phone } = props;
  const { stairwell, door, name, secret } = letter;
  const address = letterAddress(origin, props.kind, secret, props.settled);
  const doorWords = stairwell === '' ? door : t('door', { stairwell, door });
  return (
    <article class="sheet letter">
      <address>
        <span>{props.place}</span>
        <b>{doorWords}</b>
        <span>{name === '' ? t('toHousehold') : t('to', { name })}</span>
      </address>
      <i class="letter-fold first" />
      <i class="letter-fold second" />
      <div class="letter-body">
        <h2>{t(marking ? 'letterTitleMarking' : 'letterTitle')}</h2>
        <p class="letter-roll">
          <b>{marking ? evaluationName(marking) : (props.about?.title ?? props.title)}</b>
          {marking
            ? t('whenMarking', { to: momentWords(marking.closesAt) })
            : props.about && whenWords(props.kind, props.about)}
        </p>
        <p>{t(marking ? 'greetingMarking' : props.kind === 'owner' ? 'greetingOwner' : 'greeting')}</p>
        <div class="letter-code">
          <div class="sheet-qr" style={{ width: `${withQuiet(address, codeMm)}mm` }}>
            <QrCode text={address} of={t(marking ? 'letterTitleMarking' : 'letterTitle')} />
          </div>
          <div>
            <p>{t('noScan', { address: spoken(`${origin}/${roomOf(props.kind)}`) })}</p>
            <p class="letter-typed">
              {showCode(secret)
                .split('-')
                .map((group, at) => (
                  <span key={`${at}${group}`}>{group}</span>
                ))}
            </p>
          </div>
        </div>
        <p>{t('keep')}</p>
        {!marking && <CheckCode {...props} />}
        {phone !== '' && <p>{t('ask', { phone })}</p>}
        <footer>
          <span>{t('trust')}</span>
          <span>{organiser}</span>
        </footer>
      </div>
    </article>
  );
}
