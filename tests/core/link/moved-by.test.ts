// Which mail brought a thread to its entry, when the mails before it led elsewhere.
import { describe, expect, test } from 'vitest'
import { LINK_SETTINGS, linkThread } from '../../../src/core/link/link-thread.ts'
import { withMove } from '../../../src/core/link/moved-by.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import type { ThreadLink } from '../../../src/core/model/link.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { indexOf, type MailDraft, makeEntry, makeMember } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('orchard-gateway', 'Orchard gateway for remote sensors'),
  makeEntry('walnut-cracker', 'Walnut cracker with a torque limit'),
)
const claim = (evidence: string) => ({ type: 'claim' as const, evidence })

/** Mails `gap` milliseconds apart. */
function link(drafts: readonly MailDraft[], gap = DAY): ThreadLink {
  const members = drafts.map((draft, n) => {
    const member = makeMember(draft, n)
    return { ...member, message: { ...member.message, at: n * gap } }
  })
  const thread = { thread: messageId('m0@example.org'), members, command: null, relatives: [] }
  return withMove(thread, linkThread(thread, index, LINK_SETTINGS), index, LINK_SETTINGS)
}

describe('a thread', () => {
  test('that its first mail tied was not moved, whatever follows', () => {
    const moved = link([
      { subject: 'Orchard gateway for remote sensors', signals: [claim('I started working on it.')] },
      { subject: 'Re: Orchard gateway for remote sensors', text: 'Good.' },
    ])
    expect([moved.entry, moved.movedBy]).toEqual(['orchard-gateway', undefined])
  })

  const named = [
    { subject: 'Hello', signals: [claim('I started working on the project.')] },
    { subject: 'Re: Hello', text: 'Nice.' },
    {
      subject: 'Orchard gateway for remote sensors (was: Hello)',
      text: 'You mean the Orchard gateway for remote sensors.',
      signals: [claim('I am working on the Orchard gateway for remote sensors.')],
    },
    { subject: 'Re: Orchard gateway for remote sensors', text: 'Yes.' },
  ]

  test('that a later mail named is told anew from its first claim on', () => {
    const moved = link(named)
    expect(moved.entry).toBe('orchard-gateway')
    expect(moved.movedBy).toMatchObject({ message: 'm2@example.org', from: null })
  })

  test('that was named the same day was never told otherwise', () => {
    const moved = link(named, HOUR)
    expect([moved.entry, moved.movedBy]).toEqual(['orchard-gateway', undefined])
  })

  test('that a later mail turned to another entry says where it was', () => {
    const moved = link([
      { subject: 'Gateway for orchard sensors', text: 'Has anybody begun?' },
      {
        subject: 'Walnut cracker with a torque limit (was: Orchard gateway)',
        text: 'I mean the Walnut cracker with a torque limit. '.repeat(3),
        signals: [claim('I started working on the Walnut cracker with a torque limit.')],
      },
    ])
    expect(moved.entry).toBe('walnut-cracker')
    expect(moved.movedBy).toMatchObject({ message: 'm1@example.org', from: 'orchard-gateway' })
  })
})
