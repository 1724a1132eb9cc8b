// The page's own rules, held against the mail in which somebody claims: observations, never reasons to refuse.
import type { CatalogueFact, MailFact } from '../model/fact.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { Observation } from '../model/standing.ts'
import { DAY, type Instant } from '../model/time.ts'
import type { Roles } from './roles.ts'

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
  // Who is known by name alone may be in Cc without it.
  const mentors = roles.mentors.flatMap((mentor) => mentor.email ?? [])
  const reached = [...mail.to, ...mail.cc].some((person) => mentors.includes(person.address))
  if (mentors.length > 0 && !reached && !roles.hasAuthority(mail.author)) found.push('mentor-not-in-cc')
  if (reached && mail.lists.length === 0) found.push('mentor-without-list')
  if (mail.tag && mail.tag.year === null) found.push('tag-without-year')
  const checked = page?.verified ?? page?.inserted ?? null
  if (checked !== null && isUnverified(checked, mail.at, policy)) found.push('unverified-entry')
  if (page && mail.tag?.programme === 'gsoc' && (page.gsoc === 'no' || page.gsoc === 'not_applicable')) {
    found.push('not-open-for-programme')
  }
  return found
}

/** Whether the entry was not verified within the policy's months before `at`. */
export function isUnverified(verified: Instant | null, at: Instant, policy: StandingPolicy): boolean {
  return verified === null || at - verified > policy.unverifiedMonths * MONTH
}
