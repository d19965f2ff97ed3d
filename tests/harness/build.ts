import { buildIfNeeded } from '../../scripts/build.js'

/** Browser tests drive what people get: the built app. */
export default function setup(): void {
  buildIfNeeded()
}
