import { expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { transact } from '@/db/client'
import { person } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { createPerson } from '@/lib/people/create-person'
import { refuseDemoPersonas } from '@/lib/runtime/demo'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()

const make = (email: string, demo: boolean) =>
  transact((tx) =>
    createPerson(tx, system('test'), { email, name: 'Somebody', password: 'four unrelated words', demo }),
  )

it('production starts on a database with people of its own', async () => {
  await make('owner@organisation.example', false)
  await expect(refuseDemoPersonas()).resolves.toBeUndefined()
})

it('production refuses a database in which a demo persona can still sign in, and names it', async () => {
  await make('ada@demo.example.org', true)
  await expect(refuseDemoPersonas()).rejects.toThrow(
    /demo personas \(ada@demo\.example\.org\).*does not start/,
  )
})

it('production starts again once the demo personas are disabled', async () => {
  await database.admin.db.update(person).set({ disabledAt: new Date() }).where(eq(person.demo, 1))
  await expect(refuseDemoPersonas()).resolves.toBeUndefined()
})
