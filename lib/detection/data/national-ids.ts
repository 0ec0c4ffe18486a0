import { stdnum } from 'stdnum'
import { wordNear } from '../context'

/**
 * How each country writes its personal number, and what makes one likely. `check` is the check digit and component
 * rules as `stdnum` knows them. A written form that nothing else uses stands alone; otherwise `word` must be near.
 * Patterns are bounded and begin and end at the edge of a number, so they are linear on any text.
 */
export type NationalId = {
  type: string
  /** Regular expression source, matched in any case at the beginning of a word. */
  pattern: string
  check(number: string): boolean
  /** Needed beside the number; null when the form with its check digits is telling enough. */
  word: ((text: string, start: number, end: number) => boolean) | null
}

const START = String.raw`(?<![\p{L}\p{N}_]|\d[.,/+-])`
const END = String.raw`(?![\p{L}\p{N}_]|[.,/+-]\d)`
const written = (form: string) => `${START}(?:${form})${END}`

/** A number's rules by country and name in `stdnum`; a name that is not there fails at start, not at the first row. */
function passes(country: string, name: string): (number: string) => boolean {
  const validator = stdnum[country]?.[name]
  if (!validator) throw new Error(`stdnum has no rules for ${country} ${name}`)
  return (number) => validator.validate(number).isValid
}

export const NATIONAL_IDS: readonly NationalId[] = [
  // The dashed form is the written form; nothing else in common use has 3-2-4 digits.
  { type: 'us-ssn', pattern: written(String.raw`\d{3}-\d\d-\d{4}`), check: passes('US', 'ssn'), word: null },
  {
    // Beside its name a number that was never issued (900s, 666) is still somebody's, mistyped: 26 U.S.C. § 6109 uses
    // the 900s for people without a social security number.
    type: 'us-ssn',
    pattern: written(String.raw`\d{3}[ -]\d\d[ -]\d{4}|\d{9}`),
    check: (number) => !/^0|(.)\1{8}/.test(number.replace(/\D/g, '')),
    word: wordNear(
      'ssn',
      'ss ?#',
      'social security(?: (?:no|num|number))?',
      'itin',
      'taxpayer id(?:entification)?',
    ),
  },
  { type: 'es-dni', pattern: written(String.raw`\d{8} ?-?[A-Z]`), check: passes('ES', 'dni'), word: null },
  {
    type: 'es-nie',
    pattern: written(String.raw`[XYZ] ?-?\d{7} ?-?[A-Z]`),
    check: passes('ES', 'nie'),
    word: null,
  },
  {
    type: 'es-nss',
    pattern: written(String.raw`\d\d[ /-]?\d{8}[ /-]?\d\d`),
    check: passes('ES', 'nss'),
    word: wordNear(
      'nass',
      'nss',
      'n[úu]mero de (?:la )?seguridad social',
      'seguridad social',
      'afiliaci[óo]n',
    ),
  },
  {
    type: 'nl-bsn',
    pattern: written(String.raw`\d{9}|\d{4}\.\d\d\.\d{3}`),
    check: passes('NL', 'bsn'),
    word: wordNear('bsn', 'burgerservicenummer', 'sofi(?:nummer)?'),
  },
  {
    type: 'br-cpf',
    pattern: written(String.raw`\d{3}\.\d{3}\.\d{3}-\d\d`),
    check: passes('BR', 'cpf'),
    word: null,
  },
  {
    type: 'br-cpf',
    pattern: written(String.raw`\d{11}`),
    check: passes('BR', 'cpf'),
    word: wordNear('cpf', 'cadastro de pessoas? f[íi]sicas?'),
  },
  {
    type: 'it-codice-fiscale',
    pattern: written(String.raw`[A-Z]{6}\d\d[A-EHLMPR-T]\d\d[A-Z]\d{3}[A-Z]`),
    check: passes('IT', 'codicefiscale'),
    word: null,
  },
  {
    type: 'pl-pesel',
    pattern: written(String.raw`\d{11}`),
    check: passes('PL', 'pesel'),
    word: wordNear('pesel'),
  },
  {
    type: 'fr-nir',
    pattern: written(String.raw`[12][ .]?\d\d[ .]?\d\d[ .]?\d[\dAB][ .]?\d{3}[ .]?\d{3}[ .]?\d\d`),
    check: passes('FR', 'nir'),
    word: null,
  },
  {
    type: 'se-personnummer',
    pattern: written(String.raw`(?:19|20)\d{6}[+-]\d{4}`),
    check: passes('SE', 'personnummer'),
    word: null,
  },
  {
    type: 'se-personnummer',
    pattern: written(String.raw`\d{6}[+-]\d{4}`),
    check: passes('SE', 'personnummer'),
    word: wordNear('person(?:nummer|nr)', 'pnr', 'f[öo]dd', 'social security'),
  },
  {
    type: 'fi-hetu',
    pattern: written(String.raw`[0-3]\d[01]\d\d\d[-+A-FYXWVU]\d{3}[0-9A-Y]`),
    check: passes('FI', 'hetu'),
    word: null,
  },
  {
    type: 'dk-cpr',
    pattern: written(String.raw`[0-3]\d[01]\d{3}-?\d{4}`),
    check: passes('DK', 'cpr'),
    word: wordNear('cpr', 'personnummer'),
  },
  {
    type: 'no-fodselsnummer',
    pattern: written(String.raw`[0-7]\d[0-9]\d{3} ?\d{5}`),
    check: passes('NO', 'fodselsnummer'),
    word: wordNear('f[øo]dselsn(?:ummer|r)', 'fnr', 'personnummer'),
  },
  {
    type: 'gb-nino',
    pattern: written(String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] \d\d \d\d \d\d [A-D]`),
    check: passes('GB', 'nino'),
    word: null,
  },
  {
    type: 'gb-nino',
    pattern: written(String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]`),
    check: passes('GB', 'nino'),
    word: wordNear('ni(?:no)?', 'national insurance'),
  },
  {
    type: 'de-steuer-id',
    pattern: written(String.raw`\d{11}|\d\d \d{3} \d{3} \d{3}`),
    check: passes('DE', 'idnr'),
    word: wordNear('steuer-?id(?:entifikationsnummer|nr)?', 'idnr', 'tin'),
  },
  {
    type: 'be-national-number',
    pattern: written(String.raw`\d\d\.\d\d\.\d\d-\d{3}\.\d\d`),
    check: passes('BE', 'nn'),
    word: null,
  },
  {
    type: 'ch-ahv',
    pattern: written(String.raw`756\.?\d{4}\.?\d{4}\.?\d\d`),
    check: passes('CH', 'ssn'),
    word: null,
  },
  {
    type: 'in-aadhaar',
    pattern: written(String.raw`[2-9]\d{3} ?\d{4} ?\d{4}`),
    check: passes('IN', 'aadhaar'),
    word: wordNear('aadhaa?r', 'uid(?:ai)?'),
  },
  {
    type: 'ca-sin',
    pattern: written(String.raw`\d{3}[ -]?\d{3}[ -]?\d{3}`),
    check: passes('CA', 'sin'),
    word: wordNear('sin', 'social insurance', 'nas'),
  },
  {
    type: 'cn-resident-id',
    pattern: written(String.raw`[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX]`),
    check: passes('CN', 'ric'),
    word: null,
  },
  {
    type: 'mx-curp',
    pattern: written(String.raw`[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d`),
    check: passes('MX', 'curp'),
    word: null,
  },
]
