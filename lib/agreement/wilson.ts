import type { Interval } from './agreement'

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054

/**
 * The 95 % score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
 * the American Statistical Association 22, 1927), which stays within 0 and 1 and is honest for few observations.
 *
 * @param n observations; with none the share can be anything
 */
export function wilson(successes: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const share = successes / n
  const middle = share + (Z * Z) / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}
