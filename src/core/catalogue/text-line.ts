// One line of page text, as the readers of rendered pages pass it around.

export interface TextLine {
  /** Without the bar that closes a table cell. */
  readonly text: string
  /** Its number on the page, from 1. */
  readonly line: number
  /** Whether a bar stood at its end. */
  readonly bar: boolean
}
