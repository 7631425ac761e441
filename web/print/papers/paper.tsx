// A sheet set as official papers are (GB/T 9704): 156 × 225 mm of text under 37 mm of white, a title, text of 16 points in
// lines of 29, at the foot the organiser over the date with 42 mm kept clear for the seal.
import type { ComponentChildren } from 'preact';
import type { PaperOf, PapersElection } from '../../../schema/api/results.ts';
import { momentOf } from '../../../schema/elections/days.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { showCheck, showLedger } from '../../../schema/elections/result.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { dayWords } from '../../ui/time.ts';
import { withQuiet } from '../address.ts';
import { t } from './words.ts';

export interface SheetProps {
  election: PapersElection;
  of: PaperOf;
  pack: Pack;
}

/** With its year: a paper is kept. */
export const dayOf = (day: string): string => dayWords(momentOf(day, '12:00'), 0);
export const momentDay = (at: number): string => dayWords(at, 0);

export const packOf = ({ pack }: PapersElection): Pack => JSON.parse(pack);

/** Where: what a building's own name begins with is not said twice. */
export const placeOf = ({ place, name }: PaperOf): string =>
  name.startsWith(place) ? name : t('place', { above: place, name });

/** Places to sign, each whole on its line; in the words they stand with | between. */
export function Signs({ words }: { words: string }) {
  return (
    <p class="paper-signs flush">
      {words.split('|').map((one) => (
        <span key={one}>{one}</span>
      ))}
    </p>
  );
}

export function Paper(props: {
  title?: string;
  /** more lines than fit at the usual size */
  close?: boolean;
  /** page number, where a paper has several */
  page?: number;
  /** what stands on it is made up */
  demo?: boolean;
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <article class="sheet paper">
      {props.demo && <p class="paper-demo">{t('demo')}</p>}
      <div class="paper-area">
        {props.title && <h2>{props.title}</h2>}
        <div class={`paper-text${props.close ? ' close' : ''}`}>{props.children}</div>
        {props.foot}
      </div>
      {props.page !== undefined && <p class="paper-page">{t('page', { n: props.page })}</p>}
    </article>
  );
}

/** Width of the code's dark modules on paper. */
const codeMm = 25;

/** Lower left what to ask and where the figures are, lower right who signs, with room for the seal over both lines. */
export function Foot(props: {
  election: PapersElection;
  of: PaperOf;
  day: string;
  notes: readonly string[];
  result?: boolean;
}) {
  const { election, of, result = false } = props;
  const address = `${election.origin}/e/${election.slug}/${of.contest}`;
  return (
    <footer class="paper-foot">
      <div class="paper-notes">
        {[...props.notes, t('asks', { phone: election.phone })].map((note) => (
          <p key={note}>{note}</p>
        ))}
        {!result && of.settled !== null && <p>{t('settled', { code: showLedger(of.settled) })}</p>}
        {result && of.sha256 !== null && <p>{t('check', { code: showCheck(of.sha256) })}</p>}
        <div class="paper-code">
          <div class="sheet-qr" style={{ width: `${withQuiet(address, codeMm)}mm` }}>
            <QrCode text={address} of={t(result ? 'scanResult' : 'scan')} />
          </div>
          <span>{t(result ? 'scanResult' : 'scan')}</span>
        </div>
      </div>
      <div class="paper-seal">
        <p>{election.organiser}</p>
        <p>{props.day}</p>
      </div>
    </footer>
  );
}

export const chunked = <T,>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
