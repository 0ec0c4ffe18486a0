import { CATEGORIES } from '@/lib/detection/categories'
import { type Class, classOf } from '@/lib/exports/dsa-statement'
import type { Cells } from './eu-parts-cells'

/*
 * The categories of the template and their words, in its order: parts 3 to 6 have a line for each, also where there is nothing to count.
 * Behind a category's own words comes OTHER, with what it stands for. Not the same as the enumerations of statements of reasons.
 */
const LISTED = {
  ANIMAL_WELFARE: ['ANIMAL_HARM', 'UNLAWFUL_SALE_ANIMALS'],
  CONSUMER_INFORMATION: [
    ...['HIDDEN_ADVERTISEMENT', 'INSUFFICIENT_INFORMATION_ON_TRADERS', 'MISLEADING_INFO_GOODS_SERVICES'],
    ...['MISLEADING_INFO_CONSUMER_RIGHTS', 'NONCOMPLIANCE_PRICING'],
  ],
  CYBER_VIOLENCE: [
    ...['CYBER_BULLYING_INTIMIDATION', 'CYBER_HARASSMENT', 'CYBER_INCITEMENT', 'CYBER_STALKING'],
    ...['NON_CONSENSUAL_IMAGE_SHARING', 'NON_CONSENSUAL_MATERIAL_DEEPFAKE'],
  ],
  CYBER_VIOLENCE_AGAINST_WOMEN: [
    ...['BULLYING_AGAINST_GIRLS', 'CYBER_HARASSMENT_AGAINST_WOMEN', 'CYBER_STALKING_AGAINST_WOMEN'],
    ...['FEMALE_GENDERED_DISINFORMATION', 'INCITEMENT_AGAINST_WOMEN'],
    ...['NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN', 'NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN'],
  ],
  DATA_PROTECTION_AND_PRIVACY_VIOLATIONS: [
    ...['BIOMETRIC_DATA_BREACH', 'DATA_FALSIFICATION', 'MISSING_PROCESSING_GROUND', 'RIGHT_TO_BE_FORGOTTEN'],
  ],
  ILLEGAL_OR_HARMFUL_SPEECH: ['DEFAMATION', 'DISCRIMINATION', 'HATE_SPEECH'],
  INTELLECTUAL_PROPERTY_INFRINGEMENTS: [
    ...['COPYRIGHT_INFRINGEMENT', 'DESIGN_INFRINGEMENT', 'GEOGRAPHIC_INDICATIONS_INFRINGEMENT'],
    ...['PATENT_INFRINGEMENT', 'TRADE_SECRET_INFRINGEMENT', 'TRADEMARK_INFRINGEMENT'],
  ],
  NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS: [
    ...['MISINFORMATION_DISINFORMATION', 'VIOLATION_EU_LAW', 'VIOLATION_NATIONAL_LAW'],
  ],
  PROTECTION_OF_MINORS: [
    ...['AGE_SPECIFIC_RESTRICTIONS_MINORS', 'CHILD_SEXUAL_ABUSE_MATERIAL'],
    ...['CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE', 'GROOMING_SEXUAL_ENTICEMENT_MINORS', 'UNSAFE_CHALLENGES'],
  ],
  RISK_FOR_PUBLIC_SECURITY: [
    ...['ILLEGAL_ORGANIZATIONS', 'RISK_ENVIRONMENTAL_DAMAGE', 'RISK_PUBLIC_HEALTH', 'TERRORIST_CONTENT'],
  ],
  SCAMS_AND_FRAUD: [
    ...['IMPERSONATION_ACCOUNT_HIJACKING', 'INAUTHENTIC_ACCOUNTS', 'INAUTHENTIC_LISTINGS'],
    ...['INAUTHENTIC_USER_REVIEWS', 'PHISHING', 'PYRAMID_SCHEMES'],
  ],
  SELF_HARM: ['CONTENT_PROMOTING_EATING_DISORDERS', 'SELF_MUTILATION', 'SUICIDE'],
  UNSAFE_AND_PROHIBITED_PRODUCTS: ['PROHIBITED_PRODUCTS', 'UNSAFE_PRODUCTS'],
  VIOLENCE: [
    ...['COORDINATED_HARM', 'INCITEMENT_VIOLENCE_HATRED', 'HUMAN_EXPLOITATION', 'HUMAN_TRAFFICKING'],
    ...['TRAFFICKING_WOMEN_GIRLS'],
  ],
} as const satisfies Record<string, readonly string[]>

