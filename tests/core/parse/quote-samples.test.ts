// Reply samples of many clients and languages: each answers with the same paragraph, and quotes another mail below.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../src/core/parse/clean-text.ts'
import { ownText } from '../../../src/core/parse/own-text.ts'
import { sharedFolder } from '../../support/shared.ts'

const shared = sharedFolder()

describe.runIf(shared !== null)('reply samples of the shared folder', () => {
  const folder = join(shared ?? '', 'corpus/odd-mails/quotes/test/fixtures')

  test('of each only the answer is own', () => {
    const answer = /^Fusce bibendum.{400,520}nec nec nibh\.$/s
    const texts = readdirSync(folder).map(
      (name) => [name, cleanText(readFileSync(join(folder, name), 'utf8'))] as const,
    )
    const samples = texts.filter(([, text]) => text.startsWith('Fusce bibendum'))
    const wrong = samples.filter(([, text]) => {
      const own = ownText(text).map((span) => text.slice(span.start, span.end))
      return own.length !== 1 || !answer.test(own[0] as string)
    })
    expect(samples.length).toBeGreaterThan(40)
    // The end of its last quoted line was wrapped off, and stands without a mark above an empty line.
    expect(wrong.map(([name]) => name)).toEqual(['email_7.txt'])
  })
})
