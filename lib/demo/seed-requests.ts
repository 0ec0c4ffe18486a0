import 'server-only'
import { and, count, desc, eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { mailMessage, takedownRequest } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { openLetter } from '@/lib/mail/outbox'
import { CURRENT_ATTESTATION } from '@/lib/takedowns/attestations'
import { confirm } from '@/lib/takedowns/confirm'
import type { Submission } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { demoRevision, demoDataset } from './world'

const visitor: Visitor = { kind: 'visitor', network: 'demo' }

/** Four people ask for something: three confirm their address, one has not yet. */
export async function fileRequests(datasetId: string): Promise<void> {
  const [made] = await db()
    .select({ requests: count() })
    .from(takedownRequest)
    .where(eq(takedownRequest.datasetId, datasetId))
  for (const { confirmed, ...request } of requests().slice(made?.requests ?? 0)) {
    await transact((tx) =>
      receive(tx, visitor, {
        ...request,
        attestation: CURRENT_ATTESTATION[request.kind],
        dataset: demoDataset.slug,
      }),
    )
    if (confirmed) await confirmLatest()
  }
}

type DemoRequest = Omit<Submission, 'dataset' | 'attestation'> & { confirmed: boolean }

function requests(): DemoRequest[] {
  const rows = demoRevision(1).flatMap((shard) => shard.rows)
  const withText = (part: string) => rows.find((row) => row.text.includes(part))
  const mine = withText('@mail.example.org')
  const reprint = withText('Tides and Tables')
  const author = rows[1200]
  return [
    {
      kind: 'privacy',
      targets: mine?.url ?? '',
      name: 'Alma Averdunk',
      email: 'alma.averdunk@mail.example.org',
      answers: {
        right: 'erasure',
        relation: 'self',
        statement: 'My private address is in this post. Please take it out.',
      },
      confirmed: true,
    },
    {
      kind: 'copyright',
      targets: reprint?.url ?? '',
      name: 'Fennel Row Books',
      email: 'rights@fennelrow.example.com',
      answers: {
        work: 'Tides and Tables, a cookery book published in 2011',
        work_url: 'https://fennelrow.example.com/tides-and-tables',
        relation: 'owner',
        postal: '1 Invented Lane, Harbourton',
      },
      confirmed: true,
    },
    {
      kind: 'opt_out',
      targets: author?.url ?? '',
      name: 'Kasimir Isbrandt',
      email: 'kasimir@post.example.net',
      answers: { relation: 'author', statement: 'I wrote this post and do not want it used for training.' },
      confirmed: true,
    },
    {
      kind: 'privacy',
      targets: rows[2400]?.url ?? '',
      name: 'Jorun Hollinsworth',
      email: 'jorun@club.example.com',
      answers: { right: 'erasure', relation: 'self', statement: 'This is about me.' },
      confirmed: false,
    },
  ]
}

/** Opens the link of the confirmation mail, as its reader would. */
async function confirmLatest(): Promise<void> {
  const [mail] = await db()
    .select({ sealed: mailMessage.sealed })
    .from(mailMessage)
    .where(and(eq(mailMessage.template, 'takedown-confirm')))
    .orderBy(desc(mailMessage.createdAt))
    .limit(1)
  const letter = mail && (await openLetter(db(), mail.sealed))
  const token = /\/takedowns\/confirm\/([\w-]+)/.exec(letter?.text ?? '')?.[1]
  if (!token) throw new Error('the confirmation mail of the demo has no link')
  await transact((tx) => confirm(tx, visitor, { token }))
}
