// Whose rules an entry goes by: the general ones, its list's where they differ, its own where it has any.
import { expect, test } from 'vitest'
import { policyOfEntry, settingsOf } from '../../src/app/settings.ts'
import { configSchema } from '../../src/config/schema.ts'
import { type CatalogueEntry, EMPTY_ENTRY } from '../../src/core/model/entry.ts'
import { entryId } from '../../src/core/model/ids.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'

const settings = settingsOf(
  configSchema.parse({
    bot: { address: 'dibs@example.org' },
    operator: { address: 'operator@example.org' },
    lists: [
      { id: 'devel', addresses: ['devel@example.org'], policy: { reminder_weeks: 9, capacity: 3 } },
      { id: 'users', addresses: ['users@example.org'] },
    ],
    policy: { grace_weeks: 4 },
    entries: [{ entry: 'big-thing', policy: { capacity: 0, stalled_weeks: 20 } }],
  }),
  EMPTY_MAILMAP,
)
const entry = (id: string, list: string | null): CatalogueEntry => ({
  ...EMPTY_ENTRY,
  id: entryId(id),
  title: id,
  list,
  source: { page: 'Projects', line: 1, revision: null },
})

test.each([
  ['its list says nothing', 'thing', 'users@example.org', { reminderWeeks: 6, graceWeeks: 4, capacity: 1 }],
  ['its list differs', 'thing', 'devel@example.org', { reminderWeeks: 9, graceWeeks: 4, capacity: 3 }],
  [
    'it differs itself',
    'big-thing',
    'devel',
    { reminderWeeks: 9, graceWeeks: 4, capacity: 0, stalledWeeks: 20, list: 'devel' },
  ],
  ['it differs itself, on no list', 'big-thing', null, { reminderWeeks: 6, capacity: 0, list: null }],
])('where %s', (_name, id, list, policy) => {
  expect(policyOfEntry(settings, entry(id, list))).toMatchObject(policy)
})

test('an entry that names an unknown rule, or no id, is refused', () => {
  const config = (entries: unknown) =>
    configSchema.safeParse({
      bot: { address: 'dibs@example.org' },
      operator: { address: 'operator@example.org' },
      lists: [{ id: 'devel', addresses: ['devel@example.org'] }],
      entries,
    }).success
  expect(config([{ entry: 'thing', policy: { capacity: 2 } }])).toBe(true)
  expect(config([{ entry: 'thing', policy: { capacities: 2 } }])).toBe(false)
  expect(config([{ entry: 'A thing', policy: {} }])).toBe(false)
})
