import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSideways, problems, test } from './support'

/** Told apart from what an attempt before this one left. */
const name = `Letters ${Date.now() % 100_000}`
const queues = '/datasets/harbour-forum/queues'
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('a lead adds a queue after counting what it would take, moves it, and retires it; all of it stays on record', async ({
  as,
}) => {
  const lead = await as('lead')
  await lead.goto('/datasets/harbour-forum')
  await lead.getByRole('link', { name: 'Queues', exact: true }).click()
  await lead.getByRole('link', { name: 'Add a queue' }).click()
  await lead.getByRole('button', { name: 'Add this queue' }).click()
  await expect(problems(lead).first()).toContainText('Name the queue.')

  await lead.getByLabel('Name', { exact: true }).fill(name)
  // Found by nothing there is: the queues that others work through at this moment stay as they are.
  await lead.getByLabel('Found by one of these detectors').fill('letters-of-nobody')
  await lead.getByLabel('Agreeing votes that decide').fill('2')
  await lead.getByLabel('Reviewers at most').fill('3')
  await lead.getByRole('checkbox', { name: /^In the open/ }).check()
  await lead.getByRole('button', { name: 'Count what it would take' }).click()
  await expect(lead.getByRole('status').filter({ hasText: 'would be here' })).toContainText(
    '0 open cases would be here. Nothing is saved yet.',
  )
  await lead.getByRole('button', { name: 'Add this queue' }).click()
  await lead.waitForURL((url) => url.pathname === queues)

  const added = row(lead, name)
  await expect(added).toContainText('found by letters-of-nobody')
  await expect(added).toContainText('2 of 3 reviewers')
  await expect(added).toContainText('later reviewers see earlier votes')
  const place = added.getByRole('cell').first()
  const last = Number(await place.innerText())
  await lead.getByRole('button', { name: `Move ${name} up` }).click()
  await expect(place).toHaveText(String(last - 1))
  const moved = `moved the queue “${name}” from place ${last} to ${last - 1}.`
  const note = lead.locator('[data-landed]').filter({ hasText: name })
  await expect(note, 'the button has moved: what was done has the focus').toBeFocused()
  await expect(note).toContainText(moved)
  await expect(lead.getByRole('button', { name: 'Retire Everything else' })).toHaveCount(0)
  await expectAccessible(lead)

  await lead.getByRole('button', { name: `Retire ${name}` }).click()
  await lead.getByRole('button', { name: 'Retire this queue' }).click()
  await expect(added).toHaveCount(0)
  await expect(note.filter({ hasText: 'retired' })).toBeFocused()
  const told = lead.getByRole('listitem')
  await expect(told.filter({ hasText: `north-kestrel retired the queue “${name}”.` }).first()).toBeVisible()
  await expect(told.filter({ hasText: moved }).first()).toBeVisible()
})

test('a lead sets a limit for a day and a pause from a category, and the history says how it was before', async ({
  as,
}) => {
  const lead = await as('lead')
  await lead.goto(queues)
  const limit = lead.getByLabel('Opt-out: cases a day')
  const save = lead.locator('form').filter({ has: limit }).getByRole('button', { name: 'Save' })
  await limit.fill('many')
  await save.click()
  await expect(problems(lead).first()).toBeVisible()
  await limit.fill('5000')
  await lead.getByLabel('Opt-out: pause after').fill('400')
  await save.click()
  await expect(lead.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(
    lead.getByRole('listitem').filter({ hasText: 'no limit → Opt-out 5000' }).first(),
  ).toBeVisible()
  await expect(lead.getByRole('listitem').filter({ hasText: 'no pause → Opt-out 400' }).first()).toBeVisible()
})

test('of two leads with the same queue open, the second is told what the first changed', async ({ as }) => {
  const [lead, maintainer] = [await as('lead'), await as('maintainer')]
  await lead.goto(queues)
  await lead.getByRole('link', { name: 'Grave personal data' }).first().click()
  await lead.waitForURL(/\/queues\/[0-9a-f-]{36}/)
  await maintainer.goto(lead.url())
  await maintainer.getByLabel('Due after so many hours').fill('72')
  await maintainer.getByRole('button', { name: 'Save', exact: true }).click()
  await maintainer.waitForURL((url) => url.pathname === queues)
  await lead.getByLabel('Due after so many hours').fill('24')
  await lead.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(problems(lead).first()).toContainText('slate-curlew changed the queue')
  await expect(problems(lead).first()).toContainText('hours until due: 168 → 72')
  await expect(lead.getByLabel('Due after so many hours'), 'what was typed is still there').toHaveValue('24')
  await expectAccessible(lead)
  await lead.getByRole('link', { name: 'Show it as it is now' }).click()
  await expect(lead.getByLabel('Due after so many hours')).toHaveValue('72')
  await lead.getByLabel('Due after so many hours').fill('168')
  await lead.getByRole('button', { name: 'Save', exact: true }).click()
  await lead.waitForURL((url) => url.pathname === queues)
})

test('a reviewer sees no way to change queues', async ({ as }) => {
  const reviewer = await as('reviewer')
  await reviewer.goto('/datasets/harbour-forum')
  await expect(reviewer.getByRole('link', { name: 'Queues', exact: true })).toHaveCount(0)
  await reviewer.goto(queues)
  await expect(
    reviewer.getByText('Only leads and maintainers of this dataset change its queues.'),
  ).toBeVisible()
})

test('a maintainer contests a decision, and the case is open again with their reasons', async ({ as }) => {
  const maintainer = await as('maintainer')
  await maintainer.goto('/triage?dataset=harbour-forum&status=decided&category=licence')
  await maintainer.locator('main table a[href*="/triage/harbour-forum/"]').first().click()
  await expect(maintainer.getByRole('button', { name: 'Keys ?' }), 'though they decide nothing').toBeVisible()
  await maintainer.keyboard.press('o')
  const dialog = maintainer.getByRole('dialog', { name: 'Contest this decision' })
  await expect(dialog).toBeVisible()
  await expectAccessible(maintainer)
  await dialog.getByRole('button', { name: 'Open it again' }).click()
  await expect(problems(dialog).first()).toContainText('look')
  await dialog.getByLabel('What was overlooked').fill('The notice names another text than this one.')
  await dialog.getByRole('button', { name: 'Open it again' }).click()
  await expect(maintainer.getByText('This is an appeal: nobody who took part')).toBeVisible()
  await maintainer.getByText('Why it is contested').click()
  await expect(maintainer.getByText('The notice names another text than this one.')).toBeVisible()
  await maintainer.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(maintainer)
})

test('a lead goes to the form of a direct decision by key', async ({ as }) => {
  const lead = await as('lead')
  await lead.goto('/triage?dataset=harbour-forum&category=licence')
  const cases = lead.locator('main table a[href*="/triage/harbour-forum/"]')
  await expect(cases.first()).toBeVisible()
  // Some are appeals against what they decided themselves.
  for (const address of await cases.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )) {
    await lead.goto(address)
    await expect(lead.getByRole('button', { name: 'Keys ?' })).toBeVisible()
    if ((await lead.locator('main a[href*="direct=1"]').count()) > 0) break
  }
  await lead.keyboard.press('i')
  await lead.waitForURL(/direct=1/)
})
