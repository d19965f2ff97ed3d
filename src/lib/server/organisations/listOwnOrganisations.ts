import type { Kysely } from 'kysely'
import type { KithDatabase, Role } from '../database/schema.ts'
import { withUser } from '../database/withOrganisation.ts'

export interface OwnOrganisation {
  id: string
  name: string
  isSample: boolean
  role: Role
}

/** The organisations that a user belongs to, their own first and the sample last. */
export async function listOwnOrganisations(db: Kysely<KithDatabase>, userId: string): Promise<OwnOrganisation[]> {
  return withUser(db, userId, (transaction) =>
    transaction
      .selectFrom('kith.membership as m')
      .innerJoin('kith.organisation as o', 'o.org_id', 'm.org_id')
      .where('m.user_id', '=', userId)
      .select(['o.org_id as id', 'o.name', 'o.is_sample as isSample', 'm.role'])
      .orderBy('o.is_sample')
      .orderBy('o.name')
      .execute()
  )
}
