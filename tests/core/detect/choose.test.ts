import { describe, expect, it } from 'vitest'
import { chooseStatements, LEAST_SCORE, type Statement } from '../../../src/core/detect/choose.ts'
import type { Sentence } from '../../../src/core/detect/sentences.ts'

const at = (start: number): Sentence => ({
  span: { start, end: start + 10 },
  text: `sentence ${start}`,
})
const first = at(0)
const who = { name: 'Ida', address: 'ida@example.org' }
const statement = (parts: Partial<Statement>): Statement => ({
  type: 'claim',
  reason: 'claim-own-work-does',
  score: 0.9,
  sentence: first,
  project: 'the XJ900 driver',
  who,
  ...parts,
})

describe('chooseStatements', () => {
  it('drops what is less likely than not', () => {
    expect(chooseStatements([statement({ score: LEAST_SCORE - 0.01 })])).toEqual([])
  })

  it('keeps the surer of two readings of one sentence', () => {
    const wish = statement({ type: 'interest', score: 0.8 })
    expect(chooseStatements([wish, statement({})]).map((each) => each.type)).toEqual(['claim'])
  })

  it('keeps two types that do not exclude each other', () => {
    const inquiry = statement({ type: 'inquiry', score: 0.8 })
    expect(chooseStatements([statement({}), inquiry])).toHaveLength(2)
  })

  it('keeps of two wishes the one that names the thing, though it is less sure', () => {
    const wish = { type: 'interest', reason: 'interest-would-like-to' } as const
    const general = statement({ ...wish, project: 'the summer', score: 0.97, specificity: 0 })
    const named = statement({ ...wish, sentence: at(20), score: 0.6, specificity: 2 })
    expect(chooseStatements([general, named]).map((each) => each.sentence?.span.start)).toEqual([20])
  })

  it('keeps a second statement of a type only for another named project', () => {
    const same = statement({ sentence: at(20), project: 'a driver for the XJ900' })
    const other = statement({ sentence: at(40), project: 'a port of vtool' })
    expect(chooseStatements([statement({}), same, other]).map((each) => each.sentence?.span.start)).toEqual([
      0, 40,
    ])
  })

  it('gives them in order of the text', () => {
    const late = statement({ sentence: at(50), score: 0.95 })
    const early = statement({ sentence: at(5), project: 'a port of vtool', score: 0.8 })
    expect(chooseStatements([late, early]).map((each) => each.sentence?.span.start)).toEqual([5, 50])
  })
})
