/**
 * The whole product from an empty instance to a filtered copy, as the people live it. Each test is a chapter: what it
 * leaves behind is where the next one begins, so they are one file although it is a long one.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { firstAdmin, lettersTo, letterTo } from './organisation'
import {
  base,
  caseUrl,
  checkbox,
  decide,
  desk,
  downloadRelease,
  expectFact,
  expectImported,
  file,
  home,
  leaveDesks,
  linkIn,
  openCase,
  press,
  publish,
  release,
  requestOn,
  untilKeysWork,
  written,
} from './story-steps'
import {
  asCsv,
  dataset,
  digestOf,
  lines,
  nextRows,
  people,
  planted,
  secretOf,
  sha256,
  textOf,
  winnow,
} from './story-world'
import { expect, expectAccessible, problems, tabTo, test } from './support'

test.describe.configure({ mode: 'serial' })

const alma = 'alma@private.example'
const kasimir = 'kasimir@letters.example'
const keeper = 'keeper@copies.example'

test.beforeAll(() => {
  mkdirSync(home, { recursive: true })
  writeFileSync(base, lines.map((line) => `${line}\n`).join(''))
})

test.afterAll(leaveDesks)

test('an admin registers a dataset, makes accounts and gives them their roles', async ({ browser }) => {
  const admin = await desk(browser, firstAdmin)
  await admin.goto('/datasets/new')
  await admin.getByLabel('Name', { exact: true }).fill(dataset.name)
  await admin.getByLabel('Short name for addresses').fill(dataset.slug)
  await admin.getByLabel('Licence').fill(dataset.licence)
  await admin.getByLabel('Text fields').fill('text')
  await admin.getByLabel('Field with the source’s own id').fill('id')
  await admin.getByRole('button', { name: 'Register' }).click()
  await expect(admin.getByRole('heading', { name: dataset.name })).toBeVisible()

  await admin.goto('/team')
  const account = admin.locator('form').filter({ hasText: 'First password' })
  const role = admin.locator('form').filter({ hasText: 'Whole instance' })
  for (const { name, email, password, roles } of Object.values(people)) {
    await account.getByLabel('Name').fill(name)
    await account.getByLabel('E-mail address').fill(email)
    await account.getByLabel('First password').fill(password)
    await account.getByRole('button', { name: 'Make this account' }).click()
    await expect(account.getByText(`${email} can sign in now`)).toBeVisible()
    for (const given of roles) {
      await role.getByLabel('E-mail address of the account').fill(email)
      await role.getByLabel('Role').selectOption(given)
      await role.getByLabel('Dataset').selectOption(dataset.slug)
      await role.getByRole('button', { name: 'Give this role' }).click()
      await expect(role.getByText(`${email} is ${given} now.`)).toBeVisible()
    }
  }
})

test('a maintainer uploads a file; every row is an item or in quarantine with its reason', async ({
  browser,
}) => {
  const maintainer = await desk(browser, people.maintainer)
  await maintainer.goto(`/datasets/${dataset.slug}`)
  await maintainer.getByRole('link', { name: 'Import a revision' }).click()
  await maintainer.getByLabel('Files').setInputFiles(base)
  await expect(maintainer.getByText('letters.jsonl, ')).toContainText('uploaded')
  await maintainer.getByLabel('Name of this revision').fill('spring')
  await maintainer.getByRole('button', { name: 'Import', exact: true }).click()
  await expectImported(maintainer, '1: spring')

  await maintainer.getByRole('link', { name: '1: spring' }).click()
  await expectFact(maintainer, 'Rows read', `${lines.length}`)
  await expectFact(maintainer, 'Items', `${lines.length - 1}`)
  await expect(maintainer.getByText(sha256(readFileSync(base)).slice(0, 8))).toBeVisible()
  await maintainer.getByRole('link', { name: 'see which and why' }).click()
  await expect(maintainer.getByRole('row', { name: 'letters.jsonl' })).toHaveCount(1)
})

test('reviewers choose what they are willing to see before anything of it is shown to them', async ({
  browser,
}) => {
  for (const who of [people.first, people.second]) {
    const page = await desk(browser, who)
    await page.goto('/queue')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before your first case')
    for (const box of await page.locator('input[name="categories[]"]').all()) await box.check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue')
  }
})

test('a reviewer triages with the keyboard alone: filters, opens, reveals, redacts, removes, goes on', async ({
  browser,
}) => {
  const page = await desk(browser, people.first)
  const { keyboard } = page
  await page.goto('/triage')
  await press(
    page,
    'Enter',
    // A queue has the same name.
    page.getByRole('complementary').locator('a[href*="category=pii"]'),
  )
  await expect(page).toHaveURL(/category=pii/)
  await expect(checkbox(page, 'abuse'), 'the table follows the filter').toHaveCount(0)

  // The card number makes it the most urgent one.
  await tabTo(page, checkbox(page, 'mail'))
  await expect(page.locator('tbody [data-row-checkbox]').nth(1), 'the table listens').toHaveAttribute(
    'tabindex',
    '-1',
  )
  await keyboard.press('j')
  await keyboard.press('k')
  await expect(checkbox(page, 'mail')).toBeFocused()
  await keyboard.press('Enter')
  await page.waitForURL(caseUrl)
  await untilKeysWork(page)
  await expect(page.getByText('alma.averdunk@mail.example.org')).toHaveCount(0)
  await keyboard.press('Space')
  await expect(page.getByText('alma.averdunk@mail.example.org').first()).toBeVisible()
  await untilKeysWork(page)
  await keyboard.press('d')
  await expect(page.getByRole('radio', { name: /Redact/ })).toBeChecked()
  for (const found of ['email', 'credit-card'])
    await expect(page.getByRole('button', { name: new RegExp(`^${found}: .*accepted`) })).toBeVisible()
  await keyboard.press('1')
  await expect(page.getByRole('radio', { name: /Contact details/ })).toBeChecked()
  const decided = page.url()
  await keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: redacted.' })).toBeVisible()
  await page.waitForURL((url) => caseUrl.test(url.href) && url.pathname !== new URL(decided).pathname)

  await untilKeysWork(page)
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible()
  await keyboard.press('Escape')
  const second = page.url()
  await keyboard.press('s')
  await page.waitForURL((url) => caseUrl.test(url.href) && url.pathname !== new URL(second).pathname)

  await openCase(page, 'abuse', 'hate')
  await untilKeysWork(page)
  await expect(page.getByText('pompous')).toHaveCount(0)
  await keyboard.press('r')
  await keyboard.press('1')
  await keyboard.press('n')
  await keyboard.type('Said to a neighbour. r d 1')
  await expect(page.getByRole('radio', { name: /Remove/ }), 'keys rest while one types').toBeChecked()
  await press(page, 'Enter', page.getByRole('button', { name: /^Submit/ }))
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: removed.' })).toBeVisible()
})

test('a card number and an insult are decided by two who agree, neither of whom sees what the other chose', async ({
  browser,
}) => {
  const second = await desk(browser, people.second)
  for (const [name, category, action, reason, outcome] of [
    ['mail', 'pii', 'Redact', /Contact details/, 'redacted'],
    ['abuse', 'hate', 'Remove', /Attacks people/, 'removed'],
  ] as const) {
    // Ten seconds long the first could have taken it back.
    await expect(async () => {
      await openCase(second, name, category)
      await expect(second.getByText('1 review so far; what others chose stays hidden')).toBeVisible({
        timeout: 1_000,
      })
    }).toPass({ timeout: 30_000 })
    await expect(second.locator('main')).not.toContainText('Said to a neighbour')
    await decide(second, action, reason)
    await expect(second.getByRole('status').filter({ hasText: `Recorded: ${outcome}.` })).toBeVisible()
  }
})

test('of two reviewers on one case the second is told who decided it and when, and changes nothing', async ({
  browser,
}) => {
  const [first, second] = [await desk(browser, people.first), await desk(browser, people.second)]
  for (const page of [first, second]) {
    await openCase(page, 'phone', 'pii')
    await untilKeysWork(page)
  }
  const decided = first.url()
  await decide(first, 'Redact', /Contact details/)
  await expect(first.getByRole('status').filter({ hasText: 'Recorded: redacted.' })).toBeVisible()
  await expect(async () => {
    await first.goto(decided)
    await expect(first.getByText(/Already decided by [a-z][\w-]+: redacted/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })

  await decide(second, 'Keep', /An example that belongs to nobody/)
  const refusal = problems(second)
  await expect(refusal).toContainText(/already decided by [a-z][\w-]+ at \d{1,2} \w+ \d{4}, \d\d:\d\d/)
  await expect(refusal).toContainText('redact')
  await second.getByRole('link', { name: 'Show it as it is now' }).click()
  await expect(second.getByText(/Already decided by [a-z][\w-]+: redacted/)).toBeVisible()
  await expect(second.getByRole('button', { name: /^Submit/ })).toHaveCount(0)
})

test('a lead decides many cases at once, after a preview of what will happen, with a reason', async ({
  browser,
}) => {
  const lead = await desk(browser, people.lead)
  await lead.goto(`/triage?dataset=${dataset.slug}&category=copyright`)
  await lead.getByRole('checkbox', { name: 'Select every row loaded so far' }).check()
  await expect(lead.getByText('3 selected')).toBeVisible()
  await lead.getByRole('button', { name: 'Decide…' }).click()
  const dialog = lead.getByRole('dialog', { name: 'Decide 3 cases' })
  await dialog.getByRole('radio', { name: /^Label/ }).check()
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(problems(dialog)).toContainText('Choose a reason.')
  await dialog
    .getByLabel('Reason')
    .selectOption({ label: 'copyright.notice: A notice consumers should know of (label, keep)' })
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Label (copyright.notice)')
  await expect(lead.getByRole('status').first()).toContainText('3 cases would be decided: label.')
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Decide 3 cases' }).click()
  await expect(lead.getByText('3 cases decided.')).toBeVisible({ timeout: 30_000 })
  await lead.goto(`/triage?dataset=${dataset.slug}&category=copyright&status=decided`)
  await expect(lead.getByRole('row').filter({ hasText: 'labelled' })).toHaveCount(3)
})

test('a stranger asks for two rows, and nothing happens until they press the button behind the mailed link', async ({
  page,
  browser,
}) => {
  await page.goto('/takedowns')
  await page.getByText('Or choose the form yourself').click()
  await page.getByRole('link', { name: /It is about me/ }).click()
  await page.getByLabel('In which dataset?').selectOption(dataset.slug)
  await page
    .getByLabel('What exactly?')
    .fill(`“${secretOf('private')}”\n${digestOf(textOf('alsoPrivate'))}\nnothing like this is in it anywhere`)
  await expect(page.getByText('Understood as 3 items in 1 dataset')).toBeVisible()
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Alma Averdunk')
  await page.getByLabel('Your e-mail address').fill(alma)
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(problems(page)).toContainText('Tick the box that the data is about you')
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
  await expect(page.getByText(secretOf('private'))).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()

  const letter = await letterTo(alma, /Please confirm your request/)
  expect(letter.text, 'the letter says nothing that its sender wrote').not.toContain('Alma')
  const link = linkIn(letter.text, '/takedowns/confirm/')
  // What a mail scanner does: it opens every link, and more than once.
  for (const method of ['GET', 'HEAD', 'GET'])
    expect((await page.request.fetch(link, { method })).ok()).toBe(true)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Confirm your request' })).toBeVisible()
  const lead = await desk(browser, people.lead)
  await lead.goto('/requests?state=all')
  await expect(lead.getByText('No requests here')).toBeVisible()
  expect(await lettersTo(alma)).toHaveLength(1)

  await page.getByRole('button', { name: 'Confirm the request' }).click()
  await expect(page.getByRole('heading', { name: /^Your request \w/ })).toBeVisible()
  await expect(page.getByText('Keep the address of this page')).toBeVisible()
  await expect(page.getByText('You confirmed your address')).toBeVisible()
  await expectAccessible(page)
  const receipt = await letterTo(alma, /We have received your request/)
  expect(new URL(linkIn(receipt.text, '/takedowns/track/')).pathname).toBe(new URL(page.url()).pathname)

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This request is confirmed already' })).toBeVisible()
})

test('the request is on the case of each row it names, without its sender; the outcome goes back with reasons', async ({
  browser,
  page,
}) => {
  const track = linkIn((await letterTo(alma, /We have received/)).text, '/takedowns/track/')
  await expect(async () => {
    await page.goto(track)
    await expect(page.getByText('Reviewers decide')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })

  const reviewer = await desk(browser, people.first)
  await openCase(reviewer, 'private', 'pii')
  await expect(reviewer.getByText('A person asked: privacy')).toBeVisible()
  await expect(reviewer.getByText(/Alma|private\.example/)).toHaveCount(0)
  expect((await reviewer.request.get(await requestOn(reviewer))).status()).toBe(404)
  await decide(reviewer, 'Redact', /Contact details/)
  await expect(reviewer.getByRole('status').filter({ hasText: 'Recorded: redacted.' })).toBeVisible()
  await page.goto(track)
  await expect(page.getByText('The outcome', { exact: true }), 'one of two is decided').toHaveCount(0)

  const lead = await desk(browser, people.lead)
  await lead.goto('/requests')
  await lead
    .getByRole('row', { name: /Privacy/ })
    .getByRole('link')
    .click()
  await expect(lead.getByText('Alma Averdunk')).toBeVisible()
  await expect(lead.getByText('Not found')).toBeVisible()
  await expect(async () => {
    await lead.reload()
    await expect(lead.getByRole('cell', { name: /open/ }), 'the other is cast').toHaveCount(1, {
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
  await lead.getByRole('cell', { name: /open/ }).getByRole('link').click()
  await lead.waitForURL(caseUrl)
  await decide(lead, 'Remove', /The row is about a private person/)
  await expect(lead.getByRole('status').filter({ hasText: 'Recorded: removed.' })).toBeVisible()

  const outcome = await letterTo(alma, /The outcome of your request/)
  for (const said of [
    'The item will have the passages blacked out: Contact details of a private person (policy version 1).',
    'The item will be left out: The row is about a private person (policy version 1).',
    'This was not found in the latest revision.',
    'data protection authority',
  ])
    expect(outcome.text.replaceAll(/\s+/g, ' ')).toContain(said)
  await page.goto(track)
  await expect(page.getByRole('heading', { name: 'The outcome' })).toBeVisible()
  await expect(page.getByText('The item will be left out: The row is about a private person')).toBeVisible()
  await expect(page.getByText('Withdraw the request')).toHaveCount(0)
})

test('an opt-out that is upheld holds for its source', async ({ browser, page }) => {
  await page.goto(`/takedowns/new?kind=opt_out&dataset=${dataset.slug}`)
  await page.getByLabel('What exactly?').fill('https://letters.example.org/kasimir')
  await page.getByRole('radio', { name: 'I made it' }).check()
  await page.getByLabel('Your name').fill('Kasimir Isbrandt')
  await page.getByLabel('Your e-mail address').fill(kasimir)
  await page.getByRole('checkbox', { name: /I am the author/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await page.goto(linkIn((await letterTo(kasimir, /confirm/)).text, '/takedowns/confirm/'))
  await page.getByRole('button', { name: 'Confirm the request' }).click()
  await expect(page.getByRole('heading', { name: /^Your request/ })).toBeVisible()

  const reviewer = await desk(browser, people.second)
  await expect(async () => {
    await openCase(reviewer, 'optOut', 'opt_out', 1_000)
  }).toPass({ timeout: 30_000 })
  await decide(reviewer, 'Remove', /asks to be left out/)
  await expect(reviewer.getByRole('status').filter({ hasText: 'Recorded: removed.' })).toBeVisible()
  const outcome = await letterTo(kasimir, /The outcome/)
  expect(outcome.text.replaceAll(/\s+/g, ' ')).toContain(
    'A standing rule also keeps what comes from the same source',
  )
})

test('a maintainer publishes a release; its page says what happened to the rows', async ({ browser }) => {
  const maintainer = await desk(browser, people.maintainer)
  await publish(maintainer, '1.0.0')
  await maintainer.getByRole('link', { name: '1.0.0' }).first().click()
  await expect(maintainer.getByRole('heading', { name: `${dataset.name} 1.0.0` })).toBeVisible()
  const counts = maintainer.getByRole('table', { name: /Rows of Pier Letters 1\.0\.0/ })
  for (const [what, count] of Object.entries(FATES))
    await expect(
      counts.getByRole('row', { name: what }).getByRole('cell', { name: String(count), exact: true }),
    ).toBeVisible()
})

test('whoever asked learns that it is done, with proofs, and whoever keeps a copy is told', async ({
  page,
}) => {
  for (const [who, proofs] of [
    [alma, 2],
    [kasimir, 1],
  ] as const) {
    const done = await letterTo(who, /^It is done/)
    expect(linkIn(done.text, '/releases/1.0.0/files/')).toContain('release.tlog-proof')
    await page.goto(linkIn(done.text, '/takedowns/track/'))
    await expect(page.getByRole('heading', { name: 'Carried out' })).toBeVisible()
    await expect(page.getByText('It is done: published in release 1.0.0')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'The outcome' })).toBeVisible()
    const links = page.getByRole('link', { name: /^Entry \d+ of the log/ })
    await expect(links).toHaveCount(proofs)
    const proof = await page.request.get((await links.first().getAttribute('href')) ?? '')
    expect(await proof.text()).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
  }
  await expectAccessible(page)

  await page.goto(`/datasets/${dataset.slug}`)
  await page.getByRole('link', { name: 'Tell me what has to go' }).click()
  await expect(page.getByLabel('The release you use')).toHaveValue('1.0.0')
  await page.getByLabel('Your name').fill('Lab of Letters')
  await page.getByLabel('E-mail address').fill(keeper)
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await page.goto(linkIn((await letterTo(keeper, /confirm your address/)).text, '/copies/confirm/'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Your copies' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Say so' }).click()
  await expect(page.getByText('You have applied 1.0.0, the newest release.')).toBeVisible()
  const list = await page.request.get(`/datasets/${dataset.slug}/pending-removals.json`)
  expect(JSON.parse(await list.text())).toMatchObject({
    payloadType: 'application/vnd.winnow.pending-removals+json',
  })
})

/**
 * Of the 44 records: two redacted in triage and one on request; one removed in triage, one on request, one by an opt-out,
 * and the one that could not be read.
 */
