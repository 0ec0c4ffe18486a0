import type { Locator, Page } from '@playwright/test'
import { personas, type PersonaKey } from '@/lib/demo/personas'
import { expect, openUndecided, test } from './support'

test('somebody who is not signed in is sent to sign in, and back', async ({ plain }) => {
  const page = await plain()
  for (const path of [
    '/triage',
    '/requests',
    '/team',
    '/audit',
    '/mailbox',
    '/account',
    '/datasets/new',
    '/datasets/harbour-forum/import',
    '/datasets/harbour-forum/publish',
    '/datasets/harbour-forum/policy/edit',
  ]) {
    await page.goto(path)
    await expect(page).toHaveURL(
      (url) => url.pathname === '/sign-in' && url.searchParams.get('callbackUrl') === path,
    )
  }
})

test('somebody who is not signed in cannot write through the API', async ({ request }) => {
  const response = await request.post('/api/v1/datasets/harbour-forum/uploads?name=a.jsonl', { data: 'x' })
  expect(response.status()).toBe(401)
})

const cases = (page: Page) => page.locator('main table a[href*="/triage/harbour-forum/"]')
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true })
const link = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true })

/** What is for some: where it is, what one sees there who may, who that is, and what the others read. */
const privileges: {
  what: string
  path: string
  control: (page: Page) => Locator
  who: readonly PersonaKey[]
  denied: RegExp
}[] = [
  {
    what: 'the cases of a dataset',
    path: '/triage?dataset=harbour-forum',
    control: cases,
    who: ['reviewer', 'second', 'lead', 'maintainer'],
    denied: /not on the team of a dataset|0 open cases/,
  },
  {
    what: 'the requests about a dataset',
    path: '/requests?state=all&kind=copyright',
    control: (page) => page.getByRole('table', { name: 'Takedown requests' }).getByRole('link'),
    who: ['lead', 'maintainer'],
    denied: /You cannot see requests|No requests here/,
  },
  {
    what: 'importing',
    path: '/datasets/harbour-forum/import',
    control: button('Import'),
    who: ['maintainer'],
    denied: /Only a maintainer of this dataset can import a revision/,
  },
  {
    what: 'the way to importing',
    path: '/datasets/harbour-forum',
    control: link('Import a revision'),
    who: ['maintainer'],
    denied: /Harbour Forum/,
  },
  {
    what: 'publishing',
    path: '/datasets/harbour-forum/publish',
    control: button('Publish'),
    who: ['maintainer'],
    denied: /Only a maintainer of this dataset can publish a release/,
  },
  {
    what: 'the policy',
    path: '/datasets/harbour-forum/policy/edit',
    control: (page) => page.locator('main form').getByRole('button'),
    who: ['lead', 'maintainer'],
    denied: /Only leads and maintainers of this dataset change its policy/,
  },
  {
    what: 'registering datasets',
    path: '/datasets/new',
    control: button('Register'),
    who: ['admin'],
    denied: /Only an admin can register a dataset/,
  },
  {
    what: 'accounts and roles',
    path: '/team',
    control: button('Make this account'),
    who: ['admin'],
    denied: /Admins give and take roles/,
  },
  {
    what: 'the mailbox',
    path: '/mailbox',
    control: (page) => page.getByRole('heading', { name: 'Mailbox' }),
    who: ['admin'],
    denied: /There is nothing at this address, or nothing that you may see/,
  },
]

for (const { what, path, control, who, denied } of privileges) {
  // Without scripts: what the server sends is what counts.
  test(`${what}: only for ${who.join(', ')}`, async ({ tab }) => {
    for (const { key } of personas) {
      const page = await tab(key, { plain: true })
      await page.goto(path)
      if (who.includes(key)) await expect(control(page).first(), key).toBeVisible()
      else {
        await expect(page.locator('main').getByText(denied).first(), key).toBeVisible()
        await expect(control(page), key).toHaveCount(0)
      }
    }
  })
}

test('bulk decisions: the button says to reviewers and maintainers that they are for leads', async ({
  as,
}) => {
  for (const who of ['reviewer', 'maintainer', 'lead'] as const) {
    const page = await as(who)
    await page.goto('/triage')
    await page
      .getByRole('checkbox', { name: /^Select the case of/ })
      .first()
      .check()
    const decide = page.getByRole('button', { name: 'Decide…' })
    if (who === 'lead') await expect(decide).toBeEnabled()
    else {
      await expect(decide).toBeDisabled()
      await expect(page.getByText('Only a lead of this dataset can decide many cases at once.')).toBeVisible()
    }
  }
})

test('an upload is refused to whoever may not import, and to another site although the cookie is sent', async ({
  as,
}) => {
  const upload = '/api/v1/datasets/harbour-forum/uploads?name=a.jsonl'
  for (const { key } of personas.filter(({ key }) => key !== 'maintainer')) {
    const page = await as(key)
    expect((await page.request.post(upload, { data: 'x' })).status(), key).toBe(403)
  }
  const maintainer = await as('maintainer')
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await maintainer.request.post(upload, { data: 'x', headers })).status()).toBe(422)
})

test('a maintainer without the role of reviewer reads cases and decides none', async ({ as }) => {
  const page = await as('maintainer')
  await page.goto('/triage')
  await cases(page).first().click()
  await expect(
    page.getByText('Only reviewers and leads of this dataset decide its cases.').first(),
  ).toBeVisible()
})

