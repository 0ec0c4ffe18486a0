import type { TakedownKind } from '@/lib/takedowns/attestations'
import { LIST_FILE } from '@/lib/takedowns/locator-file'
import type { Values } from './takedown-form'

const PREFIX = 'winnow:takedown:'

/** Answers longer than this are not kept: a tab may hold some five million characters in all. */
const MAX_KEPT = 1_000_000

/** What had been typed when the form opened: read once, however much is typed after it. */
const found = new Map<TakedownKind, string | null>()

type Store = { subscribe: () => () => void; get: () => string | null }

/** One for each form: with a new one at every render the answers would be read again while they are sent. */
const stores = new Map<TakedownKind, Store>()

/** For `useSyncExternalStore`: the kept answers of a form as JSON, null where there are none. */
export function keptOf(kind: TakedownKind): Store {
  const store = stores.get(kind) ?? storeOf(kind)
  stores.set(kind, store)
  return store
}

const storeOf = (kind: TakedownKind): Store => ({
  subscribe: () => () => {
    found.delete(kind)
  },
  get: () => {
    if (!found.has(kind)) found.set(kind, inSession((session) => session.getItem(PREFIX + kind)) ?? null)
    return found.get(kind) ?? null
  },
})

/** Keeps what stands in the form, in this tab only. A declaration is made anew each time, and files cannot be kept. */
export function keep(kind: TakedownKind, form: HTMLFormElement): void {
  const typed = [...new FormData(form)].filter(
    ([name, value]) =>
      typeof value === 'string' &&
      value !== '' &&
      !/^(?:\$ACTION|attest|kind$|locators$|drop_list$)/.test(name) &&
      name !== LIST_FILE,
  )
  const text = JSON.stringify(Object.fromEntries(listsJoined(typed)))
  inSession((session) => {
    if (typed.length > 0 && text.length <= MAX_KEPT) session.setItem(PREFIX + kind, text)
    else session.removeItem(PREFIX + kind)
  })
}

/** Ticked boxes as one answer, as the server has them. */
function listsJoined(typed: [string, FormDataEntryValue][]): Map<string, FormDataEntryValue> {
  const values = new Map<string, FormDataEntryValue>()
  for (const [name, value] of typed) {
    const list = name.replace(/\[\]$/, '')
    const before = list === name ? undefined : values.get(list)
    values.set(list, before === undefined ? value : `${String(before)},${String(value)}`)
  }
  return values
}

/** Forgets the answers of one form, or of all. */
export function forget(kind?: TakedownKind): void {
  inSession((session) => {
    for (const key of Object.keys(session))
      if (kind ? key === PREFIX + kind : key.startsWith(PREFIX)) session.removeItem(key)
  })
}

export function valuesOf(kept: string): Values {
  const values: unknown = JSON.parse(kept)
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(Object.entries(values).filter((entry) => typeof entry[1] === 'string'))
}

/** A browser may forbid a page to keep anything, or have no room left: then nothing is kept, and all else goes on. */
function inSession<T>(work: (session: Storage) => T): T | undefined {
  try {
    return work(window.sessionStorage)
  } catch {
    return undefined
  }
}
