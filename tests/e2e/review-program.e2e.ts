import { beside } from './beside'
import { expect, signIn, test } from './support'

type Read = {
  round: number
  findings: string
  policyVersionId: string
  claimed: boolean
  reasons: { code: string; actions: string[] }[]
}

test('a program with the session of a reviewer claims, reads and votes by the API alone', async ({
  visitor: page,
  playwright,
  baseURL,
}) => {
  const account = { email: `pia-${Date.now()}@program.example.org`, password: 'a quiet noon at the pier' }
  await beside('new-reviewer.ts', account.email, account.password)
  await signIn(page, account, '/sign-in?callbackUrl=/queue')
  await page.getByRole('button', { name: 'Begin' }).click()
  const datasetId = await page.locator('input[name="datasetId"]').first().inputValue()

  const post = async (verb: string, data: object) => {
    const response = await page.request.post(`/api/v1/review/${verb}`, { data })
    expect(response.status(), await response.text()).toBe(200)
    return response.json()
  }
  const { caseId } = await post('claims', { datasetId })
  const address = `/api/v1/review/cases/${datasetId}/${caseId}`
  const response = await page.request.get(address)
  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toBe('no-store')
  const found: Read = await response.json()
  expect(found.claimed).toBe(true)
  const reason = found.reasons.find(({ actions }) => actions.includes('keep'))
  const { round, findings, policyVersionId } = found
  const vote = {
    datasetId,
    caseId,
    round,
    findings,
    policyVersionId,
    action: 'keep',
    reasonCode: reason?.code,
  }
  expect(await post('votes', vote)).toMatchObject({ caseId, action: 'keep', seconds: 10 })
  expect(await post('votes/undo', { datasetId, caseId })).toEqual({ caseId })
  await post('votes', vote)
  const next = await post('claims', { datasetId, held: [caseId] })
  expect(next.caseId).not.toBe(caseId)
  await post('claims/release', { datasetId, caseId: next.caseId })

  const nobody = await playwright.request.newContext({ baseURL })
  expect((await nobody.get(address)).status()).toBe(401)
  expect((await nobody.post('/api/v1/review/reveals', { data: { datasetId, caseId } })).status()).toBe(401)
  await nobody.dispose()
  expect((await page.request.get(`${address.slice(0, -1)}x`)).status()).toBe(422)
})
