// Lists and maps of numbers in one block of memory, which V8 goes through several times faster than through objects.

export class Ints {
  /** The first `length` are valid; another array after a `push`. */
  items = new Int32Array(16)
  length = 0

  push(item: number): void {
    if (this.length === this.items.length) {
      const items = new Int32Array(this.length * 2)
      items.set(this.items)
      this.items = items
    }
    this.items[this.length++] = item
  }
}

/** From numbers other than 0 to numbers of 0 or more. */
export class IntMap {
  size = 0
  private bits = 10
  /** Keys and what they lead to in turn; a key that finds its place taken stands at the next that is free. */
  private cells = new Int32Array(2 << this.bits)

  /** A bit for some keys each, set when one of them is held: most keys that are asked for are not, and this is small. */
  private readonly hints = new Int32Array(HINTS >> 5)

  /** The number a key leads to, -1 when it leads nowhere. */
  get(key: number): number {
    const hint = Math.imul(key, 0x9e3779b1) >>> (32 - HINT_BITS)
    if (((this.hints[hint >> 5]! >> (hint & 31)) & 1) === 0) return -1
    const at = this.placeOf(key)
    return this.cells[at] === 0 ? -1 : this.cells[at + 1]!
  }

  set(key: number, value: number): void {
    const at = this.placeOf(key)
    if (this.cells[at] === 0 && ++this.size * 4 > this.cells.length) {
      this.grow()
      this.set(key, value)
      return
    }
    this.cells[at] = key
    this.cells[at + 1] = value
    const hint = Math.imul(key, 0x9e3779b1) >>> (32 - HINT_BITS)
    this.hints[hint >> 5]! |= 1 << (hint & 31)
  }

  private placeOf(key: number): number {
    const { cells } = this
    let at = (Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)) * 2
    while (cells[at] !== 0 && cells[at] !== key) at = (at + 2) & (cells.length - 1)
    return at
  }

  private grow(): void {
    const { cells } = this
    this.bits += 1
    this.size = 0
    this.cells = new Int32Array(2 << this.bits)
    for (let at = 0; at < cells.length; at += 2) if (cells[at] !== 0) this.set(cells[at]!, cells[at + 1]!)
  }
}

const HINT_BITS = 16
const HINTS = 1 << HINT_BITS
