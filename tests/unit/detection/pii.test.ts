import { describe, expect, it } from 'vitest'
import { scanItem } from '@/lib/detection/scan'
import { sliceCodePoints } from '@/lib/text/code-points'

/** The texts flagged with this type. */
function found(type: string, text: string, field = 'text'): string[] {
  return scanItem({ [field]: text })
    .findings.filter((finding) => finding.type === type)
    .flatMap(({ spans }) => spans.map(({ start, end }) => sliceCodePoints(text, start, end)))
}

describe('e-mail', () => {
  it.each([
    ['<mailto:jane@example.org>', 'jane@example.org'],
    ['?to=jane@example.org&x=1', 'jane@example.org'],
    ["'jane@example.org'", 'jane@example.org'],
    ['jane.doe+tag@sub.example.co.uk.', 'jane.doe+tag@sub.example.co.uk'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['jane@xn--bcher-kva.example', 'jane@xn--bcher-kva.example'],
  ])('finds the address and nothing around it: %s', (text, address) => {
    expect(found('email', text)).toEqual([address])
  })

  it.each([
    'icon@2x.png',
    'left-pad@1.3.0',
    'git@example.org:team/repo.git',
    'https://user:pw12345@example.org/',
    '@jane on social media',
    'jane@localhost',
    'jane..doe@example.org',
    'jane@.example.org',
    'jane@example..org',
    `${'a'.repeat(65)}@example.org`,
  ])('leaves what is no address alone: %s', (text) => {
    expect(found('email', text)).toEqual([])
  })
})

describe('telephone', () => {
  it.each([
    ['+44 20 7946 0958 or later', '+44 20 7946 0958'],
    ['+33 1 99 00 12 34', '+33 1 99 00 12 34'],
    ['0044 20 7946 0958', '0044 20 7946 0958'],
    ['(212) 555-0143', '(212) 555-0143'],
    ['212.555.0143', '212.555.0143'],
    ['1-212-555-0143 x17', '1-212-555-0143 x17'],
    ['020 7946 0958', '020 7946 0958'],
    ['Tel: 612 345 678', '612 345 678'],
    ['call 5550143 now', '5550143'],
    ['655 437 108 (office)', '655 437 108'],
  ])('finds %s', (text, number) => {
    expect(found('phone', text)).toEqual([number])
  })

  it.each([
    '2024-05-17 10.30',
    'on 17/05/2024, 18/05/2024',
    'from 1990-2005',
    'ISBN: 978 0 306 40615 7',
    'Ref: 020 7946 0958',
    'pages 1234567 and 2345678',
    '3.14159265358979',
    '$1 000 000 000',
    '219-09-9998',
    'a1b2c3d4e5f60718',
    '12:30:45.123456',
  ])('leaves other numbers alone: %s', (text) => {
    expect(found('phone', text)).toEqual([])
  })
})

describe('IP addresses', () => {
  it('finds public ones, with or without a port', () => {
    expect(found('ipv4', 'GET from 81.2.69.142:443, 81.2.69.143')).toEqual(['81.2.69.142', '81.2.69.143'])
    expect(found('ipv6', '[2606:4700:4700::1111]:443')).toEqual(['2606:4700:4700::1111'])
    expect(found('ipv4', '5.6.7.8')).toEqual(['5.6.7.8'])
    expect(found('ipv4', 'the host 5.6.7.8 answered')).toEqual(['5.6.7.8'])
  })

  it.each([
    '10.0.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.1.1',
    '100.64.1.1',
    '192.0.2.44',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '0.0.0.0',
  ])('leaves the special range of %s alone', (address) => {
    expect(found('ipv4', `host ${address} answered`)).toEqual([])
  })

  it.each([
    'Chrome/91.40.44.124',
    'version 81.2.69.142',
    'v81.2.69.142',
    'chapter 5.6.7.8',
    '1.81.2.69.142',
    '81.2.69.142.7',
    '256.1.1.1',
    '081.2.69.142',
    'lib-81.2.69.142.tgz',
  ])('takes no version for an address: %s', (text) => {
    expect(found('ipv4', text)).toEqual([])
  })

  it.each([
    '12:34:56',
    'std::vector',
    'Face::add',
    '00:1b:44:11:3a:b7',
    '2001:db8::1',
    'fe80::1',
    '::1',
    'fd00::1',
    '2024:05:17',
  ])('takes no time, name or private address for a public one: %s', (text) => {
    expect(found('ipv6', text)).toEqual([])
  })
})

describe('payment cards', () => {
  it.each([
    '4111111111111111',
    '5555-5555-5555-4444',
    '3782 822463 10005',
    '30569309025904',
    '6011111111111117',
    '3530111333300000',
  ])('finds %s', (number) => {
    expect(found('credit-card', `Paid with ${number}.`)).toEqual([number])
  })

  it('needs the check digit', () => {
    expect(found('credit-card', 'card 4111111111111112')).toEqual([])
  })

  it.each([
    '1234567812345670',
    '84111111111111111',
    '4111111111111111.25',
    '0.4111111111111111',
    'id-4111111111111111',
    '4111 1111-1111 1111',
    '0000000000000000',
  ])('takes no other long number for one: %s', (text) => {
    expect(found('credit-card', text)).toEqual([])
  })

  it('believes a word beside the number, or the name of the column, where it knows no issuer', () => {
    expect(found('credit-card', '1234567812345670')).toEqual([])
    expect(found('credit-card', 'card no. 1234567812345670')).toEqual(['1234567812345670'])
    expect(found('credit-card', '1234567812345670', 'credit_card')).toEqual(['1234567812345670'])
  })
})

describe('IBAN', () => {
  it.each([
    'GB82WEST12345698765432',
    'DE89 3704 0044 0532 0130 00',
    'fr1420041010050500013m02606',
    'NO93 8601 1117 947',
  ])('finds %s', (number) => {
    expect(found('iban', `to ${number}, please`)).toEqual([number])
  })

  it.each([
    'GB82WEST12345698765433',
    'GB82WEST1234569876543',
    'GB82WEST123456987654321',
    'ZZ82WEST12345698765432',
    'XGB82WEST12345698765432',
  ])('needs country, length and check digits: %s', (text) => {
    expect(found('iban', text)).toEqual([])
  })
})

describe('national ids', () => {
  it.each([
    ['us-ssn', '219-09-9998'],
    ['us-ssn', 'social security number 219 09 9998'],
    ['us-ssn', 'SSN 900-12-3456'],
    ['es-dni', '12345678Z'],
    ['es-nie', 'X1234567L'],
    ['nl-bsn', 'BSN 111222333'],
    ['br-cpf', '390.533.447-05'],
    ['it-codice-fiscale', 'RSSMRA85T10A562S'],
    ['pl-pesel', 'PESEL: 44051401359'],
    ['fr-nir', '2 95 10 99 126 111 93'],
    ['se-personnummer', 'personnummer 811228-9874'],
    ['fi-hetu', '131052-308T'],
    ['gb-nino', 'JG 12 13 16 A'],
    ['ch-ahv', '756.9217.0769.85'],
    ['be-national-number', '85.07.30-033.28'],
    ['cn-resident-id', '11010519491231002X'],
  ])('finds %s: %s', (type, text) => {
    expect(found(type, text)).toHaveLength(1)
  })

  it.each([
    ['us-ssn', '000-12-3456'],
    ['us-ssn', '666-12-3456'],
    ['us-ssn', 'order 219099998'],
    ['es-dni', '12345678A'],
    ['nl-bsn', '111222333'],
    ['br-cpf', '390.533.447-06'],
    ['br-cpf', '39053344705'],
    ['pl-pesel', '44051401359'],
    ['it-codice-fiscale', 'RSSMRA85T10A562T'],
    ['fi-hetu', '131052-308U'],
  ])('needs check digits, and a word where they are weak: no %s in %s', (type, text) => {
    expect(found(type, text)).toEqual([])
  })
})
