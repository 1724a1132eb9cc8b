import { describe, expect, it } from 'vitest'
import { dayText, fit, harmless } from '../../src/cli/terminal.ts'

describe('what a terminal is shown', () => {
  it('is a day, or that there is none', () => {
    expect(dayText(Date.UTC(2014, 4, 1, 23))).toBe('2014-05-01')
    expect(dayText(0)).toBe('undated')
  })

  it('holds no control, bidi or zero-width characters', () => {
    expect(harmless('a\u001b[31mb\u202ec\u200bd\u0007e\u009bf')).toBe('a[31mbcdef')
    expect(harmless('two\nlines\tand a tab')).toBe('two\nlines\tand a tab')
  })

  it('is cut by characters, on one line', () => {
    expect(fit('one\n two   three', 20)).toBe('one two three')
    expect(fit('ÄÖÜ and more', 5)).toBe('ÄÖÜ …')
  })
})
