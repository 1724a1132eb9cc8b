// The folder of shared material (real pages and mail) that some checks read; it is not part of the project.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** `$DIBS_SHARED`, or `shared` beside the checkout; null when there is none. */
export function sharedFolder(): string | null {
  const folder = process.env['DIBS_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
  return existsSync(join(folder, 'DESIGN.md')) || existsSync(join(folder, 'seeds')) ? folder : null
}
