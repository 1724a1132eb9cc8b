import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

test('decoders in two threads answer alike', async () => {
  const url = new URL('../../../src/adapters/mime/mail-decoder.ts', import.meta.url).href
  const raw =
    'From: Kim <kim@example.org>\nSubject: =?koi8-r?B?8NLJ18XU?=\nContent-Type: text/html\n\n<p>x</p>\n'
  const code = `import { parentPort, workerData } from 'node:worker_threads'
    const { decodeMail } = await import(workerData.url)
    parentPort.postMessage(await decodeMail(Buffer.from(workerData.raw)))`
  const answers = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
            workerData: { url, raw },
          })
          worker.once('message', resolve)
          worker.once('error', reject)
        }),
    ),
  )
  expect(answers[0]).toMatchObject({ ok: true, mail: { subject: 'Привет', html: '<p>x</p>\n' } })
  expect(answers[1]).toEqual(answers[0])
})
