// The cheap look before the dear one: which rows of the table could match a sentence at all, by the words it has.
// In: the table, then sentences in their text. Out: the rows one of whose cues stands there, with the words that their
// patterns cannot do without, in an order that allows a match. Refuses nothing.
import type { Span } from '../../model/message.ts'
import type { Detector } from '../detector.ts'
import { IntMap, Ints } from './ints.ts'
import { readWordPattern } from './read-word-pattern.ts'
import { requiredPairs, requiredWords, waysOf } from './required-words.ts'
import { SentenceWords } from './sentence-words.ts'
import { KEY_LENGTH, MOST_WORDS, Vocabulary } from './vocabulary.ts'
import { WordProgram } from './word-program.ts'

/** Sets of words that are asked of a way before it is run, beside what it waits for. */
const MOST_NEEDS = 3
/** A set that every sentence meets. */
const EVERYWHERE = 0

export class RowFinder {
  private readonly rows: readonly Detector[]
  private readonly vocabulary = new Vocabulary()
  private readonly sentence = new SentenceWords(this.vocabulary)
  private readonly program = new WordProgram(this.sentence)
  /** Rows whose patterns were not read yet, by each of their cues: reading all takes longer than many a mail. */
  private readonly unread: (number[] | undefined)[] = []
  private readonly read = new Set<number>()
  /** By word, the sets it is in; and by set, the last sentence with a word of it. */
  private readonly setsOf: (Ints | undefined)[] = []
  private readonly metIn = new Ints()
  private readonly sets = new Map<string, number>()
  /** Of each way to match a row, in turn: the row, sets that must be met, and the first step of its word pattern. */
  private readonly ways = new Ints()
  /** By word, and by pair of words, where the ways that wait for it begin in `links`: each a way and the next link. */
  private readonly byWord = new Int32Array(MOST_WORDS).fill(-1)
  private readonly byPair = new IntMap()
  private readonly links = new Ints()
  private readonly found: number[] = []

  constructor(rows: readonly Detector[]) {
    this.rows = rows
    this.metIn.push(0)
    rows.forEach((row, place) => {
      for (const word of this.cuesOf(row)) {
        const rows = this.unread[word] ?? []
        rows.push(place)
        this.unread[word] = rows
      }
    })
  }

  /** The rows that could match what stands in `span`, in the table's order. */
  find(text: string, span: Span): readonly Detector[] {
    const { sentence, found } = this
    sentence.read(text, span)
    this.readRows()
    this.meetSets()
    found.length = 0
    for (let i = 0; i < sentence.count; i++) this.look(this.byWord[sentence.met[i]!]!)
    for (let i = 0; i < sentence.paired; i++) this.look(this.byPair.get(sentence.pairs[i]!))
    if (found.length === 0) return NONE
    const places = [...new Set(found)].sort((a, b) => a - b)
    return places.map((place) => this.rows[place]!)
  }

  /** Reads the rows that have a cue in a sentence for the first time. */
  private readRows(): void {
    const { sentence } = this
    let some = false
    for (let i = 0; i < sentence.count; i++) {
      const rows = this.unread[sentence.met[i]!]
      if (rows === undefined) continue
      this.unread[sentence.met[i]!] = undefined
      for (const row of rows) if (!this.read.has(row)) this.readRow(row)
      some = true
    }
    // They may wait for words that nobody asked for before.
    if (some) sentence.readAgain()
  }

  /** Notes the sets that have a word in the sentence. */
  private meetSets(): void {
    const { sentence } = this
    const metIn = this.metIn.items
    metIn[EVERYWHERE] = sentence.number
    for (let i = 0; i < sentence.count; i++) {
      const sets = this.setsOf[sentence.met[i]!]
      if (sets !== undefined)
        for (let at = 0; at < sets.length; at++) metIn[sets.items[at]!] = sentence.number
    }
  }

  /** Looks at the ways from a link on. */
  private look(first: number): void {
    const { sentence, program, found } = this
    const { number } = sentence
    const ways = this.ways.items
    const links = this.links.items
    const metIn = this.metIn.items
    for (let link = first; link >= 0; link = links[link + 1]!) {
      const way = links[link]!
      if (
        metIn[ways[way + 1]!] !== number ||
        metIn[ways[way + 2]!] !== number ||
        metIn[ways[way + 3]!] !== number
      )
        continue
      if (program.run(ways[way + 4]!, sentence.all) !== 0) found.push(ways[way]!)
    }
  }

  /** Notes the ways to match a row, and what each of them waits for: a pair of words, or else the rarest it requires. */
  private readRow(place: number): void {
    this.read.add(place)
    const { vocabulary, program } = this
    const row = this.rows[place]!
    const cues = this.cuesOf(row)
    for (const pattern of waysOf(readWordPattern(row.pattern, vocabulary))) {
      const pairs = requiredPairs(pattern, vocabulary)?.pairs
      const sets = vocabulary.rarest([...requiredWords(pattern, vocabulary), cues])
      const awaited = pairs ? null : sets[0]!
      const needs = sets.filter((set) => set !== awaited && set !== cues).slice(0, MOST_NEEDS - 1)
      if (cues !== awaited) needs.unshift(cues)
      const way = this.ways.length
      this.ways.push(place)
      for (let i = 0; i < MOST_NEEDS; i++) this.ways.push(needs[i] ? this.setOf(needs[i]!) : EVERYWHERE)
      this.ways.push(program.add(pattern))
      for (const pair of pairs ?? []) this.byPair.set(pair, this.link(way, this.byPair.get(pair)))
      for (const word of awaited ?? []) this.byWord[word] = this.link(way, this.byWord[word]!)
    }
  }

  /** The number of a set of words. */
  private setOf(words: readonly number[]): number {
    const key = String.fromCharCode(...words)
    const known = this.sets.get(key)
    if (known !== undefined) return known
    const set = this.metIn.length
    this.metIn.push(0)
    for (const word of words) {
      const sets = this.setsOf[word] ?? new Ints()
      sets.push(set)
      this.setsOf[word] = sets
    }
    this.sets.set(key, set)
    return set
  }

  /** A link to a way and to the links there were before. */
  private link(way: number, next: number): number {
    this.links.push(way)
    this.links.push(next)
    return this.links.length - 2
  }

  private cuesOf(row: Detector): readonly number[] {
    const words = row.cues.flatMap(inflections).map((cue) => this.vocabulary.numberOf(cue))
    return [...new Set(words)]
  }
}
const NONE: readonly Detector[] = []

/** A cue and, where it is short, its inflections. */
function inflections(cue: string): string[] {
  if (cue.length >= KEY_LENGTH) return [cue]
  const stem = cue.replace(/e$/, '')
  return [cue, `${cue}s`, `${cue}d`, `${stem}ed`, `${stem}ing`]
}
