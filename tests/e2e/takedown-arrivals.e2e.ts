/** Many at once, and one who wants to be first: opt-outs by the thousand, and a request sent to block a victim. */
import { formatCount } from '@/lib/format'
import { beside } from './beside'
import { confirmByLetter, linkInLetter } from './mailbox'
import { expect, signIn, test } from './support'

/** `WINNOW_TEST_OPT_OUTS=4000` for the hour in which as many arrive. More than fifty rows are more than one person decides about. */
const ARRIVE = Number(process.env['WINNOW_TEST_OPT_OUTS'] ?? 60)
const patience = 30_000 + ARRIVE * 1_500
const password = 'gulls above the breakwater'

type World = {
  slug: string
  victim: string
  row: number
  seconds: number
  intruder: { id: string; reference: string }
  emails: { lead: string; second: string }
}
let world: World

test.beforeAll(async () => {
  test.setTimeout(120_000 + patience)
  world = JSON.parse(await beside('arrivals-world.ts', password, String(ARRIVE)))
})

test('opt-outs that arrive in an hour are decided together by two people, each with its decision, its receipt and its letter', async ({
  visitor: author,
  browser,
  as,
}, { annotations }) => {
  test.setTimeout(180_000 + patience)
  const { slug, emails } = world
  const admin = await as('admin')
  const last = `author-${ARRIVE - 1}@${slug}.example.org`
  await author.goto(`/takedowns/new?kind=opt_out&dataset=${slug}`)
  await author.getByLabel('What exactly?').fill(`https://authors.example/${slug}/${ARRIVE - 1}`)
  await author.getByRole('radio', { name: 'I made it' }).check()
  await author.getByLabel('Your name').fill('Kasimir Isbrandt')
  await author.getByLabel('Your e-mail address').fill(last)
  await author.getByRole('checkbox', { name: /I am the author/ }).check()
  await author.getByRole('button', { name: 'Check your answers' }).click()
  await author.getByRole('button', { name: 'Send the request' }).click()
  await expect(author.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  const reference = await confirmByLetter(author, admin, last)

  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email: emails.lead, password }, `/sign-in?callbackUrl=/requests/bulk`)
  const arrived = lead.getByText(`${formatCount(ARRIVE)} requests wait for a decision.`)
  await expect(async () => {
    await lead.goto(`/requests/bulk?dataset=${slug}&kind=opt_out`)
    await expect(arrived).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: patience })

  await lead.getByRole('radio', { name: 'Leave it out' }).check()
  await lead.getByLabel('Reason').selectOption('optout.own')
  await lead.getByRole('button', { name: 'Preview' }).click()
  await expect(lead.getByText('What would happen')).toBeVisible({ timeout: patience })
  await expect(lead.getByRole('button', { name: 'Discard' })).toBeVisible()
  const bulk = new URL(lead.url()).pathname
  const start = lead.getByRole('button', { name: /^Decide [\d\s]+ requests/ })
  await expect(start, 'nobody decides so much alone').toHaveCount(0)
  await expect(lead.getByRole('button', { name: 'I agree' }), 'nor agrees with themselves').toHaveCount(0)
  const second = await (await browser.newContext()).newPage()
  await signIn(second, { email: emails.second, password }, `/sign-in?callbackUrl=${bulk}`)
  await second.getByRole('button', { name: 'I agree' }).click()
  await expect(second.getByText(/ agreed\./)).toBeVisible()
  await second.context().close()
  await lead.reload()
  const began = Date.now()
  await start.click()
  const decided = lead.locator('dl > div', { has: lead.getByText('Decided', { exact: true }) })
  await expect(decided).toContainText(formatCount(ARRIVE), { timeout: patience })
  annotations.push({
    type: 'numbers',
    description: `${ARRIVE} sent and confirmed in ${world.seconds} s, decided in ${(Date.now() - began) / 1000} s`,
  })

  const csv = await (await lead.request.get(`${bulk}/results.csv`)).text()
  const [, ...lines] = csv.trim().split('\r\n')
  expect(lines).toHaveLength(ARRIVE)
  expect(lines.filter((line) => /decided/i.test(line))).toHaveLength(ARRIVE)

  // One of them, as its sender and as who has to answer for it sees it.
  await lead.goto(`/requests?state=all&kind=opt_out&dataset=${slug}`)
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByText('Acted on', { exact: true }).first()).toBeVisible()
  const outcome = await linkInLetter(admin, last, /^The outcome of your request/, '/takedowns/track/')
  await author.goto(outcome)
  await expect(author.getByText('Acted on', { exact: true }).first()).toBeVisible()
  await lead.context().close()
})

test('a request sent to block a victim blocks nobody: the victim’s own is verified, decided and answered by itself', async ({
  visitor: page,
  browser,
  as,
}) => {
  const { slug, victim, row, intruder, emails } = world
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/takedowns/new?kind=privacy&dataset=${slug}&target=sea.jsonl%23${row}`)
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Wilma Flint')
  await page.getByLabel('Your e-mail address').fill(victim)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, victim)

  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email: emails.lead, password }, `/sign-in?callbackUrl=/requests?dataset=${slug}`)
  await lead.goto(`/requests?kind=privacy&dataset=${slug}`)
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const own = lead.url()
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('Decide its open case', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await lead.getByText('It asks about the same as an earlier one').click()
  const earlier = lead.getByLabel('The earlier request').locator('option')
  await expect(earlier, 'the one that nobody confirmed is nobody’s earlier request').toHaveCount(1)
  await expect(earlier).toContainText(intruder.reference)
  await lead.getByRole('button', { name: 'Put it with that one' }).click()
  await expect(next).toContainText(`it is decided with ${intruder.reference}`)
  await page.reload()
  await expect(page.getByText('nothing that happens to the other request takes it away')).toBeVisible()

  await lead.goto(`/requests/${intruder.id}`)
  await lead.getByText('Do not take it up').first().click()
  await lead.getByRole('radio').and(lead.locator('[value="not_verified"]')).check()
  await lead.getByRole('button', { name: 'Do not take it up' }).click()
  await expect(lead.getByText('Not taken up').first()).toBeVisible()
  await lead.goto(own)
  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('Decide its open case', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await page.reload()
  await expect(page.getByText('On its own again')).toBeVisible()
  await lead.context().close()
})
