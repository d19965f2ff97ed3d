import type { Generated } from 'kysely'

/** Schema identity, as its own login sees it. No other login reads it. */
export interface IdentityDatabase {
  'identity.user': {
    id: Generated<string>
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  'identity.session': {
    id: Generated<string>
    user_id: string
    token: string
    expires_at: Date
    ip_address: string | null
    user_agent: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  'identity.account': {
    id: Generated<string>
    user_id: string
    account_id: string
    provider_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Date | null
    refresh_token_expires_at: Date | null
    scope: string | null
    password: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  'identity.attempt': { key: string; count: number; started_at: Date }
  'identity.first_run': { only_row: Generated<boolean>; code_hash: string; created_at: Generated<Date> }
}
