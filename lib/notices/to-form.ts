import type { Found, Link, Notice, NoticeType } from './notice'
import { isBlackedOut } from './parts'

/** The forms that a letter can fill in. */
export type FormKind = 'copyright' | 'counter_notice' | 'retraction'

/** The form for each type of letter; what a host says about its own decision is nothing to send. */
export const FORM_OF: Record<NoticeType, FormKind | null> = {
  takedown: 'copyright',
  counternotice: 'counter_notice',
  retraction: 'retraction',
  reversal: null,
}

export type Filled = {
  kind: FormKind
  /** By the names of the form's fields; what was not found is not there. */
  values: Record<string, string>
  /** Fields whose answer is a guess. */
  unsure: string[]
}

/** Below this an answer is shown as a guess. */
const SURE = 0.65
const LONGEST = { area: 5_000, url: 1_000, name: 200, postal: 500, phone: 40 } as const

/**
 * The answers of a form from a letter. Nothing is ever declared for anybody: attestations, the dataset and what was blacked out are left for
 * the person to fill in.
 */
export function toForm(notice: Notice, kind: FormKind): Filled {
  const { party, signature } = notice
  const unsure: string[] = []
  const take = (name: string, found: Found | null, longest: number): [string, string][] => {
    if (!found || isBlackedOut(found.value)) return []
    if (found.sure < SURE) unsure.push(name)
    return [[name, found.value.slice(0, longest)]]
  }
  const who = [
    ...take('name', party.name && !isBlackedOut(party.name.value) ? party.name : signature, LONGEST.name),
    ...take('email', party.email, 254),
  ]
  const relation = take('relation', party.relation, 20)
  return { kind, values: Object.fromEntries([...who, ...answers()]), unsure }

  function answers(): [string, string][] {
    switch (kind) {
      case 'copyright': {
        const work = notice.works.map(({ value }) => value).join('\n\n')
        if ((notice.works[0]?.sure ?? 1) < SURE) unsure.push('work')
        return [
          ...relation,
          ['targets', listed(notice.links, ['material', 'fork'])],
          ['work', isBlackedOut(work) ? '' : work.slice(0, LONGEST.area)],
          ['work_url', (notice.links.find(({ role }) => role === 'work')?.url ?? '').slice(0, LONGEST.url)],
          ...postal(),
        ]
      }
      case 'counter_notice':
        return [
          ...relation,
          ...reference(),
          ['targets', listed(notice.links, ['material', 'fork'])],
          ['statement', whyOf(notice)],
          ...take('address', party.postal, LONGEST.postal),
          ...take('phone', party.phone, LONGEST.phone),
        ]
      case 'retraction': {
        const kept = listed(notice.links, ['kept'])
        const extent = kept !== '' ? 'except' : notice.scope.partial ? 'part' : 'whole'
        return [
          ...reference(),
          ['extent', extent],
          ['targets', kept || listed(notice.links, ['material', 'fork'])],
        ]
      }
    }
  }

  function reference(): [string, string][] {
    const found = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(notice.text)
    return found ? [['reference', found[0]]] : []
  }

  /** The form wants one answer: the address, with the number below it. */
  function postal(): [string, string][] {
    const given = [party.postal, party.phone].filter((one) => one !== null && !isBlackedOut(one.value))
    return given.length === 0
      ? []
      : [
          [
            'postal',
            given
              .map((one) => one?.value ?? '')
              .join('\n')
              .slice(0, LONGEST.postal),
          ],
        ]
  }
}

/** Every address of these roles once, one to a line. */
function listed(links: readonly Link[], roles: readonly Link['role'][]): string {
  return [...new Set(links.filter(({ role }) => roles.includes(role)).map(({ url }) => url))].join('\n')
}

/** The paragraphs in which a counter notice says why: those around the word for mistake, without the declarations of the law. */
function whyOf({ text }: Notice): string {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/[*_]{2}/g, '').trim())
  const told = paragraphs.filter(
    (paragraph) =>
      paragraph.length > 60 &&
      !/perjury|jurisdiction|service of process|an eides statt|zustellung|^(?:are|what|do|is|please) [^\n]*\?$/i.test(
        paragraph,
      ),
  )
  return told.join('\n\n').slice(0, LONGEST.area)
}
