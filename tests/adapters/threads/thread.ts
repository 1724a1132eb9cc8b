// A worker thread for tests: doubles numbers, and does to itself what it is told.
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', (items: (number | 'die' | 'throw' | 'hang' | 'eat')[]) => {
  const results = items.map((item) => {
    if (item === 'die') process.exit(1)
    if (item === 'throw') throw new Error('thrown outside any promise')
    if (item === 'hang') for (;;);
    if (item === 'eat') {
      const eaten: string[][] = []
      for (;;) eaten.push(new Array(1e6).fill('x'))
    }
    return item * 2
  })
  parentPort?.postMessage(results)
})
