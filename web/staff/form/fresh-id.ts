// New ids for what an author adds. They never change afterwards and are never shown.
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

function random(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

export const freshQuestionId = () => `q_${random(10)}`;
/** For options, rows and columns. */
export const freshOptionId = () => `o_${random(8)}`;
export const freshEndingId = () => `e_${random(8)}`;
export const freshQuotaId = () => `n_${random(8)}`;
