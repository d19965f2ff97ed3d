import { describe, expect, it } from 'vitest'
import { offences } from './harness/offences.ts'
import { sourceFiles } from './harness/sourceFiles.ts'

describe('the house', () => {
  const files = sourceFiles()

  it('is read: sources of every layer are among the files', () => {
    for (const layer of ['routes', 'cli', 'lib/server', 'lib/charts', 'lib/ui', 'lib/reading', 'lib/domain']) {
      expect(
        files.some(({ path }) => path.startsWith(`src/${layer}/`)),
        layer
      ).toBe(true)
    }
  })

  it('has imports that go down only, one maker of Released, no {@html}, and figures from releases alone', () => {
    const found = files.flatMap((file) => offences(file).map((offence) => `${file.path}: ${offence}`))
    expect(found).toEqual([])
  })
})

describe('the rules of the house', () => {
  it.each([
    ['src/lib/domain/scoring/score.ts', `import { withOrganisation } from '#lib/server/database/withOrganisation.ts'`],
    ['src/lib/domain/scoring/score.ts', `import { readRecords } from '../../reading/records.ts'`],
    ['src/lib/domain/scoring/score.ts', `import * as m from '#lib/messages/generated/messages.js'`],
    ['src/lib/domain/scoring/score.ts', `import { readFile } from 'node:fs/promises'`],
    ['src/lib/domain/scoring/score.ts', `import type { Kysely } from 'kysely'`],
    ['src/lib/reading/records.ts', `import { insertUpload } from '../server/uploads/insertUpload.ts'`],
    ['src/lib/reading/records.ts', `import { open } from 'node:fs/promises'`],
    ['src/lib/reading/records.ts', `const { readFile } = await import('node:fs/promises')`],
    ['src/lib/server/releases/publish.ts', `import { load } from '../../../routes/o/+page.server.ts'`],
    ['src/lib/server/releases/publish.ts', `import ChangeChart from '#lib/charts/ChangeChart.svelte'`],
    ['src/lib/server/releases/publish.ts', `import serve from '../../../cli/serve.ts'`],
    [
      'src/lib/charts/ChangeChart.svelte',
      `<script>import { readRelease } from '#lib/server/releases/readRelease.ts'</script>`
    ],
    ['src/lib/charts/ChangeChart.svelte', `<script>import type { Kith } from '#lib/server/openKith.ts'</script>`],
    ['src/lib/charts/ChangeChart.svelte', `<script>import { overview } from '#lib/reading/overview.ts'</script>`],
    ['src/lib/ui/Button.svelte', `<script>import Axis from '../charts/Axis.svelte'</script>`],
    ['src/lib/ui/Button.svelte', `<script>import { type Problem, problem } from '#lib/reading/problem.ts'</script>`],
    ['src/lib/ui/Button.svelte', `export { load } from '../../routes/+page.server.ts'`],
    ['src/cli/import.ts', `import { load } from '../routes/o/+page.server.ts'`],
    ['src/routes/o/+page.svelte', `<script>import { runtime } from '#lib/server/runtime.ts'</script>`],
    ['src/routes/o/+page.server.ts', `import { overview } from '#lib/reading/overview.ts'`]
  ])('refuse, in %s, %s', (path, source) => {
    expect(offences({ path, source })).toHaveLength(1)
  })

  it.each([
    ['src/routes/o/+page.server.ts', `import { runtime } from '#lib/server/runtime.ts'`],
    ['src/routes/o/+page.svelte', `<script>import type { Row } from '#lib/server/uploads/findUpload.ts'</script>`],
    ['src/hooks.server.ts', `import { runtime } from '#lib/server/runtime.ts'`],
    ['src/lib/server/releases/publish.ts', `import { change } from '#lib/domain/statistics/change.ts'`],
    ['src/lib/ui/findingText.ts', `import { type Problem } from '#lib/reading/problem.ts'`],
    ['src/lib/charts/Axis.svelte', `<script>import { scaleLinear } from 'd3-scale'</script>`],
    ['src/lib/domain/wave.ts', `import { z } from 'zod' // not import { x } from '#lib/server/x.ts'`]
  ])('allow, in %s, %s', (path, source) => {
    expect(offences({ path, source })).toEqual([])
  })

  it('let only the publisher make something Released', () => {
    for (const source of [`return body as Released`, `return body as unknown as Released<Outcome>`]) {
      expect(offences({ path: 'src/lib/server/uploads/undoUpload.ts', source })).toHaveLength(1)
      expect(offences({ path: 'src/lib/server/releases/publish.ts', source })).toEqual([])
    }
  })

  it('let no text into a page unescaped', () => {
    expect(offences({ path: 'src/routes/+page.svelte', source: '<p>{@html data.note}</p>' })).toHaveLength(1)
  })

  it.each([
    `db.selectFrom('kith.submission').select('score')`,
    `db.selectFrom('kith.submission as s').select('score')`,
    `db.selectFrom('kith.program').innerJoin('kith.current_submission as s', 's.program_id', 'id')`,
    `db.deleteFrom("kith.submission")`,
    'sql`select score from kith.submission where org_id = 1`',
    'sql`select 1 from kith.program join kith.current_submission s using (program_id)`'
  ])('keep %s to where uploads, collections and releases are made', (source) => {
    expect(offences({ path: 'src/lib/server/reports/report.ts', source })).toHaveLength(1)
    expect(offences({ path: 'src/routes/o/+page.server.ts', source })).toHaveLength(1)
    expect(offences({ path: 'src/lib/server/collection/pairCounts.ts', source })).toEqual([])
  })
})
