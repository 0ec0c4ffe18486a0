import { attestationField, attestationsOf, CURRENT_ATTESTATION } from '@/lib/takedowns/attestations'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { questionsOf } from '@/lib/takedowns/kinds'

/** What everything that a requester wrote is marked by. */
export const MARK = 'zqmark'
export const HOST = 'www.publisher.example'

/** Every field of a form filled with what must never be public, each recognisable by itself. */
export function marked(kind: TakedownKind, mark = MARK): Record<string, string> {
  const answers = questionsOf(kind).map(({ name, type, options, min }) => {
    if (options) return [name, options[0]?.value ?? '']
    if (name === 'email') return [name, `${mark}.${kind}@mail.${mark}.example`]
    if (name === 'phone') return [name, '+49 30 90182012']
    if (name === 'reference') return [name, '7QK4-M2XD']
    const words = `${mark}${name} Ada ${mark} Lovelace, 12 Quarry Lane, ada@${mark}.example, +49 30 90182012`
    return [name, type === 'area' ? words.padEnd(min, ' word') : `${mark} ${name} Lovelace`]
  })
  const declared = attestationsOf(CURRENT_ATTESTATION[kind]).map(({ key }) => [attestationField(key), 'on'])
  const targets = [
    `https://${mark}user:${mark}pass@${HOST}/${mark}-path/${mark}.html?q=${mark}#${mark}`,
    `https://${HOST}/another/${mark}`,
    `https://93.184.216.34/${mark}`,
    `"${mark} said this at the meeting yesterday"`,
  ]
  return Object.fromEntries([...answers, ...declared, ['kind', kind], ['targets', targets.join('\n')]])
}
