import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { instrument, type Instrument, type InstrumentInput } from '#lib/domain/instruments/instrument.ts'
import type { ByteSource } from '#lib/reading/byteSource.ts'
import { type Mapping, mappingSchema } from '#lib/reading/mapping.ts'

/** Real survey files beside the checkout. Their licences differ: they are read where they lie and never copied. */
const folder = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** Whether the files are there; says so clearly where they are not. */
export function hasSharedData(): boolean {
  const present = existsSync(`${folder}data/MANIFEST.md`)
  if (!present) console.warn('The real survey files (../shared/data) are ABSENT: nothing of tests/corpus was checked.')
  return present
}

export function sharedFile(path: string): ByteSource {
  return () => createReadStream(`${folder}data/${path}`)
}

export function sharedText(path: string): string {
  return readFileSync(`${folder}data/${path}`, 'utf8')
}

/** The CSV files under a folder of the shared data, by their path in it. */
export function sharedFiles(path: string): string[] {
  return readdirSync(`${folder}data/${path}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `${path}/${name}`)
    .sort()
}

export function exampleMapping(name: string): Mapping {
  return mappingSchema.parse(JSON.parse(readFileSync(`${folder}examples/${name}.mapping.json`, 'utf8')))
}

export function exampleMeasure(name: string): Instrument {
  const definition: InstrumentInput = JSON.parse(readFileSync(`${folder}examples/${name}.measure.json`, 'utf8'))
  return instrument(definition)
}
