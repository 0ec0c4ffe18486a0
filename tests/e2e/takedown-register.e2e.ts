/** The public register in the browser: not a byte of who asked, its tombstones, and a lead who lets a notice out. */
import { beside } from './beside'
import { expect, expectAccessible, expectNoSideways, problems, test } from './support'

test.describe.configure({ mode: 'serial' })

let made: { mark: string; entry: string; rescinded: string; request: string }

test.beforeAll(async () => {
  made = JSON.parse(await beside('register-items.ts'))
})

/** In the words of the requester, in their address, their paths, their name. */
const told = () => [made.mark, 'lovelace', 'quarry lane', '90182012', 'people.example', '93.184.216.34']

test('no byte of what anybody may fetch holds a word of who asked', async ({ visitor }) => {
  const { entry, rescinded } = made
  for (const address of [
    ...['/register', '/register.json', '/register.atom', `/register/${entry}`, `/register/${entry}.json`],
    ...[`/register/${rescinded}`, `/register/${rescinded}.json`, '/register?outcome=rescinded'],
    ...['/transparency', '/transparency/report.json', '/transparency/kinds.csv'],
    ...['/transparency/eu-4-notices.csv', '/transparency/eu-11-qualitative.csv'],
  ]) {
    const response = await visitor.request.get(address)
    expect(response.status(), address).toBe(200)
    const bytes = (await response.text()).toLowerCase()
    for (const secret of told()) expect(bytes, `${secret} in ${address}`).not.toContain(secret)
  }
  for (const address of [
    `/register/${made.request}`,
    `/register/${made.request}.json`,
    '/transparency/no.csv',
  ])
    expect((await visitor.request.get(address)).status(), address).toBe(404)
})

test('a notice is found by its host, and says what became of it', async ({ visitor }) => {
  await visitor.goto('/register')
  await visitor.getByLabel('Host').fill('https://www.publisher.example/a/page?of=it')
  await visitor.getByRole('button', { name: 'Search' }).click()
  const found = visitor.getByRole('heading', { name: '1 notice', exact: true })
  await expect(found, 'read first, past the questions').toBeFocused()
  await visitor.locator(`main a[href="/register/${made.entry}"]`).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Copyright: Harbour Forum')
  await expect(visitor, 'its name is said first').toHaveTitle('Copyright: Harbour Forum · Winnow')
  await expect(visitor.locator('main')).toContainText('Declined')
  await expect(visitor.getByRole('row', { name: /www\.publisher\.example/ })).toContainText('2')
  await expectAccessible(visitor)
  await visitor.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(visitor)
})

test('a search that is not understood is not taken for one: the page and the JSON say by what nothing was searched', async ({
  visitor,
}) => {
  await visitor.goto('/register?host=10.0.0.1&period=May')
  await expect(visitor.locator('main')).toContainText(
    'Not searched by this, because it was not understood: Host, Decided in.',
  )
  await expectAccessible(visitor)
  const { not_searched_by: ignored } = await (
    await visitor.request.get('/register.json?host=10.0.0.1')
  ).json()
  expect(ignored).toEqual(['host'])
  const rescinded = `/register?outcome=rescinded&host=www.publisher.example`
  await visitor.goto(rescinded)
  await expect(visitor.locator('main')).toContainText('All that was rescinded is shown')
})

test('what was rescinded says so, and nothing else', async ({ visitor }) => {
  await visitor.goto(`/register/${made.rescinded}`)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Rescinded notice')
  await expect(visitor.locator('main')).not.toContainText('Licence')
  await expectAccessible(visitor)
})

test('a lead reads what would be public, and lets it out under embargo', async ({ as }) => {
  const page = await as('lead')
  await page.goto(`/requests/${made.request}`)
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Publicity' }) }).last()
  await panel.getByLabel('In your words').fill('Write to ada@people.example about it.')
  await panel.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(problems(panel)).toContainText('must not be published')
  await panel.getByLabel('In your words').fill('Its terms do not forbid it.')
  await panel.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(panel).toContainText('Released. It can be read from')
  await expect(panel.getByRole('button', { name: 'Take it back' })).toBeVisible()
  await expectAccessible(page)
})