test('a decision that somebody forges who sees the case and may not decide it changes nothing', async ({
  plain,
  as,
  baseURL,
}) => {
  // The form as it is sent without JavaScript: the whole of what a decision is.
  const reviewer = await plain('reviewer')
  await openUndecided(reviewer, '/triage?category=copyright&sort=opened')
  const address = reviewer.url()
  await reviewer.getByRole('radio', { name: /^Keep/ }).check()
  await reviewer.getByRole('radio', { name: /Quotation, or its licence/ }).check()
  const fields = await decideForm(reviewer)

  const undecided = async () => {
    await reviewer.goto(address)
    await expect(reviewer.getByRole('heading', { name: 'Decide', exact: true })).toBeVisible()
  }
  const send = (page: Page, origin = baseURL ?? '') =>
    page.request.post(address, { multipart: fields, headers: { origin } })

  await send(await as('maintainer'))
  await undecided()
  expect((await send(await as('admin'))).status(), 'who may not know of the case is told nothing').toBe(404)
  await undecided()
  // The reviewer's own cookie, sent by a page of somebody else.
  expect((await send(reviewer, 'https://evil.example')).ok()).toBe(false)
  await undecided()

  expect((await send(reviewer)).ok(), 'the same form from its own page is a vote').toBe(true)
  await reviewer.goto(address)
  await expect(reviewer.getByText('You have already reviewed this case.')).toBeVisible()
})

test('a case that does not exist and one that may not be seen answer alike', async ({ as }) => {
  const reviewer = await as('reviewer')
  await reviewer.goto('/triage')
  const real = (await cases(reviewer).first().getAttribute('href')) ?? ''
  const missing = '/triage/harbour-forum/00000000-0000-4000-8000-000000000000'
  for (const who of ['admin', 'officer'] as const) {
    const page = await as(who)
    const answers: unknown[] = []
    for (const path of [real, missing, '/triage/nowhere/not-a-case']) {
      const response = await page.goto(path)
      await expect(page.locator('main')).toContainText('or nothing that you may see')
      answers.push([response?.status(), await page.locator('main').innerText()])
    }
    expect(answers[0]).toEqual([404, expect.stringContaining('or nothing that you may see')])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  }
})

test('what may be an intimate image is blank for everybody but the safety officers, until they clear it', async ({
  as,
  visitor,
  baseURL,
}) => {
  const reviewer = await as('reviewer')
  await reviewer.goto('/triage?category=pii&sort=-severity')
  // Well within sight: rows further down are taken out of the document when scripts have come.
  const path = new URL((await cases(reviewer).nth(12).getAttribute('href')) ?? '', baseURL).pathname
  const listed = reviewer.locator(`main table a[href^="${path}"]`)
  await expect(listed).toHaveCount(1)

  const admin = await as('admin')
  await visitor.goto('/takedowns/urgent?about=intimate&dataset=harbour-forum')
  await visitor.getByLabel('Link, address, row or id').fill(`It is here: ${baseURL}${path}`)
  await visitor.getByRole('radio', { name: 'I am' }).check()
  await visitor.getByLabel('Your full name').fill('Ilse Invented')
  await visitor.getByLabel('Your e-mail address').fill(`report-${Date.now()}@people.example.org`)
  await visitor.getByRole('checkbox', { name: /without the consent/ }).check()
  await visitor.getByRole('button', { name: 'Hide it now' }).click()
  const heading = visitor.getByRole('heading', { level: 1, name: /^Your message/ })
  await expect(heading).toBeVisible()
  const reference = (await heading.innerText()).replace('Your message ', '')

  const officer = await as('officer')
  await expect(async () => {
    await officer.goto('/triage?category=ncii')
    await expect(cases(officer)).toHaveCount(1, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const restricted = (await cases(officer).getAttribute('href')) ?? ''
  const lead = await as('lead')
  const maintainer = await as('maintainer')
  for (const page of [reviewer, lead, maintainer, admin])
    for (const address of [path, restricted]) expect((await page.goto(address))?.status()).toBe(404)
  await reviewer.goto('/triage?category=pii&sort=-severity')
  await expect(listed).toHaveCount(0)
  for (const page of [lead, maintainer]) {
    await page.goto('/requests?state=all')
    await expect(page.getByRole('link', { name: reference })).toHaveCount(0)
  }
  for (const page of [lead, visitor]) {
    await page.goto('/log')
    await expect(page.locator('main')).not.toContainText(new RegExp(`${reference}|intimate|ncii`, 'i'))
  }

  await officer.goto('/requests')
  const first = officer.getByRole('table', { name: 'Reports to look at first' })
  await expect(first.getByRole('link', { name: reference })).toBeVisible()
  await officer.goto(restricted)
  await expect(officer.getByText('A person asked: illegal content')).toBeVisible()
  await officer.getByRole('radio', { name: /^Keep/ }).check()
  await officer.getByRole('radio', { name: /Not an intimate image/ }).check()
  await officer.getByRole('button', { name: /^Submit/ }).click()
  await expect(officer.getByRole('status').filter({ hasText: 'Recorded: kept.' })).toBeVisible()
  // When its ten seconds are over.
  await expect(async () => {
    expect((await reviewer.goto(path))?.status(), 'given back').toBe(200)
  }).toPass({ timeout: 30_000 })
  expect((await reviewer.goto(restricted))?.status(), 'the report stays with the officers').toBe(404)
})

/** Names and values of the form on a case page, as a browser without JavaScript sends them. */
async function decideForm(page: Page): Promise<Record<string, string>> {
  const form = page.locator('form').filter({ has: page.getByRole('radio', { name: /^Keep/ }) })
  const sent = await form.evaluate((element) =>
    element instanceof HTMLFormElement
      ? [...new FormData(element)].map(([name, value]) => [name, String(value)])
      : [],
  )
  return Object.fromEntries(sent)
}
