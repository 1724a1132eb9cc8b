// The saved pages that lie outside the project, read; shared by the tests that look at them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../../../src/core/catalogue/read-catalogue.ts'
import type { CatalogueReading } from '../../../src/core/model/entry.ts'
import { sharedFolder } from '../../support/shared.ts'

export const seedsFolder = sharedFolder() === null ? null : join(sharedFolder() ?? '', 'seeds')

export function seedText(start: string): string {
  const file = readdirSync(seedsFolder ?? '').find((name) => name.startsWith(start)) ?? ''
  return readFileSync(join(seedsFolder ?? '', file), 'utf8')
}

export function reads(text: string, page: string): CatalogueReading {
  const reading = readCatalogue(text, { page })
  if ('refused' in reading) throw new Error(reading.refused)
  return reading
}

export const SEEDS = ['000', '001', '002', '003', '004'] as const
