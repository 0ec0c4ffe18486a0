import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { createPerson } from '@/lib/people/create-person'
import { createPersonInput } from '@/lib/people/input'

export const command = defineCommand({
  name: 'user create',
  summary: 'Create an account',
  positionals: [],
  options: {
    email: { type: 'string', value: 'ADDRESS', required: true, help: 'signs in with it' },
    password: { type: 'string', required: true, help: 'at least 12 characters; - reads it from stdin' },
    name: { type: 'string', help: 'shown to colleagues; the part before the @ if left out' },
    admin: { type: 'boolean', help: 'makes accounts, gives roles' },
  },
  database: true,
  run: async (_context, { values }) => {
    const password = values.password === '-' ? await firstLineOfStdin() : values.password
    const name = values.name ?? values.email.split('@')[0]
    const input = parseInput(createPersonInput, { email: values.email, password, name, admin: values.admin })
    const person = await transact((tx) => createPerson(tx, system('cli'), input))
    return {
      view: person,
      text: `${person.email} has an account, shown to the public as ${person.pseudonym}.`,
    }
  },
})

/** A password on the command line is seen in the list of processes and kept in the shell's history. */
async function firstLineOfStdin(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += z.instanceof(Buffer).parse(chunk).toString('utf8')
  return text.split(/\r?\n/)[0] ?? ''
}
