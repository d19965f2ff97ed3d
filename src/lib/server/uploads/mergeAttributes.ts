import { sql } from 'kysely'
import type { Problem } from '#lib/reading/problem.ts'
import type { InOrganisation } from '../database/withOrganisation.ts'
import { type Merging, rank } from './mergeSubmissions.ts'

export interface MergedAttributes {
  added: number
  replaced: number
  unchanged: number
  problems: Problem[]
}

/**
 * Brings arms, dimension bands and attendance into `attribute`: one value for each person, cohort and name. A person
 * may stand in several rows; where these disagree, the first (or last) counts and the others are named.
 */
export async function mergeAttributes(transaction: InOrganisation, merging: Merging): Promise<MergedAttributes> {
  const { orgId, uploadId, duplicates, problemLimit } = merging
  const order = duplicates === 'last' ? sql`desc` : sql`asc`
  await sql`create temporary table attribute_verdict on commit drop as
    select s.row_number, s.pseudonym, s.attribute, s.value, p.program_id, p.cohort_id,
      first_value(s.value) over same_person as counted_value,
      row_number() over same_person as place,
      case
        when earlier.value is null then 'added'
        when earlier.value = s.value then 'unchanged'
        when ${duplicates} = 'last' then 'replaced'
        else 'kept'
      end as verdict
    from staged s
    join place p on p.program = s.program and p.cohort = s.cohort
    left join lateral (
      select value from kith.attribute e
      where e.org_id = ${orgId} and e.program_id = p.program_id and e.cohort_id = p.cohort_id
        and e.pseudonym = s.pseudonym and e.name = s.attribute
      order by commit_number desc limit 1
    ) as earlier on true
    where s.attribute is not null
    window same_person as (
      partition by p.program_id, p.cohort_id, s.pseudonym, s.attribute order by s.row_number ${order}
    )`.execute(transaction)

  await sql`insert into kith.attribute (org_id, program_id, cohort_id, pseudonym, name, commit_number, value, upload_id)
    select ${orgId}, program_id, cohort_id, pseudonym, attribute, ${rank(merging)}, value, ${uploadId}
    from attribute_verdict where place = 1`.execute(transaction)

  const { rows } = await sql<{ added: number; replaced: number; unchanged: number }>`
    select (count(*) filter (where verdict = 'added'))::int as added,
      (count(*) filter (where verdict = 'replaced'))::int as replaced,
      (count(*) filter (where verdict = 'unchanged'))::int as unchanged
    from attribute_verdict where place = 1`.execute(transaction)
  const { rows: conflicts } = await sql<{ row: number; name: string }>`
    select row_number as row, attribute as name from attribute_verdict
    where value <> counted_value or verdict = 'kept' order by row_number limit ${problemLimit}`.execute(transaction)
  return {
    ...(rows[0] ?? { added: 0, replaced: 0, unchanged: 0 }),
    problems: conflicts.map(({ row, name }) => ({ code: 'conflicting-attribute', row, column: null, values: { name } }))
  }
}
