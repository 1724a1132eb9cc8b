// What each stage costs beside mailparser's simpleParser (without its conversions between text and HTML) on the same
// mails: CPU time in one run, stages in turn on small pieces, so that a busy machine slows all of them alike.
// Run: node tests/bench/pipeline.ts ARCHIVE.mbox[.gz] CATALOGUE [MAILS]
import { simpleParser } from 'mailparser'
import { openMbox } from '../../src/adapters/files/mbox.ts'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { packRaws } from '../../src/adapters/store/pack-raw.ts'
import { readCatalogueFile } from '../../src/app/catalogue-import.ts'
import { mergeCatalogue } from '../../src/core/catalogue/merge-catalogue.ts'
import { detectSignals } from '../../src/core/detect/detect-signals.ts'
import { buildCatalogueIndex } from '../../src/core/link/catalogue-index.ts'
import type { MessageId } from '../../src/core/model/ids.ts'
import type { DecodedMail } from '../../src/core/model/mail.ts'
import type { Reading } from '../../src/core/model/reading.ts'
import { cleanText } from '../../src/core/parse/clean-text.ts'
import { copyPrint } from '../../src/core/parse/copy-print.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'
import { ownText } from '../../src/core/parse/own-text.ts'
import { parseMail } from '../../src/core/parse/parse-mail.ts'
import { linkAll } from '../../src/core/pipeline.ts'

const [archive, catalogueFile, most = '4000'] = process.argv.slice(2)
if (!archive || !catalogueFile) {
  process.stderr.write('usage: node tests/bench/pipeline.ts ARCHIVE.mbox[.gz] CATALOGUE [MAILS]\n')
  process.exit(2)
}

const PIECE = 250
/** Not counted: the engine still compiles patterns as mails first meet them. */
const WARM_UP = 4000
/** Rounds in which the mails of the warm-up are linked: a thousand mails are a hundred threads, too few for the engine. */
const ROUNDS = 20
const OWN_TEXT = '… own text of it'
const YARDSTICK = 'simpleParser, skip options'
const DEFAULTS = 'simpleParser, defaults'
const SKIPS = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true }
const settings = {
  lists: [],
  programmes: [],
  bot: { addresses: ['bot@example.org'] },
  mailmap: EMPTY_MAILMAP,
}

const spent = new Map<string, number>()
let counted = 0

/** Runs one stage over one piece and books its CPU time. */
async function take<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  if (counted >= 0) spent.set(stage, (spent.get(stage) ?? 0) + user + system)
  return result
}

const decoder = createMailDecoder()

async function decodeEach(raws: readonly Uint8Array[]): Promise<DecodedMail[]> {
  const mails: DecodedMail[] = []
  for (const raw of raws) {
    const decoded = await decoder.decode(raw)
    if (decoded.ok) mails.push(decoded.mail)
  }
  return mails
}

async function readPiece(raws: readonly Uint8Array[]): Promise<Reading[]> {
  const mails = await take('decode', () => decodeEach(raws))
  const parsed = await take('parse', () =>
    mails.map((mail) => parseMail(mail, { received: mail.received, sourceTime: null, lists: [] }, settings)),
  )
  // A part of `parse`, measured once more by itself.
  await take(OWN_TEXT, () => mails.map((mail) => ownText(cleanText(mail.text ?? ''), mail.from[0] ?? null)))
  const signals = await take('detect', () => parsed.map(({ message }) => detectSignals(message)))
  await take('copy print', () => mails.map(copyPrint))
  await take('pack', async () => {
    for (const raw of raws) await packRaws([{ hash: '', raw }])
  })
  await take(YARDSTICK, async () => {
    for (const raw of raws) await simpleParser(Buffer.from(raw), SKIPS)
  })
  await take(DEFAULTS, async () => {
    for (const raw of raws) await simpleParser(Buffer.from(raw))
  })
  return parsed.map((mail, i) => ({ ...mail, signals: signals[i] ?? [] }))
}

const readings = new Map<MessageId, Reading>()
const warmUp = new Map<MessageId, Reading>()
let piece: Uint8Array[] = []
let met = 0
for await (const { raw } of openMbox(archive).read(null, new AbortController().signal)) {
  piece.push(raw)
  if (piece.length < PIECE) continue
  counted = met < WARM_UP ? -1 : Math.max(counted, 0)
  const read = await readPiece(piece)
  for (const reading of read) (counted < 0 ? warmUp : readings).set(reading.message.id, reading)
  if (counted >= 0) counted += piece.length
  met += piece.length
  piece = []
  if (counted >= Number(most)) break
}
if (counted <= 0) throw new Error(`the archive holds fewer than ${WARM_UP + PIECE} mails`)
const catalogue = mergeCatalogue([(await readCatalogueFile(catalogueFile)).reading], {}).catalogue
const index = await take('index', () => buildCatalogueIndex(catalogue, []))
const link = (mails: ReadonlyMap<MessageId, Reading>) =>
  linkAll([...mails.values()], index, { threshold: 0.6, margin: 0.1 }, new Map())
for (let round = 0; round < ROUNDS; round++) link(warmUp)
await take('link', () => link(readings))

const yardstick = spent.get(YARDSTICK) as number
const defaults = spent.get(DEFAULTS) as number
for (const [stage, time] of spent)
  process.stdout.write(
    `${stage.padEnd(28)}${(time / counted).toFixed(0).padStart(5)} µs a mail  ${(time / yardstick).toFixed(3)}\n`,
  )
tell(OWN_TEXT, 'own text')
tell('parse', 'parse')

/** The stages that understand a mail, beside the yardsticks; with own text alone, or with all that `parse` reads. */
function tell(first: string, name: string): void {
  const understood = [first, 'detect', 'link'].reduce((sum, stage) => sum + (spent.get(stage) ?? 0), 0)
  process.stdout.write(
    `${name} + detect + link: ${(understood / yardstick).toFixed(3)} of simpleParser with skip options ` +
      `(${(understood / defaults).toFixed(3)} of it with defaults), ${counted} mails\n`,
  )
}
