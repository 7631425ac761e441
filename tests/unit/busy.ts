// How long something keeps the processor busy, in milliseconds: what else runs on the machine does not count.
export function busy(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
