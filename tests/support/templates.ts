// The shipped templates, as they lie in the templates folder.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Templates } from '../../src/core/compose/render-template.ts'

const FOLDER = resolve(import.meta.dirname, '../../templates')

export const shippedTemplates: Templates = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.eta'))
    .map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]),
)
