/** The three headline outcomes in the order of every page: loneliness, belonging (with sense of community), self-esteem. */
const headlines = ['loneliness', 'belonging', 'community', 'self-esteem']

/** Where an outcome stands on a page: the headline outcomes first, all others after them. For sorting. */
export function headlineOrder(construct: string): number {
  const place = headlines.indexOf(construct)
  return place < 0 ? headlines.length : place
}