const TERMS = {
  OTHER_VIOLATION_TC: [
    ...['ADULT_SEXUAL_MATERIAL', 'AGE_SPECIFIC_RESTRICTIONS', 'GEOGRAPHICAL_REQUIREMENTS'],
    ...['GOODS_SERVICES_NOT_PERMITTED', 'LANGUAGE_REQUIREMENTS', 'NUDITY'],
  ],
}

/** What a part calls its categories, and which it has besides the common ones. `rest` takes what is none of them. */
const PARTS = {
  orders: { listed: { ...LISTED, NOT_SPECIFIED_ORDER: null }, rest: 'NOT_SPECIFIED_ORDER' },
  notices: { listed: { ...LISTED, NOT_SPECIFIED_NOTICE: null }, rest: 'NOT_SPECIFIED_NOTICE' },
  illegal: { listed: LISTED, rest: null },
  terms: { listed: { ...LISTED, ...TERMS }, rest: 'OTHER_VIOLATION_TC' },
} as const satisfies Record<string, { listed: Record<string, readonly string[] | null>; rest: string | null }>

const CATEGORY = 'STATEMENT_CATEGORY_'
const KEYWORD = 'KEYWORD_'

/** The lines of a part, with all that was counted sorted into them: the total, each category, each of its words. */
export function linesByCategory<Counted>(
  part: keyof typeof PARTS,
  counted: readonly (Counted & Class)[],
  line: (name: string, other: string, of: readonly (Counted & Class)[]) => Cells,
): Cells[] {
  const { listed, rest } = PARTS[part]
  const places: ReadonlyMap<string, readonly string[] | null> = new Map(Object.entries(listed))
  const placed = counted.map((one) => {
    const name = one.dsa.replace(CATEGORY, '')
    return { one, name: places.has(name) || rest === null ? name : rest }
  })
  // Of what the template has no line for, one is added, so that the lines make up the total.
  const beyond = [...new Set(placed.map(({ name }) => name).filter((name) => !places.has(name)))].sort()
  return [
    line('TOTAL', '', counted),
    ...[...places, ...beyond.map((name) => [name, null] as const)].flatMap(([name, words]) => {
      const here = placed.filter((place) => place.name === name).map(({ one }) => one)
      const others = [...new Set(here.flatMap(({ keyword, other }) => (keyword === OTHER ? [other] : [])))]
      return [
        line(`${CATEGORY}${name}`, '', here),
        ...(words ?? []).map((word) =>
          line(
            `${KEYWORD}${word}`,
            '',
            here.filter(({ keyword }) => keyword === `${KEYWORD}${word}`),
          ),
        ),
        ...(words === null ? [] : others.length === 0 ? [''] : others.sort()).map((other) =>
          line(
            OTHER,
            other,
            here.filter((one) => one.keyword === OTHER && one.other === other),
          ),
        ),
      ]
    }),
  ]
}

const OTHER = 'KEYWORD_OTHER'

/** Part 2: what the numbers of the categories are, and which of ours are counted under each. */
export function categoryNames(): Cells[] {
  const ours = CATEGORIES.filter(({ restricted }) => !restricted).map(({ id, label }) => ({
    ...{ label, ...classOf(id) },
  }))
  const counted = (is: (of: (typeof ours)[number]) => boolean) => {
    const labels = ours.filter(is).map(({ label }) => label)
    return labels.length === 0 ? '' : `Counted here: ${labels.join(', ')}`
  }
  return [
    [
      ...['Category label', 'Category description'],
      ...[
        'Category of illegal content / incompatible with the terms and conditions',
        'Contextual information',
      ],
    ],
    ...Object.entries({ ...LISTED, ...TERMS }).flatMap(([name, words], i): Cells[] => [
      [
        ...[String(i + 1), inWords(name), `${CATEGORY}${name}`],
        counted(({ dsa }) => dsa === `${CATEGORY}${name}`),
      ],
      ...[...words, 'OTHER'].map((word, at): Cells => [
        ...[`${i + 1}${String.fromCharCode(97 + at)}`, inWords(word), `${KEYWORD}${word}`],
        counted(({ dsa, keyword }) => dsa === `${CATEGORY}${name}` && keyword === `${KEYWORD}${word}`),
      ]),
    ]),
  ]
}

const inWords = (name: string): string => {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
