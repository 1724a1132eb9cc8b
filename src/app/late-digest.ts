// A digest whose time fell into a pause of the bot, or was lost with Redis, is still posted while it is not too late.
// Which week each list's schedule has come to is kept in the store: a week is looked at once.
import { CronExpressionParser } from 'cron-parser'
import { weekBefore } from '../core/compose/digest-week.ts'
import { DAY, type Instant, MINUTE } from '../core/model/time.ts'
import type { Task } from '../ports/store.ts'
import { type DigestDeps, notedWeek, noteWeek, postWeekly } from './digest.ts'
import type { OutgoingList } from './outgoing.ts'

/** The schedule itself goes first. */
const MARGIN = 2 * MINUTE

/** Posts what was missed; resolves with the tasks. A list that is new here begins with its next digest. */
export async function postLateDigests(deps: DigestDeps): Promise<readonly Task[]> {
  const tasks: Task[] = []
  for (const list of deps.outgoing.lists) tasks.push(...(await postLateDigest(deps, list)))
  return tasks
}

async function postLateDigest(deps: DigestDeps, list: OutgoingList): Promise<readonly Task[]> {
  const now = deps.clock.now()
  const fired = lastFired(list, now)
  if (fired === null || now - fired < MARGIN) return []
  const { week } = weekBefore(fired, list.zone)
  const done = await notedWeek(deps.store, list.id)
  if (done !== null && done >= week) return []
  const isLate = now - fired > deps.outgoing.lateDays * DAY
  if (done === null || isLate) {
    if (done !== null) deps.log.warn({ list: list.id, week }, 'its time was missed too long ago: no digest')
    await noteWeek(deps.store, list.id, week)
    return []
  }
  const posted = await postWeekly(deps, list.id, week)
  if (!posted.ok) {
    deps.log.info({ list: list.id, week, reason: posted.reason }, 'no digest')
    return []
  }
  deps.log.info({ list: list.id, week, outbox: posted.id, isNew: posted.isNew }, 'digest in the outbox, late')
  return posted.tasks
}

/** When the schedule was last due before `now`; null when it never was. */
function lastFired(list: OutgoingList, now: Instant): Instant | null {
  try {
    const times = CronExpressionParser.parse(list.schedule, { currentDate: new Date(now), tz: list.zone })
    return times.prev().getTime()
  } catch {
    return null
  }
}
