// Patterns of the table become machine code when they are first needed, not before and not in two steps.

/**
 * The pattern, as machine code from its first use on. For a short text V8 makes slow code of a pattern first, and machine code
 * when it is used again; of the largest patterns the slow code alone takes three times as long as the machine code. For a
 * text of a thousand characters it leaves the slow code out.
 */
export function readyPattern(pattern: RegExp): RegExp {
  if (!READY.has(pattern)) {
    READY.add(pattern)
    pattern.test(LONG_TEXT)
  }
  return pattern
}
const READY = new WeakSet<RegExp>()
const LONG_TEXT = '.'.repeat(1000)
