// What the lists show, written back into the wiki's own forms.
import { describe, expect, it } from 'vitest'
import { exportCatalogue } from '../../../src/core/catalogue/export-catalogue.ts'
import { entryId, messageId } from '../../../src/core/model/ids.ts'
import type { Claim, Evidence, Standing } from '../../../src/core/model/standing.ts'
import { reads } from './seed-pages.ts'

const MARCH = Date.UTC(2031, 2, 4)
const evidence = {
  text: 'I take it.',
  source: 'm1@example.org',
  kind: 'mail',
  at: MARCH,
  lists: [],
} as unknown as Evidence
const claim = (name: string, state: Claim['state']): Claim =>
  ({
    who: { name, address: 'x@example.org' },
    state,
    since: MARCH,
    lastActivity: MARCH,
    ball: 'claimant',
    position: null,
    evidence,
    observations: [],
    snoozedUntil: null,
  }) as unknown as Claim

function exported(claims: readonly Claim[], more: object = {}): string {
  const catalogue = reads(
    'entries: [{title: Pump, inserted: 2030-01-02, contacts: [{name: Ada Quill, email: ada@example.org}]}]',
    'ideas',
  )
  const standing = {
    entry: entryId('pump'),
    claims,
    history: [],
    taggedThread: null,
    ...more,
  } as unknown as Standing
  return exportCatalogue(catalogue, 'wikitext', {
    standings: [standing],
    link: () => 'https://lists.example.org/m1',
  })
}

describe('export --status', () => {
  it('a comment a claim, with the mail behind it, to be signed by who saves', () => {
    const text = exported([
      claim('Bo Marsh', 'active'),
      claim('Cy Ferrer', 'interested'),
      claim('Dee', 'released'),
    ])
    expect(text).toContain(
      '|Review=(delete as addressed)\n* {{Comment|~~~~:}} Bo Marsh has been working on this since 2031-03-04 ([https://lists.example.org/m1 thread])\n* {{Comment|~~~~:}} Cy Ferrer is interested in this since 2031-03-04 ([https://lists.example.org/m1 thread])\n}}',
    )
    expect(text).toContain('|Contact=Ada Quill <ada@example.org>\n')
  })
  it('who holds it under a programme is the student, the contact the mentor', () => {
    const text = exported([claim('Bo Marsh', 'active')], { taggedThread: messageId('t@example.org') })
    expect(text).toContain('|Contact=Mentor: Ada Quill <ada@example.org>, Student: Bo Marsh\n')
  })
  it('the day on which a person verified it', () => {
    const event = {
      at: MARCH,
      code: 'verified',
      who: { name: 'Ada', address: 'ada@example.org' },
      from: null,
      to: null,
      evidence: null,
    }
    expect(exported([], { history: [event] })).toContain('|Verified=2031-03-04\n')
    expect(exported([], { history: [{ ...event, who: null }] })).not.toContain('|Verified=')
  })
  it('an entry without standing is written as it is', () => {
    expect(exported([])).not.toContain('Review')
  })
})