const COUNTS = { in: 44, untouched: 37, redacted: 3, removed: 4, restricted: 0 }
const FATES = {
  'Kept as they are': COUNTS.untouched,
  'Kept, parts redacted': COUNTS.redacted,
  Removed: COUNTS.removed,
}

test('a consumer downloads the manifest, which is what the release says it is', async ({ page }) => {
  await page.goto(release('1.0.0'))
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'data/manifest.csv' }).click()
  await (await download).saveAs(file('manifest.csv'))
  await page.getByRole('button', { name: /Check this release/ }).click()
  await expect(page.getByText('Every file is what was signed and logged')).toBeVisible()
  const manifest = readFileSync(file('manifest.csv'))
  const sums = await (await page.request.get(`${release('1.0.0')}/files/manifest-sha256.txt`)).text()
  expect(sums).toContain(`${sha256(manifest)}  data/manifest.csv`)
  const [head, ...kept] = manifest.toString('utf8').trim().split(/\r?\n/)
  expect(head).toContain('digest')
  expect(kept).toHaveLength(COUNTS.untouched + COUNTS.redacted)
  expect(kept.filter((line) => line.includes(digestOf(textOf('notice'))))).toHaveLength(1)
  // Of what was taken out, of whole rows or of parts, not even a digest: it could be guessed back.
  for (const gone of ['abuse', 'alsoPrivate', 'optOut', 'mail', 'private'])
    expect(manifest.toString('utf8'), gone).not.toContain(digestOf(textOf(gone)))
})

