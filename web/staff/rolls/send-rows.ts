// Rows on their way to a roll: whole at once up to the contract's limit, a longer sheet in parts that are each whole. Sent
// again after a broken connection, what is on the roll already counts as the same.
import type { Output } from '../../../schema/api/endpoint.ts';
import { type importEntries, importMost } from '../../../schema/api/rolls.ts';

export type Report = Output<typeof importEntries>;

export async function sendRows<R>(
  rows: readonly R[],
  send: (part: R[]) => Promise<Report>,
  onProgress: (done: number) => void = () => {},
): Promise<Report> {
  const sum: Report = { added: 0, changed: 0, same: 0, others: 0, changes: [], refused: [] };
  for (let at = 0; at < rows.length; at += importMost) {
    const report = await send(rows.slice(at, at + importMost));
    sum.added += report.added;
    sum.changed += report.changed;
    sum.same += report.same;
    // Each part says what it alone leaves; the entries that later parts name are not left.
    const struck = report.refused.filter(({ reason }) => reason === 'struck').length;
    sum.others = at === 0 ? report.others : sum.others - report.changed - report.same - struck;
    sum.changes.push(...report.changes);
    sum.refused.push(...report.refused);
    onProgress(Math.min(rows.length, at + importMost));
  }
  return sum;
}
