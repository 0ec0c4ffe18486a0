import { describe, expect, it } from 'vitest'
import { demandIn, meantInstead } from '@/lib/takedowns/demands'

describe('a demand under data protection law', () => {
  it.each([
    ['erasure', 'I request the erasure of my personal data under Art. 17 GDPR.'],
    ['erasure', 'Please delete all personal data about me that is in this collection.'],
    ['erasure', 'I want to use my right to be forgotten.'],
    ['erasure', 'Take down my home address, it was posted without asking me.'],
    ['erasure', 'Pursuant to Article 17(1)(c) of the UK GDPR I ask you to act.'],
    ['erasure', 'GDPR Article 17 applies here, please act within a month.'],
    ['erasure', 'Ich verlange die Löschung meiner personenbezogenen Daten.'],
    ['erasure', 'Bitte löschen Sie meine Daten aus diesem Datensatz.'],
    ['erasure', 'Nach Art. 17 Abs. 1 DSGVO steht mir das zu.'],
    ['erasure', 'Meine Telefonnummer steht darin und soll sofort gelöscht werden.'],
    ['erasure', 'Ich berufe mich auf das Recht auf Vergessenwerden.'],
    ['objection', 'I object to the processing of my posts, see Article 21 GDPR.'],
    ['objection', 'Ich lege Widerspruch gegen die Verarbeitung meiner Beiträge ein.'],
    ['objection', 'Hiermit widerspreche ich nach Artikel 21 DSGVO.'],
    ['restriction', 'I ask you to restrict the processing of my personal data.'],
    ['restriction', 'Under Article 18 GDPR it must not be used until this is settled.'],
    ['restriction', 'I use my right to restriction of processing.'],
    ['restriction', 'Ich verlange die Einschränkung der Verarbeitung meiner Daten.'],
    ['restriction', 'Nach Art. 18 DSGVO ist die Verarbeitung einzuschränken.'],
    ['opt_out_of_sale', 'Do not sell or share my personal information.'],
    ['opt_out_of_sale', 'I opt out of the sale of my personal information.'],
    ['opt_out_of_sale', 'I am a consumer under Cal. Civ. Code § 1798.120.'],
    ['rectification', 'Please correct my personal details, the year is wrong.'],
    ['rectification', 'Ich bitte um Berichtigung meiner personenbezogenen Angaben.'],
    ['access', 'This is a subject access request.'],
    ['access', 'What data do you hold about me?'],
    ['access', 'Ich bitte um Auskunft über die zu mir gespeicherten Daten.'],
    ['access', 'Welche Daten haben Sie über mich?'],
  ])('is recognised as %s: %s', (right, text) => {
    expect(demandIn(text)).toEqual({ kind: 'privacy', right })
  })

  it.each([
    'I wrote this post and do not like where it ended up.',
    'My site has a page on the GDPR and what it means for small shops.',
    'All texts below blog.example.org are mine.',
    'Das ist mein Blog, die Texte sind von mir.',
    'Die Seite erklärt die DSGVO für Vereine.',
    'The picture is on page 17 of my book.',
    'We do not sell or share anything on this page.',
    'Use is restricted to members, see section 18 of our terms.',
    'Remove the photographs of our band.',
    '',
  ])('is not read into: %s', (text) => {
    expect(demandIn(text)).toBeNull()
  })
})

describe('a reservation against training', () => {
  it.each([
    'I opt out of AI training with my stories.',
    'My texts must not be used to train language models.',
    'We reserve all rights to text and data mining.',
    'I do not consent to the training of any AI models on my work.',
    'Meine Texte dürfen nicht für das KI-Training verwendet werden.',
    'Ich erkläre den Nutzungsvorbehalt nach § 44b UrhG.',
  ])('is recognised: %s', (text) => {
    expect(demandIn(text)).toEqual({ kind: 'opt_out' })
  })

  it.each(['I train dogs and blog about it.', 'Ich leite ein Training für Vereine.', 'No training today.'])(
    'is not read into: %s',
    (text) => {
      expect(demandIn(text)).toBeNull()
    },
  )
})

describe('the form that was meant', () => {
  const demand = 'Please erase my personal data, Art. 17 GDPR.'
  const reservation = 'My texts must not be used to train AI.'

  it('is the one for personal data when an opt-out demands that', () => {
    expect(meantInstead('opt_out', [demand])).toEqual({ kind: 'privacy', right: 'erasure' })
    expect(meantInstead('other', [undefined, demand])).toEqual({ kind: 'privacy', right: 'erasure' })
  })

  it('is the opt-out when a privacy request reserves a work', () => {
    expect(meantInstead('privacy', [reservation])).toEqual({ kind: 'opt_out' })
  })

  it('is the one that was used when both are said in it', () => {
    expect(meantInstead('privacy', [`${reservation} ${demand}`])).toBeNull()
    expect(meantInstead('opt_out', [reservation])).toBeNull()
  })

  it('is never guessed for a copyright notice that reserves, or a form that a law prescribes', () => {
    expect(meantInstead('copyright', [reservation])).toBeNull()
    expect(meantInstead('court_order', [demand])).toBeNull()
    expect(meantInstead('counter_notice', [demand])).toBeNull()
  })
})

it('reads long hostile texts without going back and forth', () => {
  const hostile = `${'delete my '.repeat(20_000)}${'daten über '.repeat(20_000)}${'not used '.repeat(20_000)}`
  expect(demandIn(hostile)).toBeNull()
})
