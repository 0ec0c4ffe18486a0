import { expect, problems, test } from './support'
import { confirmByLetter } from './mailbox'

test('on a phone somebody finds their form, reloads it, sees what was understood, and sends it', async ({
  visitor: page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns?dataset=harbour-forum')
  await page.getByRole('link', { name: /^Something about me is in there\s?: My name/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What should happen?')
  await page.getByRole('link', { name: 'Take it out' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask about your personal data')
  await expect(page.getByRole('checkbox', { name: /Erase it/ }), 'chosen on the way here').toBeChecked()

  await page.getByLabel('What exactly?').fill('posts-01.jsonl#21\nposts-01.jsonl#22\nUSERNAME/REPO')
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Ilka Ihle')
  await page.reload()
  await expect(page.getByText('What you had typed is here again.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Ilka Ihle')
  await expect(page.getByRole('radio', { name: 'Mine', exact: true })).toBeChecked()
  const understood = page.getByText('Understood as 2 items in 1 dataset (2 rows); 1 line not understood.')
  await expect(understood).toBeVisible()
  await expect(page.getByText('This is still the text of a template.', { exact: false })).toBeVisible()

  await page.getByLabel('Your e-mail address').fill(`ilka-${Date.now()}@phone.example.org`)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await expect(page.getByRole('heading', { name: 'Who will see this' })).toBeVisible()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  await expect(understood).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'nothing is wider than the phone').toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  expect(await page.evaluate(() => sessionStorage.length), 'the draft is forgotten').toBe(0)
})

test('who asks for two things at once gets a page and a time for each, and says what lets them act for somebody else', async ({
  visitor: page,
  as,
}) => {
  const email = `mika-${Date.now()}@two.example.org`
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns/new?kind=privacy&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#26')
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('checkbox', { name: /Tell me what is there/ }).check()
  const authority = page.getByLabel('What lets you act for them?')
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await expect(authority).toBeHidden()
  await page.getByRole('radio', { name: 'My child’s' }).check()
  await page.getByLabel('Your name').fill('Mika Moor')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(problems(page)).toContainText('what lets you act for them')
  await expect(page.getByRole('checkbox', { name: /Erase it/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /Tell me what is there/ })).toBeChecked()
  await authority.fill('I am his mother, and he is nine.')
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('You ask for 2 things. Each becomes a request of its own')).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')

  const admin = await as('admin')
  await confirmByLetter(page, admin, email)
  await admin.goto('/mailbox')
  const receipts = admin
    .getByRole('row')
    .filter({ hasText: email })
    .getByRole('link', { name: /We have received/ })
  await expect(receipts).toHaveCount(2)
})

test('a demand for personal data in an opt-out becomes a request of its own at one press, and is not lost without it', async ({
  visitor: page,
  as,
}) => {
  const email = `jonte-${Date.now()}@demand.example.org`
  await page.goto('/takedowns/new?kind=opt_out&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#23')
  await page.getByRole('radio', { name: 'I made it' }).check()
  await page
    .getByLabel(/How can we see that it is yours/)
    .fill('It is mine. Please delete my personal data, Art. 17 GDPR.')
  await page.getByLabel('Your name').fill('Jonte Jaspers')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('You also demand a right over personal data')).toBeVisible()

  await page.getByRole('button', { name: 'Make it a request about personal data' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask about your personal data')
  await expect(page.getByRole('checkbox', { name: /Erase it/ })).toBeChecked()
  await expect(page.getByLabel('What exactly?')).toHaveValue('posts-01.jsonl#23')
  await expect(page.getByLabel('Your e-mail address')).toHaveValue(email)

  await page.goto('/takedowns/new?kind=opt_out&dataset=harbour-forum')
  await expect(page.getByLabel('Your name'), 'the opt-out is still there').toHaveValue('Jonte Jaspers')
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')

  const admin = await as('admin')
  await confirmByLetter(page, admin, email)
  await admin.goto('/mailbox')
  const receipts = admin
    .getByRole('row')
    .filter({ hasText: email })
    .getByRole('link', { name: /We have received/ })
  await expect(receipts, 'one for the opt-out, one for the demand').toHaveCount(2)
})

test('the address of a row shows nothing of it, says whether it is still there, and leads to a form that names it', async ({
  visitor: page,
}) => {
  const address = '/datasets/harbour-forum/revisions/1?file=posts-01.jsonl&row=21'
  await page.goto(address)
  const row = page.locator('section').filter({ has: page.getByRole('heading', { name: 'This row' }) })
  await expect(row).toContainText(
    'Row 21 of posts-01.jsonl, counted from 0. What it says is shown to nobody here.',
  )
  await row.getByRole('button', { name: 'Is it in the newest release?' }).click()
  await expect(row.getByRole('status')).toContainText(/^(Yes|No): .*release \d/)
  const named = new RegExp(`${address.replace(/[.?]/g, '\\$&')}$`)
  await row.getByRole('link', { name: 'It shows a child, or an intimate image' }).click()
  await page
    .getByRole('link', { name: /sexualises a child/ })
    .first()
    .click()
  await expect(page.locator('textarea[name="targets"]')).toHaveValue(named)
  await page.goto(address)
  await row.getByRole('link', { name: 'Ask to have it taken out, or changed' }).click()
  await page.getByRole('link', { name: /Something about me is in there/ }).click()
  await page.getByRole('link', { name: 'Take it out' }).click()
  await expect(page.getByLabel('What exactly?')).toHaveValue(named)
  await expect(page.getByText('Understood as 1 item in 1 dataset')).toBeVisible()
})

test('who has the page read out hears once what is wrong, what was understood after a pause, and what became of the request', async ({
  visitor: page,
  as,
}) => {
  const email = `juna-${Date.now()}@heard.example.org`
  await page.clock.install()
  await page.goto('/takedowns/new?kind=privacy&right=erasure&dataset=harbour-forum')
  await page.getByRole('button', { name: 'Check your answers' }).click()
  const wrong = page.getByRole('group', { name: 'Some answers need another look.' })
  await expect(wrong).toBeFocused()
  await expect(wrong, 'one line after the other').toHaveAccessibleDescription(
    /^Say where it is\s?\. Choose whose data it is\s?\. Enter your name\s?\. /,
  )
  await expect(page.locator('main').getByRole('alert'), 'not read out a second time').toHaveCount(0)
  await page.getByText('I have a list, or the text, as a file').click()
  const list = page.locator('input[type="file"]')
  await list.setInputFiles({
    name: 'list.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('posts-01.jsonl#28'),
  })
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(wrong).toBeFocused()
  await expect(list, 'a refusal does not make the form anew').toHaveValue(/list\.txt$/)
  await expect(page.getByText('What you had typed is here again.'), 'nothing was loaded').toHaveCount(0)
  await list.setInputFiles([])

  const where = page.getByLabel('What exactly?')
  const understood = page.locator('main p[aria-live="polite"]')
  await expect(understood, 'there before its words').toBeEmpty()
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
  await where.pressSequentially('posts-01.jsonl#27')
  await expect(where).toHaveValue('posts-01.jsonl#27')
  await expect(understood, 'nothing while one types').toBeEmpty()
  await page.clock.runFor(2_000)
  await expect(understood).toHaveText('Understood as 1 item in 1 dataset (1 row).')
  await page.clock.resume()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Juna Jost')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('Check your answers', { exact: true })).toBeFocused()
  let heard = ''
  await page.route('**/takedowns/new?**', async (route) => {
    heard = await page.locator('main span[aria-live="polite"]').filter({ hasText: /./ }).innerText()
    await route.continue()
  })
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  await expect(page.locator('main :focus')).toHaveText(/^We have your request and have sent a link/)
  expect(heard, 'while it is on its way, and that lasts').toBe('Sending…')
  await page.unrouteAll()

  await confirmByLetter(page, await as('admin'), email)
  const stands = page.locator('main [tabindex="-1"]').filter({ hasText: 'Privacy · Harbour Forum: ' })
  await expect(stands, 'whoever arrives hears it first').toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'Still to come: ' })).toHaveCount(1)
  for (const copied of await page.locator('main [aria-live="polite"]').all()) await expect(copied).toBeEmpty()
  await page.getByRole('checkbox', { name: 'Yes, withdraw my request' }).check()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(stands, 'the button that was pressed is gone').toBeFocused()
  await expect(stands).toHaveText('Privacy · Harbour Forum: Withdrawn')
})