test('`winnow verify` finds the release valid, and one changed byte of it invalid', async ({
  page,
  baseURL,
}) => {
  const address = `${baseURL}${release('1.0.0')}`
  writeFileSync(file('vkey'), await (await page.request.get('/log/vkey')).text())
  const valid = await winnow(home, 'verify', address, '--base', base, '--vkey', file('vkey'))
  expect(valid.said).toBe('')
  expect(valid).toMatchObject({
    status: 0,
    view: {
      integrity: { state: 'valid' },
      rebuilt: { state: 'valid' },
      // Not claimed: this release publishes no openings of log entries.
      backed: { state: 'not_checked' },
      complete: { state: 'not_checked' },
    },
  })
  expect(JSON.stringify(valid.view)).toContain('The checkpoint is signed by the key given')

  const copy = await downloadRelease(page, '1.0.0')
  expect(await winnow(home, 'verify', copy)).toMatchObject({ status: 0 })
  const manifest = path.join(copy, 'data/manifest.csv')
  const bytes = readFileSync(manifest)
  // The last digit of a row number: still a manifest, of another row.
  const at = bytes.lastIndexOf(',', bytes.lastIndexOf(',', bytes.length - 80) - 1) - 1
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(manifest, bytes)
  const tampered = await winnow(home, 'verify', copy)
  expect(tampered).toMatchObject({ status: 1, view: { integrity: { state: 'invalid' } } })
  expect(JSON.stringify(tampered.view)).toContain('data/manifest.csv')
})

