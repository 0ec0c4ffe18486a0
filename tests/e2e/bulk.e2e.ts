import { besideUntil } from './beside'
import { consoleErrors, expect, expectAccessible, expectNoSideways, problems, tabTo, test } from './support'

const SLUG = 'harbour-forum'
/** A few of many: taken back at the end, so that other tests find them as they were. */
const filter = `dataset=${SLUG}&category=pii&type=iban`

test('a lead decides all cases of a filter after looking at what would happen, and takes it back', async ({
  as,
}) => {
  const lead = await as('lead')
  const errors = consoleErrors(lead)
  await lead.goto(`/triage?${filter}`)
  await lead.getByRole('link', { name: 'Bulk decisions' }).click()
  await expect(lead.getByRole('heading', { name: 'Decide all open cases of this filter' })).toBeVisible()
  await lead.getByRole('button', { name: 'Preview' }).click()
  await expect(problems(lead).first()).toContainText('Choose what happens to them.')
  await tabTo(lead, lead.getByRole('radio', { name: /^Keep/ }))
  await lead.getByRole('radio', { name: /^Redact/ }).focus()
  await lead.keyboard.press('Space')
  await lead.getByLabel('Reason').selectOption('pii.contact')
  await tabTo(lead, lead.getByRole('button', { name: 'Preview' }))
  await lead.keyboard.press('Enter')

  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Redact (pii.contact)')
  const told = (await lead.getByRole('status').first().textContent()) ?? ''
  expect(told).toMatch(/^\d+ cases? would be decided: redact\./)
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(lead)
  const held = await besideUntil('hold-cases.ts', SLUG, 'iban')
  try {
    expect(Number(held.said)).toBeGreaterThan(0)
    await lead.getByRole('button', { name: /^Decide / }).click()
    await expect(lead.getByText('under way', { exact: true })).toBeVisible()
    await expect(lead.getByRole('progressbar', { name: 'Deciding' })).toBeVisible()
    await expect(lead.getByRole('button', { name: 'Cancel the rest' })).toBeEnabled()
    await expectAccessible(lead)
    await expectNoSideways(lead)
    // It is asked for anew every two seconds: nothing of that takes the focus away.
    await lead.getByRole('button', { name: 'Cancel the rest' }).focus()
    await lead.waitForResponse((response) => response.url().includes('/bulk/'))
    await expect(lead.getByRole('button', { name: 'Cancel the rest' })).toBeFocused()
  } finally {
    await held.letGo()
  }
  await expect(lead.getByText('done', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(lead)
  const result = (await lead.getByText(/^\d+ cases? decided/).textContent()) ?? ''
  const decided = Number.parseInt(result, 10)
  expect(decided).toBeGreaterThan(0)
  const href = await lead.getByRole('link', { name: 'Results as CSV' }).getAttribute('href')
  const csv = await (await lead.request.get(href ?? '')).text()
  expect(
    csv
      .trim()
      .split('\r\n')
      .filter((line) => line.includes(',decided,')),
  ).toHaveLength(decided)

  await lead.getByRole('button', { name: 'Take it back…' }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Take back')
  await lead.getByRole('button', { name: /^Take .* back$/ }).click()
  await expect(lead.getByText('done', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(lead.getByText(new RegExp(`^${decided} cases? taken back`))).toBeVisible()
  await lead.getByRole('link', { name: 'this bulk decision' }).click()
  await expect(lead.getByText('It was taken back')).toBeVisible()
  await expect(lead.getByRole('button', { name: 'Take it back…' }), 'nothing of it is left').toHaveCount(0)
  expect(errors).toEqual([])
})

test('a band of scores cannot be decided before its sample is', async ({ as }) => {
  const lead = await as('lead')
  await lead.goto(`/triage/${SLUG}/bands`)
  await lead.getByLabel('Detector and category').selectOption('hate:hate-lexicon')
  await lead.getByRole('button', { name: 'Show' }).click()
  await expect(lead.getByRole('table', { name: 'Open cases by score' })).toBeVisible()
  await lead.getByLabel('From score').selectOption('0')
  await lead.getByRole('radio', { name: /^Remove/ }).check()
  await lead.getByLabel('Reason').selectOption({ index: 1 })
  await lead.getByRole('button', { name: 'Draw the sample' }).click()
  await expect(lead.getByRole('table', { name: 'Cases of the sample' })).toBeVisible()
  await expect(lead.getByRole('button', { name: /^Decide / })).toBeDisabled()
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Discard' }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Bulk decisions')
})
