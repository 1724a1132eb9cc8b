// Looks the store over for `dibs doctor`: integrity of the file, what waits in it, room on the disk.
import { statfsSync, statSync } from 'node:fs'
import { Failure } from '../../ports/failure.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

const LEAST_FREE_BYTES = 200 * 1024 * 1024
const MIB = 1024 * 1024

/** One line in words; throws Failure when the file is damaged or the disk nearly full. */
export async function checkStore(file: string, { db, damage }: SqliteConnection): Promise<string> {
  const found = damage()
  if (found !== null) {
    throw new Failure('checking the store', false, `${file} is damaged (${found}): restore a backup`)
  }
  const { bavail, bsize } = statfsSync(file)
  const free = bavail * bsize
  if (free < LEAST_FREE_BYTES) {
    throw new Failure('checking the store', true, `only ${Math.floor(free / MIB)} MiB free beside ${file}`)
  }
  const count = async (table: 'messages' | 'pending' | 'tasks') => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst()
    return Number(row?.n ?? 0)
  }
  const size = Math.ceil(statSync(file).size / MIB)
  const counts = `${await count('messages')} messages, ${await count('pending')} pending, ${await count('tasks')} tasks`
  return `${file}: whole, ${size} MiB, ${counts}, ${Math.floor(free / MIB)} MiB free`
}
