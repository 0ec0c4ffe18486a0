import { createHash } from 'node:crypto'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckAnswers } from '@/app/(public)/takedowns/new/check-answers'
import { TakedownForm } from '@/app/(public)/takedowns/new/takedown-form'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import { inGerman } from '@/tests/support/in-german'
import {
  attestationField,
  attestationIn,
  ATTESTATIONS,
  attestationsOf,
  CURRENT_ATTESTATION,
  languageOf,
} from '@/lib/takedowns/attestations'
import { submissionInput } from '@/lib/takedowns/input'
import { KINDS } from '@/lib/takedowns/kinds'

/**
 * The SHA-256 of every wording somebody may have declared. A line is never changed and never taken away: a text that has to
 * change becomes another version, which gets a line of its own.
 */
const DECLARED = {
  'en-GB copyright-1.good_faith': 'cc6820a2d28caefa8214a5df305b0368e2470ccc6bf3ceb5feb49018855645a8',
  'en-GB complaint-1.author': 'd30968a7c6ba8dee1331c0debddc119775dee663c13889297432931fc199c876',
  'en-GB copyright-1.authority': '18016577ca2c50118d4d292f2d2e25f6833a36f4583119a43c5fa417f237abac',
  'en-GB privacy-1.subject': '598e9b7b43973e42b18642f1c8fa3c049dede0b192f2bdcd08731f55b55136e5',
  'en-GB illegal_content-1.good_faith': '92c7ce104ce0ab800d029d76095f4f39c224d59182b0393b3f1b6988c496e088',
  'en-GB opt_out-1.authority': '4530310d36baef51da02565f648c27afb59b89a5b0592d24d411cef408875553',
  'en-GB other-1.accurate': '9066fd8a537c3d1a6fd8a9824707b8e5e83a0ea5b0cc7ca09425bd13023ccf0e',
  'en-GB counter_notice-1.jurisdiction': '110524a26f28c39b21c82db10c2ff53b619f34842da0ca879c32d1afb3409c02',
  'en-GB counter_notice-1.mistake': '4113583a4c76da6b9ea464316120461e339b2589e00ea7a540df36eecc963199',
  'en-GB counter_notice-1.service': 'c40ea377a7d683f4512a0fcbec6049b58a1ebf5fc031fc4794c59b44827616c5',
  'en-GB licence-1.authority': 'd1ac73446e9655f6e32ba12bcb9a881d071eeee59806fad093dcb19a9105ca33',
  'en-GB publicity-1.subject': 'ec943a92b97531e0a68130b39c12c5af4ee0b43c206f70563cfc5c76816b12dd',
  'en-GB court_order-1.accurate': 'e7148f196c138d4c37f3c2fa3a825f0278a354f360710ef0bf5b36a60df1e7b7',
  'en-GB retraction-1.authority': '95d2d6cac4b00052995b5fe6964672f8db933710c57458632d2de0b069ba3f5f',
  'de copyright-1.good_faith': '287aa0b006f1b312fa3fbf4fe3bbc80ee70ef97f64883122dc7b4d11515988cc',
  'de complaint-1.author': '41d4c14372af56fc3b40a5862d2f9da01187ebcc1ccf727c5aed3ded06dfe875',
  'de copyright-1.authority': 'c680630a8cc5e6864934c050865b5593356f634bcde6bba42b6f1a26224ea62d',
  'de privacy-1.subject': '54e6318945d2625df42791e41be99730967273a358326a8583f0d36f93cfd741',
  'de illegal_content-1.good_faith': '46a52d3858920e6a20e0e1bcbc37dacdff5bb60df6a24746e4b87d44dee11e7f',
  'de opt_out-1.authority': 'e2cca546a23458c597bd544c306367f43c07949dea70ed0ae65ac3f32562bc70',
  'de other-1.accurate': '99eccd5911ea889bab209578848159439765676dcbe1c1b61bb13f75937265a6',
  'de counter_notice-1.jurisdiction': '1c1ab45eb3ea26168ee6fa80bee8695213e5b1d408c4b420fee72171e6f93f16',
  'de counter_notice-1.mistake': 'e39c610fbce5af54170354eca707098b0dbbb58b24cb940726baa8f4d092488f',
  'de counter_notice-1.service': '5f6d2795634e081a00fcca95dd27a1e3dc85bfb9e31cb4e155066e418502f515',
  'de licence-1.authority': 'eb1ef3e102d71d3608994ff9b676201f0fb58c3811c148f87f34fc3b8151983c',
  'de publicity-1.subject': '4b11129449ae8e238d3118f3f60eeb9a2e4f55257f228887e5daa43ab6b3818b',
  'de court_order-1.accurate': '6d1aa10c5e4e1ce86e924a003b461ce0ff6d7a180c4d3e46659c75051ab118ee',
  'de retraction-1.authority': 'd08e97223365cd9256ce51d9f0e57a5fdb08dfd5f9f9c15624c2353c77802c38',
  'en-GB urgent_child-1.sent': '22c1ab2d649780041231c94f8d7424eaa963a028f2c138709a0992b0f49cf06f',
  'en-GB urgent_intimate-1.good_faith': 'c3ad2c8ee4f32206acd2c296122763fdee13bcca0c00fc484602f3cec4a4e335',
  'de urgent_child-1.sent': '6ea752704ac9c332f72dd8bd694c3ce16370de5862c04371f63bfe588876d55c',
  'de urgent_intimate-1.good_faith': '783093741aa7f5ebb947d56d98b92d584dbd70e40ffaf46ff76674924339f369',
}

