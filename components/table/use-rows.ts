'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** Rows in order; `newer` and `older` are the places from which the list goes on, null at its ends. */
export type RowPage<Row> = { rows: Row[]; newer: string | null; older: string | null }

/** What is known by its id and has a place in the order. */
export type ListedRow = { id: string; cursor: string }

export type Edge = 'newer' | 'older'

/** One page beyond a place; without a place, the first. */
export type FetchPage<Row> = (edge: Edge, cursor: string | null) => Promise<RowPage<Row>>

type State<Row> = RowPage<Row> & {
  /** How many were loaded above those the list began with. */
  above: number
  busy: Edge | null
  failed: Edge | null
}

export type Rows<Row> = State<Row> & {
  load: (edge: Edge) => void
  /** Asks again for the rows round an index: what stands there may have changed. */
  refresh: (index: number) => Promise<void>
}

/**
 * A list that goes on in both directions, page by page. `first` is the page the server sent: another one (after something was decided)
 * begins the list anew. `kept` is how it stood when its reader left it.
 */
export function useRows<Row extends ListedRow>(
  first: RowPage<Row>,
  kept: RowPage<Row> | null,
  fetchPage: FetchPage<Row>,
): Rows<Row> {
  const [from, setFrom] = useState(first)
  const [state, setState] = useState<State<Row>>(() => begun(kept ?? first))
  if (from !== first) {
    setFrom(first)
    setState(begun(first))
  }
  const current = useRef(first)
  const asked = useRef(new Set<Edge>())
  useEffect(() => {
    current.current = first
    asked.current.clear()
  }, [first])

  const { rows, newer, older } = state
  const load = useCallback(
    (edge: Edge) => {
      const cursor = edge === 'newer' ? newer : older
      if (cursor === null || asked.current.has(edge)) return
      const mine = current.current
      asked.current.add(edge)
      setState((now) => ({ ...now, busy: edge, failed: null }))
      void fetchPage(edge, cursor)
        .then(
          (page) =>
            (now: State<Row>): State<Row> =>
              joined(now, edge, page),
        )
        .catch(() => (now: State<Row>): State<Row> => ({ ...now, failed: edge }))
        .then((change) => {
          if (current.current !== mine) return
          asked.current.delete(edge)
          setState((now) => ({ ...change(now), busy: null }))
        })
    },
    [newer, older, fetchPage],
  )

  const refresh = useCallback(
    async (index: number) => {
      const start = Math.max(0, index - BEFORE)
      const mine = current.current
      const page = await fetchPage('older', rows[start - 1]?.cursor ?? null).catch(() => null)
      if (page && current.current === mine) setState((now) => replaced(now, start, page))
    },
    [rows, fetchPage],
  )
  return { ...state, load, refresh }
}

/** Rows before the one that was left, which are asked for again with it. */
const BEFORE = 10

const begun = <Row>(page: RowPage<Row>): State<Row> => ({ ...page, above: 0, busy: null, failed: null })

/** A row whose place has changed meanwhile could come a second time: the first one stays. */
function joined<Row extends ListedRow>(now: State<Row>, edge: Edge, page: RowPage<Row>): State<Row> {
  const known = new Set(now.rows.map(({ id }) => id))
  const fresh = page.rows.filter(({ id }) => !known.has(id))
  return edge === 'older'
    ? { ...now, rows: [...now.rows, ...fresh], older: page.older }
    : { ...now, rows: [...fresh, ...now.rows], newer: page.newer, above: now.above + fresh.length }
}

/** The rows from `start` on as they are now, then those beyond them as they were. */
function replaced<Row extends ListedRow>(now: State<Row>, start: number, page: RowPage<Row>): State<Row> {
  const end = page.rows.at(-1)
  const same = end ? now.rows.findIndex(({ id }, i) => i >= start && id === end.id) : -1
  const rest = page.older === null ? [] : now.rows.slice(same >= 0 ? same + 1 : start + page.rows.length)
  const known = new Set(page.rows.map(({ id }) => id))
  const rows = [
    ...now.rows.slice(0, start).filter(({ id }) => !known.has(id)),
    ...page.rows,
    ...rest.filter(({ id }) => !known.has(id)),
  ]
  return { ...now, rows, older: rest.length > 0 ? now.older : page.older }
}
