import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** Countries whose national numbers are written with a leading zero, the most written-about first. */
const TRUNK_ZERO_COUNTRIES: readonly CountryCode[] = [
  'GB',
  'DE',
  'FR',
  'IT',
  'CH',
  'NL',
  'SE',
  'AU',
  'JP',
  'IN',
  'BE',
  'AT',
]

/**
 * Numbers looked up per text. A lookup takes 10 µs (measured), so a megabyte of made-up numbers would take seconds;
 * a text with more numbers than this is a list of numbers, and the rest are taken on their shape.
 */
const LOOKUPS = 300

/** libphonenumber with a limit on how often one text may ask it. */
export class NumberingPlans {
  #left = LOOKUPS

  /** `number` begins with `+` or `00`. Possible: a country's code and a length it uses; valid: a range it has assigned. */
  international(number: string): 'valid' | 'possible' | 'impossible' {
    if (this.#left-- <= 0) return 'possible'
    const parsed = parsePhoneNumberFromString(number.replace(/^00/, '+').replace('(0)', ''))
    if (!parsed?.isPossible()) return 'impossible'
    return parsed.isValid() ? 'valid' : 'possible'
  }

  /** Whether a number with a trunk zero is valid in any of the countries that write one. */
  isNational(number: string): boolean {
    if (this.#left <= 0) return true
    return TRUNK_ZERO_COUNTRIES.some((country) => {
      this.#left -= 1
      return parsePhoneNumberFromString(number, country)?.isValid() ?? false
    })
  }
}
