import type { Release } from './release.ts'

declare const passedThePublisher: unique symbol

/**
 * A release, or any part of one, that has passed the publisher. Charts and pages accept nothing else,
 * and only `server/releases` makes one (the architecture test holds this), so a leak is a compile error.
 * Every part of something released is released in its turn.
 */
export type Released<Part = Release> = Part extends string | number | boolean | null | undefined
  ? Part
  : Part extends readonly unknown[]
    ? { readonly [Key in keyof Part]: Released<Part[Key]> }
    : { readonly [Key in keyof Part]: Released<Part[Key]> } & { readonly [passedThePublisher]: true }
