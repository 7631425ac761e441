// A picture of somebody who stands.
import type { uploadPhoto as contract } from '../../schema/api/elections.ts';
import type { Output } from '../../schema/api/endpoint.ts';
import { recordWhere } from '../audit/record.ts';
import { storePicture } from '../files/picture.ts';
import { insertMedia } from '../files/store.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { prepared, readContest } from './store.ts';

/** @throws Refusal file-kind, file-metadata, contest-settled (also for one who does not stand here) */
export async function keepPhoto(
  { db, now, actor }: StaffCall,
  files: R2Bucket,
  { contest, candidate }: { contest: string; candidate: string },
  raw: Uint8Array<ArrayBuffer>,
): Promise<Output<typeof contract>> {
  const { path, title, name } = await readContest(db, contest);
  const picture = await storePicture(files, raw);
  const photo = picture.id;
  const [changed] = await db.batch<{ rev: number }>([
    db
      .prepare(
        `UPDATE candidate SET photo = ?3, rev = rev + 1
         WHERE id = ?1 AND contest = ?2 AND EXISTS (${prepared('?2')}) RETURNING rev`,
      )
      .bind(candidate, contest, photo),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'contest.photo',
        target: contest,
        path,
        detail: { title, unit: name },
      },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
    insertMedia(db, { ...picture, form: contest, by: actor.id, at: now }),
  ]);
  const rev = changed?.results[0]?.rev;
  if (rev === undefined) throw new Refusal('contest-settled');
  return { photo, rev };
}
