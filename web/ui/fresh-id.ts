// An id made by the page, so that a send that is repeated makes one thing.
import { encodeId } from '../../schema/ids.ts';

export const freshId = (): string => encodeId(crypto.getRandomValues(new Uint8Array(20)));
