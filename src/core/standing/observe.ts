// The page's own rules, held against the mail in which somebody claims: observations, never reasons to refuse.
import { personKey } from '../model/person.ts'
import type { CatalogueFact, MailFact, Observation, StandingPolicy } from '../model/standing.ts'
import { DAY, type Instant } from '../model/time.ts'
import { foldName, type Roles } from './roles.ts'

const MONTH = 30.44 * DAY

/** Rules the mail did not follow, in a fixed order. */
export function observeClaim(
  mail: MailFact,
  roles: Roles,
  page: CatalogueFact | null,
  policy: StandingPolicy,
): Observation[] {
  const found: Observation[] = []
  if (policy.list && mail.lists.length > 0 && !mail.lists.includes(policy.list)) found.push('other-list')
  const reached = mentorReached(mail, roles)
  if (roles.mentors.length > 0 && !reached && !roles.hasAuthority(mail.author)) found.push('mentor-not-in-cc')
  if (reached && mail.lists.length === 0) found.push('mentor-without-list')
  if (mail.tag && mail.tag.year === null) found.push('tag-without-year')
  if (page && isUnverified(page.verified, mail.at, policy)) found.push('unverified-entry')
  if (page && mail.tag?.programme === 'gsoc' && (page.gsoc === 'no' || page.gsoc === 'not_applicable')) {
    found.push('not-open-for-programme')
  }
  return found
}

/** Whether the entry was not verified within the policy's months before `at`. */
export function isUnverified(verified: Instant | null, at: Instant, policy: StandingPolicy): boolean {
  return verified === null || at - verified > policy.unverifiedMonths * MONTH
}

/** A mentor reads it: in To or Cc, or the mail answers one of his (then he is in To anyway). */
function mentorReached(mail: MailFact, roles: Roles): boolean {
  const keys = new Set<string>()
  for (const person of [...mail.to, ...mail.cc]) {
    keys.add(personKey(person))
    keys.add(`name:${foldName(person.name)}`)
  }
  return roles.mentors.some((mentor) => keys.has(mentor.email ?? `name:${foldName(mentor.name)}`))
}
