import type { User } from '#lib/server/accounts/findSession.ts'

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; what they may see is asked by requireMember. */
      user: User | null
    }
    interface Error {
      message: string
      /** Names the error in the server's log. */
      id?: string
    }
  }
}
