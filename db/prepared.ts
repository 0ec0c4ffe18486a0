import 'server-only'
import type postgres from 'postgres'

const MOST_STATEMENTS = 500
const LONGEST_TEXT = 8_000

/**
 * The same pool, on which statements that come again within transactions are prepared: drizzle asks postgres.js for an
 * unnamed statement each time, which is parsed and planned anew and takes two round trips instead of one.
 *
 * Only within transactions, because a verb touches rows by their keys, where one plan serves all values. The lists and
 * filters of pages are read outside of them and planned for what they ask. A pooler between us and Postgres has to support
 * prepared statements (PgBouncer: `max_prepared_statements`), or `?prepare=false` in the database's URL turns them off.
 */
export function preparing(pool: postgres.Sql): postgres.Sql {
  const comesAgain = repetition()
  const begin = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
    pool.begin((tx) => work(within(tx, comesAgain)))
  return new Proxy(pool, {
    get: (target, name, receiver) => (name === 'begin' ? begin : Reflect.get(target, name, receiver)),
  })
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>

function within(tx: postgres.TransactionSql, comesAgain: (text: string) => boolean): postgres.TransactionSql {
  const unsafe: postgres.TransactionSql['unsafe'] = (text, parameters, options) =>
    tx.unsafe(text, parameters, {
      ...options,
      // drizzle says no for whatever has no name in it.
      prepare: parameters !== undefined && parameters.length > 0 && comesAgain(text),
    })
  const savepoint = (work: Work) => tx.savepoint((inner) => work(within(inner, comesAgain)))
  return new Proxy(tx, {
    get: (target, name, receiver) => {
      if (name === 'unsafe') return unsafe
      return name === 'savepoint' ? savepoint : Reflect.get(target, name, receiver)
    },
  })
}

/**
 * Tells whether a text has come before. Every connection keeps what it has prepared until it ends, so a pool prepares so
 * many texts and no more; the long ones, and those with as many parameters as rows, are rarely the same twice.
 */
function repetition(): (text: string) => boolean {
  const prepared = new Set<string>()
  const once = new Set<string>()
  return (text) => {
    if (prepared.has(text)) return true
    if (text.length > LONGEST_TEXT || prepared.size === MOST_STATEMENTS) return false
    if (once.delete(text)) {
      prepared.add(text)
      return true
    }
    if (once.size === MOST_STATEMENTS) once.clear()
    once.add(text)
    return false
  }
}
