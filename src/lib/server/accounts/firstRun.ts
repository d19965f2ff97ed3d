import type { Kysely } from 'kysely'
import { firstRunCodeHash, randomFirstRunCode } from './firstRunCode.ts'
import type { IdentityDatabase } from './identityDatabase.ts'
import { insertUser, type NewUser } from './insertUser.ts'

/** Whether nobody has an account yet. */
export async function isFirstRun(identity: Kysely<IdentityDatabase>): Promise<boolean> {
  const user = await identity.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()
  return user === undefined
}

/**
 * A fresh code for the console while nobody has an account, else null. Only its hash is kept, so a code that was lost
 * cannot be shown again: each call replaces the one before.
 */
export async function ensureFirstRunCode(identity: Kysely<IdentityDatabase>): Promise<string | null> {
  if (!(await isFirstRun(identity))) return null
  const code = randomFirstRunCode()
  const code_hash = firstRunCodeHash(code)
  await identity
    .insertInto('identity.first_run')
    .values({ code_hash })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ code_hash, created_at: new Date() }))
    .execute()
  return code
}

export type FirstRunOutcome = { outcome: 'done'; userId: string } | { outcome: 'wrong-code' } | { outcome: 'closed' }

/**
 * Makes the first account for whoever knows the code; `settle` then makes what the account shall own.
 * Removing the code is what decides: of any number at once exactly one removes it, and the others find nothing.
 * When `settle` fails, the account is not made and the code stays good.
 */
export async function claimFirstRun(
  identity: Kysely<IdentityDatabase>,
  code: string,
  user: NewUser,
  settle: (userId: string) => Promise<void>
): Promise<FirstRunOutcome> {
  return identity.transaction().execute(async (transaction): Promise<FirstRunOutcome> => {
    const claimed = await transaction
      .deleteFrom('identity.first_run')
      .where('code_hash', '=', firstRunCodeHash(code))
      .returning('only_row')
      .executeTakeFirst()
    // Asked after the code: whoever waited above for another's claim to finish sees that one's account here.
    if (!(await isFirstRun(transaction))) return { outcome: 'closed' }
    if (!claimed) return { outcome: 'wrong-code' }
    const userId = await insertUser(transaction, user)
    await settle(userId)
    return { outcome: 'done', userId }
  })
}
