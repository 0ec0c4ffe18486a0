import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { env } from '@/lib/runtime/env'

/** Opening the database has brought it up to date by the time this runs; it says which one that was. */
export const command = defineCommand({
  name: 'migrate',
  summary: 'Bring the database to the newest schema and create its roles',
  positionals: [],
  options: {},
  database: true,
  run: async () => {
    const { hostname, port, pathname } = new URL(process.env.DATABASE_URL ?? '')
    const view = { server: `${hostname}:${port || 5432}`, database: pathname.slice(1), mode: env().mode }
    return { view, text: `The database ${view.database} on ${view.server} is up to date.` }
  },
})
