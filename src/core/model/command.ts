// A command a person wrote to the bot, after parsing and before anything is decided.

export const COMMAND_VERBS = [
  'help',
  'status',
  'list',
  'who',
  'history',
  'mine',
  'claim',
  'release',
  'progress',
  'done',
  'snooze',
  'assign',
  'unassign',
  'link',
  'unlink',
  'verify',
  'retire',
  'reopen',
  'alias',
  'propose',
  'wrong',
  'quiet',
  'forget-me',
] as const
export type CommandVerb = (typeof COMMAND_VERBS)[number]

/** Verbs that only ask; everything else changes something. */
export const ASKING_VERBS: readonly CommandVerb[] = ['help', 'status', 'list', 'who', 'history', 'mine']

export interface MailCommand {
  readonly verb: CommandVerb
  /** The words after the verb, as written. */
  readonly argument: string
  /** The whole line as written, for quoting it back. */
  readonly line: string
}

/** A line that was meant as a command and could not be read as one. */
export interface CommandRefusal {
  readonly line: string
  /** `unknown-command`, `missing-entry`, … */
  readonly code: string
  /** Words for the sender. */
  readonly text: string
}
