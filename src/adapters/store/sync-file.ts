// Makes sure that a file's bytes have reached the disk.
import { closeSync, fsyncSync, openSync } from 'node:fs'

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
