// Fresh ids, codes and secrets from the runtime's cryptographic source.
import { encodeId } from '../../schema/ids.ts';

/** `length` characters of 5 random bits. */
const random = (length: number) => encodeId(crypto.getRandomValues(new Uint8Array(length)));

/** Id of a stored object: 80 bits. */
export const newId = () => random(16);
/** Id of a unit: 60 bits, short because paths repeat it. */
export const newUnitId = () => random(12);
/** A secret: 260 bits. Store its hash only. */
export const newToken = () => random(52);
/** The code in a letter: 140 bits, in seven groups of four to type. Store its hash only. */
export const newSecret = () => random(28);
/** Address of a campaign: 40 bits; short for posters, and nothing is secret behind it. */
export const newSlug = () => random(8);
/** Code of a building's page: 35 bits, so that the whole address stays within 46 bytes. */
export const newBuildingCode = () => random(7);
/** Number of a receipt: 60 bits, in three groups of four; who has it may see and correct. */
export const newReceipt = () => random(12);
