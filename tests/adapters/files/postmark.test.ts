// Which lines start a mail in an mbox, and the time they carry.
import { describe, expect, test } from 'vitest'
import { isPostmark, postmarkStyle, postmarkTime } from '../../../src/adapters/files/postmark.ts'

const DATED = [
  ['Unix', 'From ada@example.org Thu Jan  2 07:59:15 2025'],
  ['without seconds', 'From ada@example.org Thu Jan  2 07:59 2025'],
  ['pipermail', 'From ada at example.org  Thu Jan  2 07:59:15 2025'],
  ['Thunderbird', 'From - Thu Jan 02 07:59:15 2025'],
  ['takeout, offset before the year', 'From 17@xxx Thu Jan 02 07:59:15 +0000 2025'],
  ['offset behind the year', 'From ada@example.org Thu Jan  2 07:59:15 2025 +0000'],
  ['zone name', 'From ada@example.org Thu Jan  2 07:59:15 UTC 2025'],
  ['quoted local part', 'From "ada b"@example.org Thu Jan  2 07:59:15 2025'],
  ['UUCP', 'From ada Thu Jan  2 07:59:15 2025 remote from host'],
  ['no address', 'From  Thu Jan  2 07:59:15 2025'],
  ['CR at the end', 'From ada@example.org Thu Jan  2 07:59:15 2025\r'],
] as const

describe('lines that start a mail', () => {
  for (const [who, line] of DATED) {
    test(who, () => {
      expect(postmarkStyle(line)).toBe('dated')
      expect(isPostmark(line, 'dated')).toBe(true)
      expect(new Date(postmarkTime(line) ?? 0).toISOString().slice(0, 16)).toBe('2025-01-02T07:59')
    })
  }

  test('an offset is taken into account', () => {
    expect(postmarkTime('From a Thu Jan  2 07:59:15 2025 +0530')).toBe(Date.UTC(2025, 0, 2, 2, 29, 15))
    expect(postmarkTime('From a Thu Jan  2 07:59:15 2025 -0800')).toBe(Date.UTC(2025, 0, 2, 15, 59, 15))
  })
})

describe('lines of text in a file whose postmarks carry dates', () => {
  for (const line of [
    'From here on it is easy.',
    'From the log of Thu Jan  2 07:59:15 2025 we learn:',
    'From: ada@example.org',
    'from ada@example.org Thu Jan  2 07:59:15 2025',
    '>From ada@example.org Thu Jan  2 07:59:15 2025',
    `From ${'a'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    `From ${'x'.repeat(2000)} Thu Jan  2 07:59:15 2025`,
    '',
  ]) {
    test(line.slice(0, 50) || 'an empty line', () => expect(isPostmark(line, 'dated')).toBe(false))
  }
})

test('a file of patches, and one without dates, are told by their first line', () => {
  expect(postmarkStyle(`From ${'a'.repeat(40)} Mon Sep 17 00:00:00 2001`)).toBe('patches')
  expect(postmarkStyle('From ada@example.org')).toBe('bare')
  expect(postmarkStyle('Subject: x')).toBeNull()
  expect(isPostmark('From bob@example.org', 'bare')).toBe(true)
})

test('placeholders are no time', () => {
  expect(postmarkTime('From mboxrd@z Thu Jan  1 00:00:00 1970')).toBeNull()
  expect(postmarkTime(`From ${'a'.repeat(40)} Mon Sep 17 00:00:00 2001`)).toBeNull()
})
