// Which reader a text is for, by looking at it.

export const CATALOGUE_FORMATS = [
  'yaml',
  'json',
  'text',
  'announcement',
  'wikitext',
  'html',
  'mediawiki-api',
  'mediawiki-export',
  'issues',
  'markdown',
] as const
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number]
