const minus = '\u2212'

/**
 * A number in the reader's own way of writing, always with the same decimals, and with a true minus sign (U+2212): the
 * hyphen that some locales use is short and breaks from its number. `signed` also writes the plus.
 */
export function formatNumber(
  value: number,
  { locale, decimals = 0, signed = false }: { locale: string; decimals?: number; signed?: boolean }
): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative'
  })
    .formatToParts(value)
    .map((part) => (part.type === 'minusSign' ? part.value.replace('-', minus) : part.value))
    .join('')
}
