import { beforeEach, describe, expect, it } from 'vitest'
import { askProof } from '@/lib/takedowns/ask-proof'
import { askProofInput } from '@/lib/takedowns/process-input'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { quotes } from './other-side-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const TEXTS = ['Wilma Flint lives at 3 Quarry Lane.', 'Wilma Flint was seen there too.']
beforeEach(async () => {
  world = await takedownWorld(
    database.db,
    TEXTS.map((text, n) => ({ id: `a${n}`, text })),
  )
})

const clocksOf = async (requestId: string) =>
  (
    await database.admin.sql<{ clock: string }[]>`
      select law || ' ' || asked_right as clock from takedown_clock where request_id = ${requestId} and law <> 'complaint_window'
      order by 1`
  ).map(({ clock }) => clock)

/** Asked, confirmed and found; each of its cases decided like this. */
async function decided(fields: Record<string, string>, action: 'remove' | 'restrict' | 'keep') {
  const tracking = await askFor(database, world, { ...PRIVACY, targets: quotes(TEXTS), ...fields })
  const { id } = await requestOf(database, world)
  const reasonCode = action === 'keep' ? 'pii.not' : 'pii.profile'
  for (const { id: caseId } of await casesOfRequest(database, id))
    await decideCase(database, world, { caseId, action, reasonCode })
  return { id, tracking }
}

describe('who asks that something be kept and not used for a time', () => {
  it('has it left out, with the clock of the law, and reads that it stays stored and what happens before it comes back', async () => {
    const { id, tracking } = await decided({ right: 'restriction', regime: 'uk' }, 'remove')
    expect(await clocksOf(id)).toEqual(['uk_gdpr restriction'])
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    const text = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(text).toContain('What is left out stays stored')
    expect(text).toContain('We write to you before it ends (GDPR Art. 18(3))')
    expect(await trackingView(tracking)).toMatchObject({ right: 'restriction', mayContest: false })
  })

  it('is answered in part where registered holders still get it, and can have that decided again', async () => {
    const { tracking } = await decided({ right: 'restriction' }, 'restrict')
    expect(await requestOf(database, world)).toMatchObject({ status: 'partially_actioned' })
    expect(await trackingView(tracking)).toMatchObject({ mayContest: true })
    await decided({ right: 'erasure' }, 'restrict')
    expect(await requestOf(database, world), 'of any other right').toMatchObject({ status: 'actioned' })
  })
})

describe('who asks that something be neither sold nor shared', () => {
  it('has it left out within fifteen business days, and need not show who they are', async () => {
    await askFor(database, world, { ...PRIVACY, targets: quotes(TEXTS), right: 'opt_out_of_sale' })
    const { id: requestId } = await requestOf(database, world)
    expect(await clocksOf(requestId), 'the one law that has it, although none was named').toEqual([
      'ccpa_opt_out opt_out_of_sale',
    ])
    const text = (await lastLetter(database, 'takedown-receipt')).text.replace(/\s+/g, ' ')
    expect(text).toContain('15 business days for an opt-out (11 CCR § 7026(f))')
    await expect(
      as(world, askProof, world.lead, askProofInput.parse({ requestId, method: 'contact' })),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('§ 7026(d)') as string })

    for (const { id: caseId } of await casesOfRequest(database, requestId))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.profile' })
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    const outcome = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(outcome).toContain('Attorney General of California')
  })

  it('has another request beside it for each other right, each under its own law', async () => {
    await askFor(database, world, {
      ...PRIVACY,
      targets: quotes(TEXTS),
      right: 'erasure,opt_out_of_sale,restriction',
    })
    const rows = await database.admin.sql<{ id: string; right: string }[]>`
      select id, asked_right as "right" from takedown_request where dataset_id = ${world.datasetId} order by asked_right`
    const clocks = await Promise.all(rows.map(async ({ id, right }) => [right, await clocksOf(id)]))
    expect(Object.fromEntries(clocks)).toEqual({
      erasure: ['gdpr erasure'],
      opt_out_of_sale: ['ccpa_opt_out opt_out_of_sale'],
      restriction: ['gdpr restriction'],
    })
  })

  it('is understood in another form', async () => {
    await askFor(database, world, {
      ...{ ...OPT_OUT, targets: quotes(TEXTS) },
      statement: 'Do not sell or share my personal information.',
    })
    const rows = await database.admin.sql`
      select kind::text, asked_right as "right" from takedown_request where dataset_id = ${world.datasetId} order by 1`
    expect(rows).toEqual([
      { kind: 'opt_out', right: null },
      { kind: 'privacy', right: 'opt_out_of_sale' },
    ])
  })
})
