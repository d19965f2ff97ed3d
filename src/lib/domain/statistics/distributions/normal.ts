/** qnorm(0.975): half the width of a 95 % interval in standard errors. */
export const z975 = 1.959963984540054

/** The standard normal density (R: dnorm). The square is split so that exp loses no digits far out. */
export function normalDensity(z: number): number {
  const coarse = Math.trunc(z * 16) / 16
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (z - coarse) * (z + coarse))) / Math.sqrt(2 * Math.PI)
}

/** Φ(z), the share below z (R: pnorm). */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN
  if (z < -2) return normalDensity(z) * millsRatio(-z)
  if (z > 2) return 1 - normalCdf(-z)
  return 0.5 + central(z)
}

/** The z with Φ(z) = p (R: qnorm); ±Infinity at 1 and 0, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0) return -Infinity
  if (p > 0.5) return p === 1 ? Infinity : -normalQuantile(1 - p)
  if (p > 0.25) return centralQuantile(p - 0.5)
  // Newton on ln Φ, which is concave: from the left of the root it cannot overshoot.
  let z = -Math.sqrt(-2 * Math.log(p))
  for (let step = 0; step < 60; step += 1) {
    const share = normalCdf(z)
    const next = z - ((Math.log(share) - Math.log(p)) * share) / normalDensity(z)
    if (Math.abs(next - z) <= Number.EPSILON * Math.abs(next)) return next
    z = next
  }
  return z
}

/** Newton on Φ − ½, nearly a straight line here; `above` = p − ½, between −¼ and 0. */
function centralQuantile(above: number): number {
  let z = above * Math.sqrt(2 * Math.PI)
  for (let step = 0; step < 60; step += 1) {
    const next = z - (central(z) - above) / normalDensity(z)
    if (Math.abs(next - z) <= Number.EPSILON * Math.abs(next)) return next
    z = next
  }
  return z
}

/** Φ(z) − ½ = φ(z)(z + z³/3 + z⁵/(3·5) + …), all terms of one sign (Abramowitz and Stegun 26.2.11). */
function central(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; term !== 0; odd += 2) {
    term *= (z * z) / odd
    if (sum + term === sum) break
    sum += term
  }
  return normalDensity(z) * sum
}

/** (1 − Φ(z))/φ(z) for z > 2: 1/(z + 1/(z + 2/(z + 3/(z + …)))), from the far end (Abramowitz and Stegun 26.2.14). */
function millsRatio(z: number): number {
  let tail = z
  for (let k = 160; k >= 1; k -= 1) tail = z + k / tail
  return 1 / tail
}
