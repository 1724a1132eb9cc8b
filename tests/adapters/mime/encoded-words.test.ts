import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeWords } from '../../../src/adapters/mime/encoded-words.ts'
import { processorMs } from '../../support/processor-time.ts'

describe('encoded words (RFC 2047)', () => {
  test.each([
    ['plain', 'plain'],
    ['=?utf-8?Q?J=C3=B8rn?=', 'Jørn'],
    ['=?UTF-8?b?SsO4cm4=?=', 'Jørn'],
    ['=?iso-8859-1?Q?J=F8rn_B?= x', 'Jørn B x'],
    ['a =?utf-8?Q?b?= =?utf-8?Q?c?= d', 'a bc d'],
    ['=?utf-8?Q?J=C3?= =?utf-8?Q?=B8rn?=', 'Jørn'],
    ['=?utf-8?B?SsM=?= =?utf-8?B?uHJu?=', 'Jørn'],
    ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['=?gb2312?B?xOO6ww==?=', '你好'],
    ['=?iso-2022-jp?B?GyRCJDMbKEI=?=', 'こ'],
    ['=?utf-8*en?Q?hi?=', 'hi'],
    ['=?no-such-charset?Q?J=F8rn?=', 'Jørn'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['=?utf-8?Q?unfinished', '=?utf-8?Q?unfinished'],
    ['=?utf-7?Q?+ADw-b?=', '+ADw-b'],
  ])('%s', (value, text) => {
    expect(decodeWords(value)).toBe(text)
  })
  test('what a sender encodes comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const bytes = Buffer.from(text)
        const words: string[] = []
        for (let i = 0; i < bytes.length; i += 7)
          words.push(`=?utf-8?B?${bytes.subarray(i, i + 7).toString('base64')}?=`)
        expect(decodeWords(words.join(' '))).toBe(text.replace(/^\ufeff/, ''))
      }),
    )
  })
  test('a megabyte of halves is read within 100 ms', () => {
    expect(processorMs(() => decodeWords('=?utf-8?Q?'.repeat(100_000)))).toBeLessThan(100)
  })
})
