// What a piece of work costs, not what else the machine was doing: for bounds on hostile input.

/** Milliseconds of this process's user time, the least of up to five runs; stops early when it is below 10. */
export function processorMs(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5 && least > 10; run++) {
    const start = process.cpuUsage()
    work()
    least = Math.min(least, process.cpuUsage(start).user / 1000)
  }
  return least
}
