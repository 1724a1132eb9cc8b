// `dibs explain`: what was read in a mail, which rule fired, which entries were candidates, and why the rest was not.
import { readFile } from 'node:fs/promises'
import { buffer as streamBytes } from 'node:stream/consumers'
import type { Command } from 'commander'
import { type Explanation, explainRaw, explainStored } from '../../app/explain.ts'
import { catalogueIndex } from '../../app/index-cache.ts'
import { buildCatalogueIndex } from '../../core/link/catalogue-index.ts'
import { messageId } from '../../core/model/ids.ts'
import { isoInstant } from '../../core/model/time.ts'
import { globalOptions, withStore } from '../session.ts'
import { harmless, newTerminal, type Terminal } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

export function addExplain(program: Command, wiring: Wiring): void {
  program
    .command('explain')
    .description('why a mail was (not) understood so')
    .argument('<what>', 'a Message-ID of the store, a file, or - for stdin')
    .option(
      '--catalogue <file>',
      'catalogue to link a file with (may be repeated)',
      (value, known: string[]) => [...known, value],
      [],
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ dibs explain 20240101.abc@example.org\n  $ dibs explain --catalogue pages.txt mail.eml',
    )
    .action(async (what: string, own: { catalogue: string[]; json?: boolean }, command: Command) => {
      const raw = await rawOf(what)
      const options = globalOptions(command)
      const show = (explanation: Explanation, terminal: Terminal, threshold: number): void => {
        if (own.json) terminal.out(JSON.stringify(explanation, null, 2))
        else print(explanation, terminal, threshold)
      }
      if (raw && (own.catalogue.length > 0 || options.data === undefined)) {
        const terminal = newTerminal(options)
        const loaded = wiring.load(options)
        const catalogue = await wiring.readCatalogues(own.catalogue, (text) => terminal.note(text))
        const index = buildCatalogueIndex(catalogue, loaded.settings.parse.lists)
        const explained = await explainRaw(raw, wiring.decoder(loaded), loaded.settings, index)
        if ('refused' in explained) throw new Refused(`${what}: ${explained.refused}`)
        return show(explained, terminal, loaded.settings.link.threshold)
      }
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const index = await catalogueIndex(loaded.settings.parse.lists)(store)
        const explained = raw
          ? await explainRaw(raw, wiring.decoder(loaded), loaded.settings, index)
          : await explainStored(store, messageId(what), wiring.decoder(loaded), loaded.settings)
        if (!explained) throw new Refused(`${what}: neither a file nor the Message-ID of a stored mail`)
        if ('refused' in explained) throw new Refused(`${what}: ${explained.refused}`)
        show(explained, terminal, loaded.settings.link.threshold)
      })
    })
}

async function rawOf(what: string): Promise<Uint8Array | null> {
  if (what === '-') return streamBytes(process.stdin)
  try {
    return await readFile(what)
  } catch {
    return null
  }
}

function print({ reading, link, aside }: Explanation, terminal: Terminal, threshold: number): void {
  const { message } = reading
  const { paint } = terminal
  const head = (name: string, value: string): void =>
    terminal.out(`${paint.bold(name.padEnd(9))} ${harmless(value)}`)
  head('message', message.id)
  head(
    'author',
    `${message.author.name} <${message.author.address}>${message.via ? ` (rewritten by the list from ${message.via.address})` : ''}`,
  )
  head('time', isoInstant(message.at))
  head('subject', message.subject)
  head('lists', message.lists.join(', ') || 'none')
  head(
    'tag',
    message.tag ? `${message.tag.programme}${message.tag.year ? ` ${message.tag.year}` : ''}` : 'none',
  )
  if (message.patch) head('patch', `v${message.patch.version} ${message.patch.n}/${message.patch.m}`)
  if (message.automatic) head('automatic', message.automatic)
  if (message.powerless) head('powerless', message.powerless)
  if (message.notScanned) head('not read', message.notScanned)
  if (aside > 0) head('aside', `${aside} other mail${aside > 1 ? 's' : ''} came with the same Message-ID`)
  terminal.out(
    `\n${paint.bold('the mail')}  ${paint.dim('(dim: not the author’s own words; »marked«: evidence)')}`,
  )
  terminal.out(marked(reading, terminal))
  terminal.out(`\n${paint.bold('what it says')}`)
  if (reading.signals.length === 0) terminal.out('  nothing about work somebody could take')
  for (const signal of reading.signals) {
    const tied = link.signals.find((own) => own.message === signal.message && own.index === signal.index)
    terminal.out(
      `  ${paint.yellow(signal.type)} by rule ${signal.reason}, score ${signal.score.toFixed(2)}, of ${harmless(signal.who.name || signal.who.address)}${signal.project ? `, about “${harmless(signal.project)}”` : ''}`,
    )
    terminal.out(`    “${harmless(signal.evidence)}”`)
    terminal.out(
      `    entry: ${tied?.entry ?? 'none'}${tied?.entry ? ` (${tied.linkScore.toFixed(2)}: ${tied.linkReasons.map((reason) => harmless(reason.detail)).join('; ')})` : ''}`,
    )
  }
  terminal.out(`\n${paint.bold('its thread')}  ${harmless(link.thread)}`)
  const outcome = link.entry
    ? `linked to ${link.entry} by ${link.by}, score ${link.score.toFixed(2)}, margin ${link.margin.toFixed(2)}`
    : link.triage
      ? `in triage: no candidate above ${threshold} with enough margin`
      : 'not linked'
  terminal.out(`  ${outcome}`)
  for (const candidate of link.candidates)
    terminal.out(
      `  ${candidate.score.toFixed(2)}  ${candidate.entry}  ${paint.dim(candidate.reasons.map((reason) => `${reason.kind}: ${harmless(reason.detail)}`).join('; '))}`,
    )
  for (const command of reading.commands)
    terminal.out(`\ncommand ${command.verb} ${harmless(command.argument)}`)
}

/** The text with everything that isn't the author's own dimmed, and evidence marked. */
function marked(reading: Explanation['reading'], terminal: Terminal): string {
  const { message, signals } = reading
  const { paint } = terminal
  const spans = signals.flatMap((signal) => (signal.span ? [signal.span] : []))
  const edges = new Set([0, message.text.length])
  for (const span of [...message.own, ...spans]) edges.add(span.start).add(span.end)
  const cuts = [...edges].sort((a, b) => a - b)
  const inside = (at: number, ranges: readonly { start: number; end: number }[]): boolean =>
    ranges.some((range) => range.start <= at && at < range.end)
  let shown = ''
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number]
    const piece = harmless(message.text.slice(start, end))
    const lines = (style: (text: string) => string): string =>
      piece
        .split('\n')
        .map((line) => (line ? style(line) : ''))
        .join('\n')
    if (inside(start, spans)) shown += `»${paint.yellow(piece)}«`
    else if (inside(start, message.own)) shown += piece
    else shown += lines(paint.dim)
  }
  return shown
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
