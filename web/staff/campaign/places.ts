// Where on a run's page its acts stand, for what leads to them.
export const places = {
  pause: 'run-pause',
  extend: 'run-extend',
  close: 'run-close',
  take: 'run-export',
} as const;
