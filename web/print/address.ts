// The address behind a building's QR code, and how dense the code gets: on a wall it must be scanned from a metre away.

/** Most bytes that a QR code of 33 modules holds at level Q (version 4: ISO/IEC 18004, table 7). */
export const addressMost = 46;
/** Modules of white that a reader needs around the code. */
export const quiet = 4;

export const buildingAddress = (origin: string, code: string): string => `${origin}/b/${code}`;
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
/** As people type it: without https://. */
export const spoken = (address: string): string => address.replace(/^https?:\/\//, '');

/** Capacity in bytes of versions 1–7 at level Q. */
const capacity = [11, 20, 32, 46, 60, 74, 86];

/** Modules on a side of the code for this text; 45 for anything longer than version 7 holds. */
export function modulesOf(text: string): number {
  const version = capacity.findIndex((most) => bytesOf(text) <= most) + 1;
  return 17 + 4 * (version || capacity.length);
}

/** Width of the drawing with its white margin, when the code itself is `mm` wide. */
export const withQuiet = (text: string, mm: number): number => {
  const modules = modulesOf(text);
  return (mm * (modules + 2 * quiet)) / modules;
};
