// The project's own labelled mails: each says exactly what its row says, with exactly that sentence.
import { describe, expect, it } from 'vitest'
import { detectSignals } from '../../../src/core/detect/detect-signals.ts'
import { labelledMails, messageOf } from '../../labelled/labelled-mail.ts'

describe.each(Object.entries(Object.groupBy(labelledMails(), (row) => row.file)))(
  '%s',
  (_file, rows = []) => {
    it.each(rows.map((row) => [row.trait, row] as const))('%s', async (_trait, row) => {
      const message = await messageOf(row)
      const signals = detectSignals(message)
      const wanted = Object.entries(row.says ?? {})
      expect([...new Set(signals.map((signal) => signal.type))].sort()).toEqual(
        wanted.map(([type]) => type).sort(),
      )
      for (const [type, evidence] of wanted) {
        const sentences = signals.filter((signal) => signal.type === type).map((signal) => signal.evidence)
        if (evidence !== '*') expect(sentences).toContain(evidence)
      }
      expect(signals.every((signal) => signal.score >= 0.5 && signal.score < 1)).toBe(true)
    })
  },
)
