// What a newcomer finds of scorecards: one that is kept, and one that is signed.
import { bodyFrom, shipped } from '../../schema/scorecards/shipped.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { previewSign, sign } from '../scorecards/composed/issue.ts';
import { keep } from '../scorecards/composed/keep.ts';

/** The monthly scorecard to look into, and the card of a run that is over as it was signed. */
export async function demoScorecards(
  call: StaffCall,
  root: string,
  { form, over, organiser }: { form: string; over: string; organiser: string },
): Promise<void> {
  const monthly = shipped.find(({ id }) => id === 'monthly');
  if (!monthly) throw new Error('the monthly scorecard is gone');
  await keep(call, root, { title: monthly.title.zh, body: bodyFrom(monthly, 'zh', form), template: false });
  const { seen } = await previewSign(call, root, { campaign: over });
  await sign(
    call,
    { unit: root, issued: newId() },
    {
      about: { campaign: over },
      seen,
      signer: '张主任（演示）',
      organiser,
      corrects: null,
      reason: '',
    },
  );
}
