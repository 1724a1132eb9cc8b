// Lines meant for the bot: every line of a mail to its own address, or lines that start with `#dibs` on a list. Only
// the sender's own words count; what can't be read becomes a refusal with a hint. Whether he may is not decided here.
import { COMMAND_VERBS, type CommandRefusal, type CommandVerb, type MailCommand } from '../model/command.ts'

/** More in one mail are refused: a mistake or an attack. */
export const MAX_COMMANDS = 10
const MAX_LINE = 500
/** Lines looked at in one mail. */
const MAX_LINES = 100
const PREFIX = /^#dibs\b[:,]?\s*/i
const STOP = /^(?:stop|quit|end|exit|bye|thanks?|thank you|cheers|regards|--|—)\b[\s!.,]*$|^--\s*$/i
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|day|evening)|greetings)\b.{0,60}$/i
/** The bot's own sample lines, come back in an answer: `claim ENTRY`, `#dibs link <entry>`. */
const SAMPLE = /\b(?:ENTRY|PERSON|MESSAGE-ID|DATE|ENTRY-ID)\b|<(?:entry|person|date|message-id)>|\.\.\.$|…$/
const ALIASES: Readonly<Record<string, CommandVerb>> = {
  '?': 'help',
  commands: 'help',
  usage: 'help',
  state: 'status',
  show: 'status',
  info: 'status',
  ls: 'list',
  free: 'list',
  whois: 'who',
  log: 'history',
  me: 'mine',
  my: 'mine',
  take: 'claim',
  grab: 'claim',
  dibs: 'claim',
  start: 'claim',
  drop: 'release',
  unclaim: 'release',
  abandon: 'release',
  'give-up': 'release',
  handover: 'release',
  update: 'progress',
  ping: 'progress',
  renew: 'progress',
  still: 'progress',
  finished: 'done',
  complete: 'done',
  completed: 'done',
  merged: 'done',
  pause: 'snooze',
  give: 'assign',
  confirm: 'verify',
  archive: 'retire',
  close: 'retire',
  open: 'reopen',
  new: 'propose',
  add: 'propose',
  dismiss: 'wrong',
  mistake: 'wrong',
  mute: 'quiet',
  unsubscribe: 'quiet',
  forget: 'forget-me',
  forgetme: 'forget-me',
}
const NEED_ENTRY: readonly CommandVerb[] = [
  'who',
  'history',
  'claim',
  'release',
  'progress',
  'done',
  'snooze',
  'assign',
  'unassign',
  'link',
  'verify',
  'retire',
  'reopen',
  'alias',
  'wrong',
]

export interface CommandLines {
  readonly commands: readonly MailCommand[]
  readonly refusals: readonly CommandRefusal[]
}

/**
 * `lines` are the own lines of the mail, `direct` is true when it went to the bot's address and to no list, `inThread`
 * when it answers another mail: then an entry may be left out.
 */
export function parseCommands(lines: readonly string[], direct: boolean, inThread: boolean): CommandLines {
  const commands: MailCommand[] = []
  const refusals: CommandRefusal[] = []
  let strange: CommandRefusal | null = null
  let looked = 0
  for (const raw of lines) {
    const line = raw.trim().slice(0, MAX_LINE)
    const marked = PREFIX.test(line)
    if (line === '' || (!marked && !direct)) continue
    if (++looked > MAX_LINES) break
    const words = line.replace(PREFIX, '').trim()
    if (!marked && STOP.test(words)) break
    if (words === '' || SAMPLE.test(words) || (!marked && GREETING.test(words))) continue
    const read = readLine(line, words, inThread)
    if ('verb' in read) commands.push(read)
    else if (marked || read.code !== 'unknown-command') refusals.push(read)
    else if (looksLikeCommand(words)) refusals.push(read)
    else strange ??= read
    if (commands.length + refusals.length > MAX_COMMANDS) {
      refusals.push({
        line,
        code: 'too-many-commands',
        text: `Only the first ${MAX_COMMANDS} commands of a mail are read.`,
      })
      return { commands: commands.slice(0, MAX_COMMANDS), refusals: refusals.slice(-MAX_COMMANDS) }
    }
  }
  // Prose around commands is fine; a mail of prose alone deserves to be told what would have worked.
  if (direct && commands.length === 0 && refusals.length === 0 && strange) refusals.push(strange)
  return { commands, refusals }
}

function readLine(line: string, words: string, inThread: boolean): MailCommand | CommandRefusal {
  const match = /^(\S+)\s*(.*)$/.exec(words)
  const said = (match?.[1] ?? '').toLowerCase().replace(/[:,.!]+$/, '')
  const argument = (match?.[2] ?? '').trim()
  const verb = verbOf(said)
  if (!verb) return { line, code: 'unknown-command', text: unknownText(said) }
  if (argument === '' && !inThread && NEED_ENTRY.includes(verb)) {
    return {
      line,
      code: 'missing-entry',
      text: `"${verb}" needs to know which project: write "${verb} ENTRY" with its name, title or address.`,
    }
  }
  if (argument === '' && verb === 'propose') {
    return { line, code: 'missing-title', text: 'Write "propose" followed by the title of the new project.' }
  }
  return { verb, argument, line }
}

function verbOf(said: string): CommandVerb | null {
  if ((COMMAND_VERBS as readonly string[]).includes(said)) return said as CommandVerb
  return Object.hasOwn(ALIASES, said) ? (ALIASES[said] as CommandVerb) : null
}

function unknownText(said: string): string {
  const near = nearestVerb(said)
  const shown = said.slice(0, 40)
  return near
    ? `There is no command "${shown}". Did you mean "${near}"?`
    : `There is no command "${shown}". "help" lists them all.`
}

/** One slip of the keyboard away from a verb, and short enough to be no sentence. */
function looksLikeCommand(words: string): boolean {
  const parts = words.split(/\s+/)
  return (
    parts.length <= 5 && !/[.?!]$/.test(words) && nearestVerb((parts[0] as string).toLowerCase()) !== null
  )
}

function nearestVerb(said: string): CommandVerb | null {
  if (said.length < 3 || said.length > 14) return null
  let best: CommandVerb | null = null
  let least = said.length <= 4 ? 2 : 3
  for (const verb of COMMAND_VERBS) {
    const distance = editDistance(said, verb)
    if (distance < least) {
      least = distance
      best = verb
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (row[j - 1] as number) + 1,
        (above[j] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = above
    above = row
  }
  return above[b.length] as number
}
