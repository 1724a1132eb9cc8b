// Statements that only a catalogue can confirm: faint by themselves, told when their phrase is an entry's name.
import { describe, expect, it } from 'vitest'
import { readSignals } from '../../../src/core/detect/detect-signals.ts'
import { LINK_SETTINGS, linkThread } from '../../../src/core/link/link-thread.ts'
import type { Reading } from '../../../src/core/model/reading.ts'
import { sampleMessage } from '../../support/sample-message.ts'
import { indexOf, makeEntry } from '../link/link-fixtures.ts'

const WISH = "I'd like to build the web console for guests."

function told(text: string, ...titles: string[]): string[] {
  const mail = sampleMessage({ text, subject: 'Hello' })
  const member = { message: mail, ...readSignals(mail), series: [] } as unknown as Reading
  const index = indexOf(...titles.map((title, at) => makeEntry(`entry-${at}`, title)))
  const thread = { thread: mail.id, members: [member], command: null, relatives: [] }
  return linkThread(thread, index, LINK_SETTINGS).signals.map((signal) => `${signal.type} ${signal.entry}`)
}

describe('a faint statement', () => {
  it('is no signal by itself, and says what it would be if its phrase were a name', () => {
    const { signals, faint } = readSignals(sampleMessage({ text: WISH, subject: 'Hello' }))
    expect(signals).toEqual([])
    expect(faint).toMatchObject([
      { type: 'interest', project: 'the web console for guests', evidence: WISH, index: 0 },
    ])
    expect(faint[0]?.score).toBeGreaterThan(0.5)
  })

  it('is told when its phrase is the name of an entry', () => {
    expect(told(WISH, 'Web console for guests', 'Boot time report')).toEqual(['interest entry-0'])
  })

  it('is told of a report when the catalogue asks for it, and of no other report', () => {
    const wish = 'I would love to work on the boot time report.'
    expect(told(wish, 'Boot time report')).toEqual(['interest entry-0'])
    expect(told(wish, 'Web console for guests')).toEqual([])
  })

  it('is not told when the catalogue holds nothing of that name', () => {
    expect(told(WISH, 'Boot time report', 'Live migration compression')).toEqual([])
  })

  it('is not told when only the thread is about an entry', () => {
    expect(told('I would like to work on a nicer letter for you.', 'Hello')).toEqual([])
  })

  it('keeps to the moods of what is told: a question or a denial claims nothing', () => {
    expect(told('I am not working on the web console for guests.', 'Web console for guests')).toEqual([])
  })
})
