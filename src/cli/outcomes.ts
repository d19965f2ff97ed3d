import { parseArgs } from 'node:util'
import { catalogue, findInstrument } from '#lib/domain/instruments/index.ts'
import type { Instrument } from '#lib/domain/instruments/instrument.ts'
import type { CollectedProgram } from '#lib/domain/privacy/collectedProgram.ts'
import { scaleFacts } from '#lib/domain/privacy/scaleFacts.ts'
import { scalePanel } from '#lib/domain/privacy/scalePanel.ts'
import { moments } from '#lib/domain/statistics/moments.ts'
import { collectProgram } from '#lib/server/collection/collectProgram.ts'
import { withOrganisation } from '#lib/server/database/withOrganisation.ts'
import { openKith } from '#lib/server/openKith.ts'
import { programByName } from '#lib/server/organisations/programs.ts'
import { programNode } from '#lib/server/releases/releaseNode.ts'
import { readRelease } from '#lib/server/releases/readRelease.ts'
import { listMeasures } from '#lib/server/organisations/measures.ts'
import { chosenOrganisation } from './chosenOrganisation.ts'
import { type Command, printJson, Refusal, say, WrongUsage } from './command.ts'

const command: Command = {
  usage: 'outcomes --program P [--organisation O] [--audience team|shared] [--exact] [--json]',
  summary: 'The newest release of a program; --exact gives the unrounded statistics before disclosure control.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        program: { type: 'string' },
        organisation: { type: 'string' },
        audience: { type: 'string', default: 'team' },
        exact: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false }
      }
    })
    const { program: name, audience } = values
    if (name === undefined) throw new WrongUsage('Name a program with --program.')
    if (audience !== 'team' && audience !== 'shared') throw new WrongUsage('--audience is team or shared.')
    const kith = await openKith()
    try {
      const { orgId } = await chosenOrganisation(kith, values)
      const document = await withOrganisation(kith.app, orgId, async (transaction) => {
        const program = await programByName(transaction, orgId, name, false)
        if (!program) throw new Refusal(`There is no program "${name}".`)
        if (!values.exact) return readRelease(transaction, { orgId, node: programNode(program.id), audience })
        const instruments = [...catalogue, ...(await listMeasures(transaction, orgId))]
        return exactOutcomes(await collectProgram(transaction, orgId, program, instruments), instruments)
      })
      if (!document) throw new Refusal(`Nothing has been published of "${name}" for ${audience}.`)
      if (values.exact) say('These are exact figures of few people. They are for checking, and must not be passed on.')
      printJson(document)
    } finally {
      await kith.close()
    }
  }
}

export default command

/** Unrounded statistics in the keys of the reference vectors, for checking against R. Knows no disclosure control. */
function exactOutcomes({ name, scales }: CollectedProgram, instruments: readonly Instrument[]) {
  return {
    program: name,
    measures: scales.flatMap((scale) => {
      const instrument = findInstrument(scale.instrument, instruments)
      if (!instrument) return []
      const facts = scaleFacts(instrument, scale.scale)
      return [
        {
          instrument: scale.instrument,
          scale: scale.scale,
          better: facts.better,
          range: facts.range,
          waves: scale.waves.map(({ wave, scores }) => ({
            wave,
            ...moments(scores.map(({ score, people }) => ({ value: score, people })))
          })),
          pairs: scale.pairs.map(({ from, to, arm, counts }) => ({
            from,
            to,
            arm,
            ...scalePanel(counts, instrument, scale.scale).panel
          }))
        }
      ]
    })
  }
}
