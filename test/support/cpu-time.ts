/**
 * Milliseconds of processor time that work takes in this process: a neighbour on the machine does not count, as it would by a
 * clock. For bounds far above what work takes and far below what it would take if it grew with a square or a power.
 */
export function cpuMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return msSince(start);
}

/** The same of work that is awaited. What else runs in this process meanwhile counts. */
export async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return msSince(start);
}

function msSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
