/**
 * What Stirling's formula leaves out: δ(x) = ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π], for x > 0.
 * It stays small where ln Γ grows without bound, so differences of it keep their digits (Loader 2000,
 * "Fast and accurate computation of binomial probabilities"). Abramowitz and Stegun 6.1.40 from x = 16;
 * below, climb there by δ(x) = δ(x + 1) + (x + ½) ln((x + 1)/x) − 1.
 */
export function stirlingError(x: number): number {
  let climbed = 0
  let at = x
  while (at < 16) {
    climbed += (at + 0.5) * Math.log1p(1 / at) - 1
    at += 1
  }
  const inverse = 1 / (at * at)
  const series =
    (1 / 12 +
      inverse *
        (-1 / 360 +
          inverse *
            (1 / 1260 +
              inverse * (-1 / 1680 + inverse * (1 / 1188 + inverse * (-691 / 360360 + inverse * (1 / 156))))))) /
    at
  return climbed + series
}
