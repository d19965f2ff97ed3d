/** What a release speaks of, as the key under which it is kept. */
export function programNode(programId: string): string {
  return `program:${programId}`
}
