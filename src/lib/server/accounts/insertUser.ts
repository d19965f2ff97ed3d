import type { Kysely } from 'kysely'
import type { IdentityDatabase } from './identityDatabase.ts'
import { hashPassword } from './passwordHash.ts'

export interface NewUser {
  name: string
  email: string
  password: string
}

/** Makes an account that signs in with a password, and returns its id. Throws where the e-mail has an account. */
export async function insertUser(
  identity: Kysely<IdentityDatabase>,
  { name, email, password }: NewUser
): Promise<string> {
  const { id } = await identity
    .insertInto('identity.user')
    .values({ name, email: email.toLowerCase(), image: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  // better-auth's own shape for "signs in with a password": provider credential, account_id the user's id.
  await identity
    .insertInto('identity.account')
    .values({ user_id: id, account_id: id, provider_id: 'credential', password: await hashPassword(password) })
    .execute()
  return id
}
