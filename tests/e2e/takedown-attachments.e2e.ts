import { png, pdf } from '../support/attachments'
import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, problems, test } from './support'

test('files go with a request without JavaScript, a drawing is refused by name, and staff open them in a sandbox', async ({
  plain,
  as,
}) => {
  const page = await plain()
  await page.setViewportSize({ width: 360, height: 740 })
  const email = `bente-${Date.now()}@files.example.org`
  await page.goto('/takedowns/new?kind=privacy&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#33')
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Bente Brandt')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()

  const files = page.getByLabel('Files that show it')
  const svg = {
    name: 'proof.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  }
  await files.setInputFiles([svg])
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(problems(page)).toContainText('“proof.png” is a web page or a drawing in code')
  await expect(page.getByText('Bente Brandt'), 'nothing else is lost').toBeVisible()
  await expectNoSideways(page)
  await files.setInputFiles([
    { name: 'screenshot.png', mimeType: 'image/png', buffer: await png() },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf(2) },
  ])
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')

  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, email)
  await expect(page.getByRole('heading', { name: 'Files you sent' })).toBeVisible()
  await expect(page.getByText('letter.pdf')).toBeVisible()
  await expect(page.getByText('2 pages')).toBeVisible()
  await expectNoSideways(page)

  const lead = await as('lead')
  await lead.goto('/requests?kind=privacy')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { name: 'Files sent along' })).toBeVisible()
  await expectAccessible(lead)
  const address = (await lead.getByRole('link', { name: 'letter.pdf' }).getAttribute('href')) ?? ''
  const opened = await lead.request.get(address)
  const headers = opened.headers()
  expect(opened.status()).toBe(200)
  expect(await opened.body()).toEqual(pdf(2))
  expect(headers['content-disposition']).toBe(`attachment; filename="${reference}-2.pdf"`)
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(headers['content-security-policy'], 'not the policy of a page').not.toContain('script-src')
  expect(headers['x-content-type-options']).toContain('nosniff')
  expect(headers['cache-control']).toContain('no-store')
  const picture = await lead.goto(address.replace(/2$/, '1'))
  expect(picture?.headers()['content-type']).toBe('image/png')
  await lead.goBack()
  await lead.reload()
  await expect(lead.getByRole('row', { name: /screenshot\.png/ })).toContainText('once by 1 person')

  for (const who of ['maintainer', 'second'] as const) {
    const other = await as(who)
    expect((await other.request.get(address)).status(), who).toBe(404)
  }
  expect((await page.request.get(address)).status(), 'nobody').toBe(401)
})

test('what was chosen is named, and a wrong file is taken out again before anything is sent', async ({
  visitor: page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns/new?kind=privacy&right=erasure&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#33')
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Bente Brandt')
  await page.getByLabel('Your e-mail address').fill('bente@files.example.org')
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()

  const files = page.getByLabel('Files that show it')
  const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('A letter.') })
  await files.setInputFiles([text('letter.txt'), text('diary.txt')])
  const said = page.getByRole('status').filter({ hasText: /file/ })
  await expect(said).toHaveText('2 files go with it: letter.txt, diary.txt.')
  await page.getByRole('button', { name: 'Take the files out again' }).click()
  await expect(said).toHaveText('No file goes with it.')
  await expect(files).toHaveValue('')
  await expect(files, 'the button that was pressed is gone').toBeFocused()
  await expectAccessible(page)
})
