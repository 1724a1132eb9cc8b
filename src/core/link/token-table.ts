// What is known of each token of a text, found by the token's letters: of a token met before no string is made, and mails
// repeat their words. In: folded text. Out: what was learnt of its tokens, in order. Remembers some thousands.
import { codeAt, hasOnlyAscii, TOKEN } from './words.ts'

const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 64
const SLOTS = 65_536
/** Slots that are looked at for one token; tokens made to meet in one place are learnt anew each time. */
const MOST_STEPS = 32

interface Learnt<T> {
  readonly token: string
  readonly hash: number
  readonly value: T
}

export class TokenTable<T> {
  private readonly learn: (token: string) => T
  private slots: (Learnt<T> | undefined)[] = new Array(SLOTS).fill(undefined)
  private remembered = 0

  /** `learn` must answer the same for a token whenever it is asked. */
  constructor(learn: (token: string) => T) {
    this.learn = learn
  }

  /** Visits what is known of each token of a folded text, in order. */
  read(text: string, visit: (value: T) => void): void {
    if (!hasOnlyAscii(text)) {
      for (const token of text.match(TOKEN) ?? []) visit(this.valueOf(token))
      return
    }
    const end = text.length
    for (let at = 0; at < end; at++) {
      let code = text.charCodeAt(at)
      if (IN_TOKEN[code] === 0) continue
      const start = at
      let hash = 0
      while (IN_TOKEN[code] === 1 || (code === UNDERSCORE && IN_TOKEN[codeAt(text, at + 1)] === 1)) {
        hash = mix(hash, code)
        code = codeAt(text, ++at)
      }
      visit(this.find(text, start, at, hash))
    }
  }

  /** What is known of one token. */
  valueOf(token: string): T {
    let hash = 0
    for (let at = 0; at < token.length; at++) hash = mix(hash, token.charCodeAt(at))
    return this.find(token, 0, token.length, hash)
  }

  private find(text: string, start: number, end: number, hash: number): T {
    let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1)
    for (let step = 0; step < MOST_STEPS; step++, slot = (slot + 1) & (SLOTS - 1)) {
      const learnt = this.slots[slot]
      if (learnt === undefined) return this.remember(text.slice(start, end), hash, slot)
      const { token } = learnt
      if (learnt.hash === hash && token.length === end - start && text.startsWith(token, start))
        return learnt.value
    }
    return this.learn(text.slice(start, end))
  }

  private remember(token: string, hash: number, slot: number): T {
    const value = this.learn(token)
    if (token.length > LONGEST_REMEMBERED) return value
    if (this.remembered === MOST_REMEMBERED) {
      this.slots.fill(undefined)
      this.remembered = 0
    } else {
      this.slots[slot] = { token, hash, value }
      this.remembered++
    }
    return value
  }
}

const UNDERSCORE = 95
const IN_TOKEN = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') IN_TOKEN[character.charCodeAt(0)] = 1

/** FNV-1a over 16-bit units. */
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