test('`winnow apply` filters the original by position and a shuffled copy by content, and accounts for every row', async ({
  baseURL,
}) => {
  const address = `${baseURL}${release('1.0.0')}`
  const good = lines.filter((_, at) => at !== planted['broken'])
  const shuffled = [...good].sort((a, b) => sha256(a).localeCompare(sha256(b)))
  writeFileSync(file('shuffled.jsonl'), shuffled.map((line) => `${line}\n`).join(''))

  const original = await winnow(home, 'apply', address, base, '--out', file('by-position'))
  expect(original.said).not.toContain('winnow:')
  expect(original).toMatchObject({ status: 0, view: { rows: COUNTS, files: [{ way: 'position' }] } })
  const copy = await winnow(home, 'apply', address, file('shuffled.jsonl'), '--out', file('by-content'))
  // A release tells no digest of a row that was redacted: by content it can be recognised as little as a removed one.
  const removed = COUNTS.redacted + COUNTS.removed - 1
  expect(copy).toMatchObject({
    status: 0,
    view: { rows: { ...COUNTS, in: 43, redacted: 0, removed }, files: [{ way: 'content' }] },
  })

  const [byPosition, byContent] = [written('by-position/letters.jsonl'), written('by-content/shuffled.jsonl')]
  const untouched = byPosition.filter((line) => lines.includes(line))
  expect(untouched, 'to the byte').toHaveLength(COUNTS.untouched)
  expect(byPosition.filter((line) => line.includes('[REDACTED]'))).toHaveLength(COUNTS.redacted)
  expect(byPosition).toHaveLength(COUNTS.untouched + COUNTS.redacted)
  expect(byContent, 'in the order of the copy').toEqual(shuffled.filter((line) => untouched.includes(line)))
  const all = byPosition.join('\n')
  for (const gone of GONE) expect(all, gone).not.toContain(gone)
  for (const kept of ['hester.isbrandt@', secretOf('notice'), 'every last one'])
    expect(all, kept).toContain(kept)
})

