// Entry of the worker threads that read mail in bulk: takes batches of raw mails, answers what was read, in order.
import { parentPort, workerData } from 'node:worker_threads'
import { createMailDecoder } from './adapters/mime/mail-decoder.ts'
import { packRaws } from './adapters/store/pack-raw.ts'
import { emptyReading, packReading } from './adapters/store/pack-reading.ts'
import { type CopyReceipt, type CopyResult, readCopy } from './app/read-copy.ts'
import type { ReadSettings } from './app/settings.ts'

interface Asked {
  readonly raw: Uint8Array
  readonly receipt: CopyReceipt
  readonly pack?: boolean
}

type Read = Extract<CopyResult, { ok: true }>

const settings = workerData as ReadSettings
const decoder = createMailDecoder()

parentPort?.on('message', (mails: Asked[]) => {
  void answer(mails)
})

async function answer(mails: readonly Asked[]): Promise<void> {
  const results: CopyResult[] = []
  for (const { raw, receipt } of mails) results.push(await readCopy(raw, receipt, decoder, settings))
  const buffers = await pack(mails, results)
  parentPort?.postMessage(results, buffers)
}

/** Packs what will be stored, in place; returns the buffers to hand over. Mail of no list is dropped, so it is left as it is. */
async function pack(mails: readonly Asked[], results: CopyResult[]): Promise<ArrayBuffer[]> {
  const wanted = mails.flatMap(({ raw, pack }, at) => {
    const result = results[at] as CopyResult
    return pack && result.ok && result.copy.lists.length > 0 ? [{ at, raw, copy: result.copy }] : []
  })
  const packed = await packRaws(wanted.map(({ raw, copy }) => ({ raw, hash: copy.hash })))
  for (const [n, { at, copy }] of wanted.entries()) {
    const { reading } = copy
    const read: Read = {
      ok: true,
      copy: { ...copy, reading: emptyReading(reading) },
      packed: { raw: packed[n]!, reading: packReading(reading) },
    }
    results[at] = read
  }
  return [...new Set(packed.map((raw) => raw.pack.bytes.buffer as ArrayBuffer))]
}
