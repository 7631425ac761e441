// The SHA-256 of the voting page as this Worker serves it: over the names and hashes of all its files (host/assets.ts).
import { assets } from '#assets';

export const pageHash: string = assets.vote.sha256;
