import { expect, problems, test } from './support'

test('the language is chosen on any page, stays chosen, and needs no JavaScript', async ({ plain }) => {
  const page = await plain()
  await page.goto('/log')
  await page
    .getByRole('group', { name: 'Language' })
    .getByRole('button', { name: /^Deutsch/ })
    .click()
  await expect(page).toHaveURL('/log')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offene Datensätze, offen gepflegt')
  await page.getByRole('group', { name: 'Sprache' }).getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open datasets, looked after in the open')
})

test('who has chosen German is refused in German, and the page stays in it', async ({ plain }) => {
  const page = await plain()
  await page.goto('/sign-in')
  await page
    .getByRole('group', { name: 'Language' })
    .getByRole('button', { name: /^Deutsch/ })
    .click()
  await expect(page).toHaveURL('/sign-in')
  await expect(page).toHaveTitle(/^Anmelden/)
  await page.getByLabel('E-Mail-Adresse').fill('niemand')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(problems(page)).toContainText('Geben Sie Ihre E-Mail-Adresse an.')
  await expect(problems(page)).toContainText('Geben Sie Ihr Passwort ein.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.goto('/nothing-here')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite nicht gefunden')
})