const GONE = ['alma.averdunk@', '4111', '202-555-0143', secretOf('private'), 'pompous', 'choir', 'kasimir']

test('`winnow apply` refuses a copy with rows the release does not know, and writes nothing', async ({
  baseURL,
}) => {
  const strange = Array.from({ length: 8 }, (_, at) =>
    JSON.stringify({ id: `x-${at}`, text: `Unknown ${at}.` }),
  )
  writeFileSync(file('mixed.jsonl'), [...lines.slice(0, 30), ...strange].map((line) => `${line}\n`).join(''))
  const address = `${baseURL}${release('1.0.0')}`
  const refused = await winnow(home, 'apply', address, file('mixed.jsonl'), '--out', file('nothing'))
  expect(refused).toMatchObject({ status: 1, view: { error: { code: 'invalid' } } })
  expect(refused.said).toContain('mixed.jsonl row 30')
  expect(existsSync(file('nothing/mixed.jsonl'))).toBe(false)
})

test('the next revision inherits the decisions, and the opt-out holds for what its source publishes next', async ({
  browser,
  baseURL,
}) => {
  const maintainer = await desk(browser, people.maintainer)
  writeFileSync(file('letters-next.csv'), asCsv(nextRows))
  await maintainer.goto(`/datasets/${dataset.slug}/import`)
  await maintainer.getByLabel('Files').setInputFiles(file('letters-next.csv'))
  await expect(maintainer.getByText('letters-next.csv, ')).toContainText('uploaded')
  await maintainer.getByRole('button', { name: 'Import', exact: true }).click()
  await expectImported(maintainer, '2')
  await maintainer.getByRole('link', { name: '2', exact: true }).click()
  await expectFact(maintainer, 'Against the revision before', /3 new, 2 gone; 9 decisions carried over/)

  const reviewer = await desk(browser, people.second)
  await reviewer.goto(`/triage?dataset=${dataset.slug}&category=pii&type=email`)
  await expect(reviewer.getByRole('row').filter({ hasText: 'letters-next.csv' })).toHaveCount(3)

  const returned = await letterTo(kasimir, /^It came back and stays out/)
  expect(returned.text.replaceAll(/\s+/g, ' ')).toContain('of what was left out for your request')

  await publish(maintainer, '2.0.0')
  const address = `${baseURL}${release('2.0.0')}`
  const applied = await winnow(home, 'apply', address, file('letters-next.csv'), '--out', file('next'))
  expect(applied).toMatchObject({
    status: 0,
    view: { rows: { in: 44, untouched: 37, redacted: 3, removed: 4, restricted: 0 } },
  })
  const text = readFileSync(file('next/letters-next.csv'), 'utf8')
  expect(text).not.toContain('kasimir')
  expect(text).not.toContain('twelve gulls and a heron')
  expect(text).toContain('fog all day')
  await maintainer.goto(release('1.0.0'))
  await expect(maintainer.getByText('There is a newer release')).toBeVisible()
})

test('the log tells all of it in public, and nothing about anybody', async ({ page }) => {
  await page.goto('/log')
  await expect(page.getByRole('heading', { name: 'The log' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(/Alma|Kasimir|private\.example|letters\.example|Jorun/)
  const checkpoint = await (await page.request.get('/log/checkpoint')).text()
  expect(checkpoint).toMatch(/^log\.organisation\.example\/winnow\n\d+\n/)
})
