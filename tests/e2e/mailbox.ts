import { expect, type Page } from '@playwright/test'

/** The address behind the link in a letter of the demonstration: it sends no mail, its admin reads it in the mailbox. */
export async function linkInLetter(admin: Page, to: string, subject: RegExp, part: string): Promise<string> {
  const letter = admin.getByRole('row').filter({ hasText: to }).getByRole('link', { name: subject })
  await expect(async () => {
    await admin.goto('/mailbox')
    await expect(letter.first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  await admin.waitForURL(/\/mailbox\/[0-9a-f-]{36}/)
  return (await admin.locator(`main a[href*="${part}"]`).first().getAttribute('href')) ?? ''
}

/** Confirms a request from its letter; the page is that of the request then. Answers with its reference. */
export async function confirmByLetter(page: Page, admin: Page, email: string): Promise<string> {
  await page.goto(await linkInLetter(admin, email, /Please confirm/, '/takedowns/confirm/'))
  await page.getByRole('button', { name: 'Confirm the request' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('Your request')
  const [reference] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await heading.innerText()) ?? []
  if (!reference) throw new Error('the page of the request has no reference')
  return reference
}
