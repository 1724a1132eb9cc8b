// The cheap look before the dear one: which detectors could match a text at all, by the words it has.
// In: the table, then texts. Out: the detectors one of whose cues stands in the text. Refuses nothing.
import type { Detector } from './detector.ts'

/** Words are told apart by their first letters, so that "implement" also stands for "implementing". */
const KEY_LENGTH = 6

/** By key, the places in the table of the detectors that want it. */
export interface CueIndex {
  readonly detectors: readonly Detector[]
  readonly byKey: ReadonlyMap<string, readonly number[]>
}

export function indexCues(detectors: readonly Detector[]): CueIndex {
  const byKey = new Map<string, number[]>()
  detectors.forEach((detector, at) => {
    for (const key of new Set(detector.cues.flatMap(keysOf))) byKey.set(key, [...(byKey.get(key) ?? []), at])
  })
  return { detectors, byKey }
}

/** A cue and, where it is short, its inflections. */
function keysOf(cue: string): string[] {
  if (cue.length >= KEY_LENGTH) return [cue.slice(0, KEY_LENGTH)]
  const stem = cue.replace(/e$/, '')
  return [cue, `${cue}s`, `${cue}d`, `${stem}ed`, `${stem}ing`].map((word) => word.slice(0, KEY_LENGTH))
}

/** The detectors that could match the text, in the table's order. */
export function cuedDetectors(index: CueIndex, text: string): Detector[] {
  const low = text.toLowerCase()
  let cued: Set<number> | null = null
  let start = -1
  for (let at = 0; at <= low.length; at += 1) {
    const code = at < low.length ? low.charCodeAt(at) : 32
    if (code >= 97 && code <= 122) {
      if (start < 0) start = at
    } else if (start >= 0) {
      const places = index.byKey.get(low.slice(start, Math.min(at, start + KEY_LENGTH)))
      if (places) {
        cued ??= new Set()
        for (const place of places) cued.add(place)
      }
      start = -1
    }
  }
  if (cued === null) return []
  return [...cued].sort((a, b) => a - b).map((place) => index.detectors[place]!)
}
