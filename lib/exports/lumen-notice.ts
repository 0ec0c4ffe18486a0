import { type Notice, outcomeNow } from '@/lib/register/notice'
import type { PublicEntry } from '@/lib/register/queries'

/** What stands for whatever is not told, as the database itself masks. */
export const REDACTED = '[REDACTED]'

/** Kinds of ours that have a place in the Lumen database, and which. */
const TYPE: Partial<Record<Notice['kind'], string>> = {
  copyright: 'DMCA',
  counter_notice: 'Counternotice',
  court_order: 'CourtOrder',
  illegal_content: 'LocalLaw',
  publicity: 'PrivateInformation',
}

const ACTION: Record<Notice['outcome'], 'Yes' | 'No' | 'Partial' | 'Unspecified'> = {
  granted: 'Yes',
  granted_in_part: 'Partial',
  declined: 'No',
  rejected: 'No',
  not_found: 'Unspecified',
}

const REGULATION: Partial<Record<Notice['law'], string>> = {
  usc_17_512_c: '17 U.S.C. 512(c)',
  usc_17_512_g: '17 U.S.C. 512(g)',
  dsa_16: 'Regulation (EU) 2022/2065',
}

/** Kinds whose named addresses are the sender's own works; of the others they are what is complained of. */
const OF_WORKS: readonly Notice['kind'][] = ['copyright', 'counter_notice']

/** Where this instance and its datasets are. */
export type Place = { url: string; host: string; dataset: { name: string; url: string } }

/**
 * A notice of the public register as the Lumen API takes it (`POST /notices`), or null for a kind that does not go there or a
 * notice that was rescinded. `counters`: the address of the entry that a counter notice answers. Made of what is public already: names,
 * words and whole addresses are masked before they leave, not after.
 */
export function lumenNotice(entry: PublicEntry, place: Place, counters?: string) {
  const { notice, url, published } = entry
  const outcome = outcomeNow(entry)
  const type = notice && TYPE[notice.kind]
  if (!notice || !outcome || !type) return null
  const regulation = REGULATION[notice.law]
  const hosts = notice.hosts.map(({ host }) => ({ url: `https://${host}/` }))
  const works = OF_WORKS.includes(notice.kind) ? hosts : []
  const infringing = [{ url: place.dataset.url }, ...(works === hosts ? [] : hosts)]
  return {
    type,
    title: `${type} notice about the dataset ${place.dataset.name}`,
    subject: `Request of kind ${notice.kind} about the dataset ${place.dataset.name} (named: ${notice.targets})`,
    body: REDACTED,
    date_sent: notice.received,
    date_received: notice.received,
    source: 'Online form',
    language: 'en',
    action_taken: ACTION[outcome],
    webform: true,
    url_count: infringing.length + works.length,
    tag_list: ['dataset', outcome],
    jurisdiction_list: notice.law.startsWith('usc') ? ['US'] : notice.law === 'dsa_16' ? ['EU'] : [],
    regulation_list: regulation ? [regulation] : [],
    works_attributes: [
      {
        kind: 'dataset',
        description: REDACTED,
        infringing_urls_attributes: infringing,
        copyrighted_urls_attributes: works,
      },
    ],
    entity_notice_roles_attributes: [
      role('sender', REDACTED, 'individual'),
      ...(notice.kind === 'copyright' ? [role('principal', REDACTED, 'organization')] : []),
      role('recipient', place.host, 'organization'),
      role('submitter', place.host, 'organization'),
      role('target', `${place.dataset.name} (maintainers)`, 'organization'),
    ],
    // What a counter notice answers: Lumen numbers it when it is sent, and that number is its `counternotice_for_id`.
    register: { url, published, ...(counters !== undefined && { counters }) },
  }
}

const role = (name: string, entity: string, kind: 'individual' | 'organization') => ({
  name,
  entity_attributes: { name: entity, kind },
})

export type LumenNotice = NonNullable<ReturnType<typeof lumenNotice>>
