import { beside } from './beside'
import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, signIn, test } from './support'

type Request = { id: string; reference: string; tracking: string }
type World = {
  slug: string
  emails: Record<'lead' | 'second' | 'maintainer', string>
  countered: Request
  retracted: Request
}

const password = 'pear trees and lanterns'
let world: World

test.beforeAll(async () => {
  world = JSON.parse(await beside('other-side-world.ts', 'make', password))
})

test('a counter notice goes to the claimant when two people found it complete, and what it is about comes back in time', async ({
  browser,
  visitor,
  as,
}) => {
  const { countered, emails, slug } = world
  await visitor.goto(`/takedowns/new?kind=counter_notice&dataset=${slug}&reference=${countered.reference}`)
  await visitor.getByLabel('What exactly?').fill('poems.jsonl#0')
  await visitor.getByLabel('Reference of the removal').fill(countered.reference)
  await visitor.getByRole('radio', { name: 'I published what was removed' }).check()
  await visitor.getByLabel('Why was it a mistake?').fill('I wrote this line myself, years before that book.')
  await visitor.getByLabel(/full name|Your name/).fill('Milo Maintainer')
  await visitor.getByLabel('Your e-mail address').fill(emails.maintainer)
  await visitor.getByLabel('Your postal address').fill('5 Orchard Lane, Springfield')
  await visitor.getByLabel('Your telephone number').fill('+1 217 555 0100')
  for (const declared of await visitor.getByRole('checkbox').all()) await declared.check()
  await visitor.getByRole('button', { name: 'Check your answers' }).click()
  await visitor.getByRole('button', { name: 'Send the request' }).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  const admin = await as('admin')
  await confirmByLetter(visitor, admin, emails.maintainer)

  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email: emails.lead, password }, `/sign-in?callbackUrl=/requests/${countered.id}`)
  const answer = lead.getByRole('link', { name: /[0-9A-Z]{4}-[0-9A-Z]{4}/ }).first()
  await expect(async () => {
    await lead.reload()
    await expect(lead.getByText('A counter notice about 1 item has come.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await answer.click()
  await expect(lead.getByRole('combobox', { name: /How do we know/ })).toHaveValue('maintainer')
  await lead.getByRole('button', { name: 'It is complete' }).click()
  await expect(lead.getByText('You found it complete yourself; somebody else has to agree.')).toBeVisible()
  await expect(lead.getByRole('button', { name: 'Agree and pass it on' })).toHaveCount(0)

  const second = await (await browser.newContext()).newPage()
  await signIn(
    second,
    { email: emails.second, password },
    `/sign-in?callbackUrl=${new URL(lead.url()).pathname}`,
  )
  await second.getByRole('button', { name: 'Agree and pass it on' }).click()
  await expect(second.getByText('The claimant has a copy of the counter notice.')).toBeVisible()
  await expectAccessible(second)

  await visitor.goto(`/takedowns/track/${countered.tracking}`)
  await expect(visitor.getByText('Somebody answered your request')).toBeVisible()
  await beside('other-side-world.ts', 'later', countered.id)
  await expect(async () => {
    await visitor.reload()
    await expect(visitor.getByText('what it was about is put back')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await Promise.all([lead.context().close(), second.context().close()])
})

test('somebody takes back all of a request except what they mark, and only that', async ({
  visitor,
  browser,
}) => {
  const { retracted, emails } = world
  await visitor.setViewportSize({ width: 360, height: 740 })
  await visitor.goto(`/takedowns/track/${retracted.tracking}`)
  await visitor.getByRole('radio', { name: 'All except what I mark below' }).check()
  await visitor.getByRole('checkbox', { name: /#2|row 2/ }).check()
  await visitor.getByRole('checkbox', { name: 'I am sure' }).last().check()
  await visitor.getByRole('button', { name: 'Take it back' }).click()
  await expect(visitor.getByRole('radio', { name: 'All of it' })).toBeVisible()

  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email: emails.lead, password }, `/sign-in?callbackUrl=/requests/${retracted.id}`)
  await expect(lead.getByText('Taken back in part by its requester')).toBeVisible()
  await expect(lead.getByText('2 items are as they were before the request.')).toBeVisible()
  await lead.context().close()
})
