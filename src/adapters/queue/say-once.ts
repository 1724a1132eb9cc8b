// Trouble with Redis in the operator's words, told once until it is over, however many connections report it.
import type { Log } from '../../ports/log.ts'

export interface SayOnce {
  trouble(error: Error): void
  /** Something worked: if trouble was told, tells that it is over. */
  fine(): void
}

export function sayOnce(log: Log): SayOnce {
  let said: string | null = null
  return {
    trouble: (error) => {
      const text = wordsFor(error.message)
      if (text === said) return
      said = text
      log.error({ reason: error.message }, text)
    },
    fine: () => {
      if (said !== null) log.info({}, 'the queue works again')
      said = null
    },
  }
}

/** Redis begins its refusals with a code: `OOM …`, `MISCONF …`. */
function wordsFor(reason: string): string {
  if (/\bOOM\b|maxmemory/.test(reason)) {
    return 'Redis is out of memory and takes no jobs; nothing is lost, tasks wait in the store: raise maxmemory'
  }
  if (/\bMISCONF\b/.test(reason)) {
    return "Redis can't write its file (disk full?) and takes no jobs; nothing is lost, tasks wait in the store"
  }
  return 'the queue is not reachable; nothing is lost, tasks wait in the store'
}
