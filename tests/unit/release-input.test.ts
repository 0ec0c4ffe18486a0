import { describe, expect, it } from 'vitest'
import { reader } from '@/lib/i18n/reader.mjs'
import { noticeForm, publishInput } from '@/lib/releases/input'

const datasetId = '0b6ef1f6-6a4f-4f0e-9d59-7a3c6a5f0a11'

const told = (outcome: ReturnType<typeof noticeForm.safeParse | typeof publishInput.safeParse>) =>
  outcome.error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('what the forms of a release refuse', () => {
  it('is said in the language of whoever sent it', () => {
    const form = {
      ...{ datasetId, version: '1.0.0', profile: 'world', kind: 'withdrawn' },
      ...{ reason: 'x'.repeat(501), confirm: '1.0.1' },
    }
    expect(reader.run({ cookie: 'winnow-locale=de' }, () => told(noticeForm.safeParse(form)))).toEqual([
      ['reason', 'Höchstens 500 Zeichen.'],
      ['confirm', 'Geben Sie die Version so ein, wie sie oben steht.'],
    ])
  })

  it('is English on the command line', () => {
    const input = { datasetId, version: '2', baseUrl: 'https://x.example/a' }
    expect(told(publishInput.safeParse(input))).toEqual([
      ['version', 'Write a version like 2.0.0.'],
      ['baseUrl', 'Write an https:// address that ends in a slash.'],
    ])
  })
})
