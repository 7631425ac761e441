// The check code as the reader's own browser computes it, from the card that is shown and not from the text beside it.
import type { Issued } from '../../../schema/api/issued.ts';
import { toHex } from '../../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../../schema/elections/crypto.ts';
import { frozenText } from '../../../schema/scorecards/frozen.ts';

export async function checkedCode(issued: Issued): Promise<string> {
  const { id, unit, year, number, signer, signedAt, organiser, corrects, card } = issued;
  const text = frozenText({
    id,
    unit: unit.id,
    year,
    number,
    signer,
    signedAt,
    organiser,
    corrects: corrects?.id ?? null,
    reason: corrects?.reason ?? '',
    card,
  });
  return toHex(await sha256(utf8(text)));
}