describe('what a requester declares', () => {
  it('is never edited, in no language', () => {
    const texts = Object.entries(CATALOGUES).flatMap(([locale, { takedowns }]) =>
      Object.entries(takedowns.attestations).flatMap(([version, declared]) =>
        Object.entries(declared).map(([key, { text }]): [string, string] => [
          `${locale} ${version}.${key}`,
          createHash('sha256').update(text).digest('hex'),
        ]),
      ),
    )
    expect(Object.fromEntries(texts)).toEqual(DECLARED)
  })

  it('has every wording that a version lists, and lists every wording', () => {
    const listed = Object.values(ATTESTATIONS).flat()
    const worded = Object.entries(CATALOGUES['en-GB'].takedowns.attestations).flatMap(([version, declared]) =>
      Object.keys(declared).map((key) => `${version}.${key}`),
    )
    expect(listed.toSorted()).toEqual(worded.sort())
  })
})

const notice = {
  kind: 'other',
  dataset: 'forum',
  targets: 'row 3',
  statement: 'Twenty characters, or more.',
  name: 'Ada Example',
  email: 'ada@example.org',
  attest_accurate: 'on',
}
const messagesOf = (fields: object) => submissionInput.safeParse(fields).error?.issues ?? []

const locales = Object.keys(LOCALES) as Locale[]
const datasets = [{ slug: 'forum', name: 'Forum' }]
const origin = 'https://winnow.example.net'
const unused = () => Promise.resolve(null)
const post = { action: () => undefined, onSubmit: () => undefined }
const form: ReactElement = createElement(TakedownForm, {
  ...{ kind: 'other', datasets, given: {}, origin, draftAction: unused, sendAction: unused },
})
/** After the language was changed between the two pages: the answers still name the other one. */
const check: ReactElement = createElement(CheckAnswers, {
  ...{ kind: 'other', values: { ...notice, attestation: 'other-1.tlh' }, datasets, origin },
  ...{ change: post, send: post, sending: { id: 'form', state: null, pending: false } },
})

describe('the wording that is kept with a request', () => {
  it.each(KINDS)('says by itself which one it is, and in which language, for %s', (kind) => {
    expect(attestationIn('en-GB', kind)).toBe(CURRENT_ATTESTATION[kind])
    for (const locale of locales) {
      const kept = attestationIn(locale, kind)
      expect(languageOf(kept)).toBe(locale)
      expect(attestationsOf(kept)).toEqual(attestationsOf(CURRENT_ATTESTATION[kind]))
      expect(attestationsOf(kept).length).toBeGreaterThan(0)
    }
  })

  it.each(locales)('is the one that both pages of the form show, in %s', (locale) => {
    const { 'other-1': declared } = CATALOGUES[locale].takedowns.attestations
    const field = `name="attestation" value="${attestationIn(locale, 'other')}"`
    for (const page of [form, check]) {
      const html = renderToStaticMarkup(
        createElement(Spoken, { value: { locale, messages: CATALOGUES[locale] } }, page),
      )
      expect(html).toContain(declared.accurate.text)
      expect(html.split(field)).toHaveLength(2)
    }
  })

  it('is the one that the form showed, whatever language is spoken when it arrives', () => {
    expect(submissionInput.parse({ ...notice, attestation: 'other-1.de' }).attestation).toBe('other-1.de')
    expect(inGerman(() => submissionInput.parse({ ...notice, attestation: 'other-1' }).attestation)).toBe(
      'other-1',
    )
  })

  it('is English where a form does not say: it was made before there was another', () => {
    expect(inGerman(() => submissionInput.parse(notice).attestation)).toBe('other-1')
  })

  it.each(['other-0', 'other-1.tlh', 'other-1.en-GB', 'privacy-1', '', 'other-1.de.de'])(
    'is never %j, which no form of today shows',
    (attestation) => {
      expect(messagesOf({ ...notice, attestation })).toMatchObject([
        {
          path: [attestationField('accurate')],
          message: 'The words of this declaration have changed. Read them again',
        },
      ])
    },
  )
})

it('refuses in the language of whoever sends the form', () => {
  const empty = { kind: 'other', targets: ' ' }
  expect(messagesOf(empty).map(({ message }) => message)).toContain('Enter your name')
  const said = inGerman(() => messagesOf(empty).map(({ message }) => message))
  expect(said).toEqual([
    'Wählen Sie einen Datensatz',
    'Geben Sie an, wo es steht',
    'Schreiben Sie uns in mindestens 20 Zeichen, was Sie verlangen',
    'Geben Sie Ihren Namen an',
    'Geben Sie Ihre E-Mail-Adresse an',
    'Setzen Sie das Häkchen dabei, dass Ihre Angaben richtig sind',
  ])
})
