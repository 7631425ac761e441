// What the property tests draw: the same on every run of `npm test`, so that a failure comes from a change and comes again;
// something new on each run of `npm run test:full`, or of `SEED=7 npm test`.
import fc from 'fast-check';

const { SEED, FULL } = process.env;
if (SEED || !FULL) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 20_261_126) });
