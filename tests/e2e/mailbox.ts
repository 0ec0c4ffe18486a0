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
