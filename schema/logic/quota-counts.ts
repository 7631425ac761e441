/** Under this name a tally counts what was taken of a form's quotas; no question id begins so. */
export const quotaCounts = '_quota';
