// Writes what is generated from the configuration schema: config/dibs.example.yaml and docs/configuration.md.
import { writeFileSync } from 'node:fs'
import { exampleFile, referencePage } from '../src/config/describe.ts'

writeFileSync('config/dibs.example.yaml', exampleFile())
writeFileSync('docs/configuration.md', referencePage())
