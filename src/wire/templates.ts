// The words of every mail and page: the shipped templates, with the operator's own over them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../cli/wiring.ts'
import type { Templates } from '../core/compose/render-template.ts'

/** All templates by file name. Throws Refused when the operator's folder cannot be read. */
export function readTemplates(root: string, own: string | undefined): Templates {
  const templates = readFolder(join(root, 'templates'))
  if (own === undefined) return templates
  try {
    return { ...templates, ...readFolder(own) }
  } catch (error) {
    throw new Refused(
      `templates: ${own} cannot be read (${(error as Error).message}); it must be a folder of .eta files`,
    )
  }
}

function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eta'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
