// The evidence of a vote as one archive: the whole of it as JSON, and its lists as CSV for people. How a check code is made
// stands beside them, so that whoever doubts a ballot can make it again.

import type { Output } from '../../../schema/api/endpoint.ts';
import { type Evidence, exportOwnerVote, ownerSignatures } from '../../../schema/api/owner-votes.ts';
import { csvLine } from '../../../schema/csv.ts';
import { fromBase64url } from '../../../schema/elections/bytes.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import { type Choices, matterOf } from '../../../schema/elections/owner-vote.ts';
import { ownerRules } from '../../../schema/elections/packs/owners.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { call } from '../../ui/call.ts';
import { momentWords } from '../../ui/time.ts';
import { zip } from '../../ui/zip.ts';
import { doorName } from '../rolls/door-name.ts';
import { t } from './evidence-words.ts';
import { sumRows } from './outcome.tsx';
import { t as words } from './words.ts';

type Row = readonly (string | number)[];

/** For whoever writes a program to check it (ownerBallotText in schema/elections/owner-vote.ts). */
const checkCode = `The check code of a ballot is the SHA-256 of this text in UTF-8, in hexadecimal:
{"choices":CHOICES,"entry":"ENTRY","signature":SIGNATURE,"vote":"VOTE"}
No blanks between; keys in the order of their UTF-16 units, in CHOICES too (RFC 8785).
CHOICES and ENTRY: as they stand with the ballot in evidence.json. VOTE: vote.id there.
SIGNATURE: the SHA-256 of the PNG of the signature, in quotes; null for paper. The PNG is signatures/SHA-256.png.
`;

function evidenceFiles(told: Evidence, lost: readonly string[] = []): { name: string; text: string }[] {
  const { vote, units, result } = told;
  const byEntry = new Map(units.map((unit) => [unit.entry, unit]));
  const place = (entry: string) => {
    const unit = byEntry.get(entry);
    return unit ? `${unit.building} ${doorName(unit)}` : entry;
  };
  const csv = (head: Row, rows: readonly Row[]) => `\uFEFF${[head, ...rows].map(csvLine).join('')}`;
  const titles = vote.matters.map(({ title }) => title);
  const ballotRows = (ballots: Evidence['ballots']) =>
    ballots.map((ballot): Row => {
      const choices: Choices = JSON.parse(ballot.choices);
      return [
        ballot.head,
        place(ballot.entry),
        words(`ballot-${ballot.channel}`).slice(2),
        ballot.assistant,
        ...vote.matters.map(({ id }) => words(`choice-${choices[id] ?? 'void'}`)),
        momentWords(ballot.at, 0),
        ballot.rev,
        ballot.voidAt === null ? '' : `${momentWords(ballot.voidAt, 0)} ${ballot.voidReason}`,
        ballot.signature ?? '',
        ballot.sha256,
      ];
    });
  const ballotHead = [
    t('head'),
    t('door'),
    t('channel'),
    t('assistant'),
    ...titles,
    t('at'),
    t('rev'),
    t('voided'),
    t('signature'),
    t('sha256'),
  ];
  return [
    { name: 'evidence.json', text: JSON.stringify({ ...told, rules: ownerRules }, undefined, 1) },
    {
      name: 'matters.csv',
      text: csv(
        [t('id'), t('matter'), t('item'), t('need'), t('text')],
        vote.matters.map(({ id, title, item, text }) => [
          id,
          title,
          item,
          words(`need-${matterOf(item).kind}`),
          text,
        ]),
      ),
    },
    {
      name: 'units.csv',
      text: csv(
        [t('head'), t('door'), t('owner'), t('area'), t('served'), t('day'), t('note')],
        units.map((unit) => {
          const service = told.service.find(({ entry }) => entry === unit.entry);
          return [
            unit.head,
            place(unit.entry),
            unit.name,
            showArea(unit.area),
            service ? words(`how-${service.how}`) : '',
            service?.day ?? '',
            service?.note ?? '',
          ];
        }),
      ),
    },
    { name: 'ballots.csv', text: csv(ballotHead, ballotRows(told.ballots)) },
    { name: 'ballots-before.csv', text: csv(ballotHead, ballotRows(told.before)) },
    {
      name: 'result.csv',
      text: csv(
        [t('matter'), t('counted'), t('figure'), t('heads'), t('area')],
        result.matters.flatMap((matter) =>
          ([matter.strict, ...(matter.silence ? [matter.silence] : [])] as const).flatMap((sums, at) =>
            sumRows(sums, matter).map(
              ([figure, { heads, area }]): Row => [
                vote.matters.find(({ id }) => id === matter.id)?.title ?? '',
                words(at === 0 ? 'tally' : 'tallySilence'),
                words(figure),
                heads,
                showArea(area),
              ],
            ),
          ),
        ),
      ),
    },
    { name: 'check-code.txt', text: checkCode },
    {
      name: 'README.txt',
      text: `${t('readme', { roll: told.roll.sha256 ?? '' })}${lost.map((hash) => `${t('lost', { hash })}\r\n`).join('')}`,
    },
  ];
}

/** The archive, with the picture of every signature; `onStep` is told how many of them are here. */
export async function takeEvidence(
  vote: string,
  onStep: (done: number, total: number) => void,
): Promise<Blob> {
  const told = await call(exportOwnerVote, { params: { vote } });
  const signed = [...told.ballots, ...told.before].flatMap(({ signature }) => signature ?? []);
  const wanted = new Set(signed);
  const pictures = new Map<string, Bytes>();
  onStep(0, wanted.size);
  let next: string | null = wanted.size > 0 ? '' : null;
  while (next !== null) {
    const step: Output<typeof ownerSignatures> = await call(ownerSignatures, {
      params: { vote },
      query: next === '' ? {} : { after: next },
    });
    for (const { sha256, png } of step.signatures) {
      const picture = png === null ? undefined : fromBase64url(png);
      if (picture) pictures.set(sha256, picture);
    }
    onStep(pictures.size, wanted.size);
    next = step.next;
  }
  const lost = [...wanted].filter((hash) => !pictures.has(hash));
  return zip([
    ...evidenceFiles(told, lost).map(({ name, text }) => ({ name, data: new TextEncoder().encode(text) })),
    ...[...pictures].map(([hash, data]) => ({ name: `signatures/${hash}.png`, data })),
  ]);
}
