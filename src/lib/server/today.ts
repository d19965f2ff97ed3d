/** Today as an ISO date (UTC): the day that a release names as the day of its figures. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
