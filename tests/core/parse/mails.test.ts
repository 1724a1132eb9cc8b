import { describe, expect, test } from 'vitest'
import { type Fixture, readFixtures } from './read-fixture.ts'

const words = ['author', 'automatic', 'subject'] as const
const fixtures = await Promise.all(words.map((word) => readFixtures(word)))
const rows = (list: readonly Fixture[]) =>
  list.map((fixture) => [fixture.name.replaceAll('-', ' '), fixture] as const)

describe.each(words.map((word, i) => [word, fixtures[i] as Fixture[]] as const))('%s', (_, list) => {
  test.each(rows(list))('%s', (_name, { parsed, expected }) => {
    expect(parsed.message).toMatchObject(expected)
  })
})

describe('command', async () => {
  test.each(rows(await readFixtures('command')))('%s', (_name, { parsed, expected }) => {
    expect({
      commands: parsed.commands.map(({ verb, argument }) => [verb, argument]),
      refusals: parsed.commandRefusals.map(({ code }) => code),
    }).toEqual(expected)
  })
})
