import { expect, type Page, test } from '@playwright/test'
import { problems } from './support'

/** Invented, as all letters of the tests. */
const LETTER = `Dear agent,

I write on behalf of Linden Press Ltd, publisher of the novel "The Glass Orchard". It is copied without permission at
https://mirror-shelf.example/glass-orchard/chapter-1
https://mirror-shelf.example/glass-orchard/chapter-2

I have a good faith belief that this use is not authorized by the copyright owner, its agent, or the law. Please remove these pages.

Phone: +44 20 7946 0018

Sincerely,
Rosalind Achterberg
`

async function readLetter(page: Page) {
  await page.goto('/takedowns/new?kind=copyright')
  await page.getByRole('link', { name: 'Fill in the form from it.' }).click()
  await page.getByLabel('The letter', { exact: true }).fill(LETTER)
  await page.getByRole('button', { name: 'Read the letter' }).click()
  await expect(page.getByText('We read this as a request to remove something.')).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a letter fills in the form, and what its law misses is named', async ({ page }) => {
      await readLetter(page)
      const perjury = page.getByRole('listitem').filter({ hasText: 'under penalty of perjury' })
      await expect(perjury).toContainText('17 U.S.C. § 512(c)(3)(A)(vi)')
      await expect(perjury).toContainText('Missing')
      await expect(page.getByLabel(/your (full )?name/i).first()).toHaveValue('Rosalind Achterberg')
      await expect(page.locator('textarea[name="targets"]')).toHaveValue(
        'https://mirror-shelf.example/glass-orchard/chapter-1\nhttps://mirror-shelf.example/glass-orchard/chapter-2',
      )
      for (const declared of await page.locator('input[name^="attest_"]').all())
        await expect(declared).not.toBeChecked()

      // Refused for the declarations and the address; everything that was read stays.
      await page.getByRole('button', { name: 'Check your answers' }).click()
      await expect(problems(page)).toBeVisible()
      await expect(page.locator('textarea[name="targets"]')).toHaveValue(/chapter-2/)
      if (!javaScriptEnabled) return

      // Loaded again, the page asks for a letter, and leads to what was filled in from it.
      await page.reload()
      await page.getByRole('link', { name: /^go on with/ }).click()
      await expect(page.getByText('What you had typed is here again.')).toBeVisible()
      await expect(page.locator('textarea[name="targets"]')).toHaveValue(/chapter-2/)
      await expect(page.getByLabel(/your (full )?name/i).first()).toHaveValue('Rosalind Achterberg')
    })
  })
}
