import { describe, expect, test } from 'vitest'
import { readFixtures } from './read-fixture.ts'

const fixtures = await readFixtures('own-text')

describe('own text of a mail', () => {
  test.each(fixtures.map((fixture) => [fixture.name.replaceAll('-', ' '), fixture] as const))(
    '%s',
    (_, { parsed, expected }) => {
      const { text, own, hasDiff } = parsed.message
      expect(own.map((span) => text.slice(span.start, span.end))).toEqual(expected['own'])
      if ('hasDiff' in expected) expect(hasDiff).toBe(expected['hasDiff'])
    },
  )
})
