// The secret under which a self-hosted server keeps the keys of secret ballots: made on the first start, read by its owner
// alone, beside the database and not in it. Whoever copies the data folder has to copy it too.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PlainError } from './log.ts';

export const secretFile = 'ballot-secret';

/** The secret of this data folder; `BALLOT_SECRET` in the environment comes first. */
export function ballotSecret(dataDir: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env.BALLOT_SECRET) return env.BALLOT_SECRET;
  const file = `${dataDir}/${secretFile}`;
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // wx: of two that start at once, one makes it and the other reads it.
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  chmodSync(file, 0o600);
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new PlainError(
      `${file} 不完整。请从备份里恢复这个文件，没有它就打不开已经定稿的推选。`,
      `${file} is not whole. Restore it from a backup: frozen elections need it.`,
    );
  return secret;
}
