import { describe, expect, it } from 'vitest'
import type { Detector } from '@/lib/detection/detector'
import { DETECTORS } from '@/lib/detection/registry'
import { createScanner } from '@/lib/detection/scan'

/** Units of text that make careless patterns quadratic or worse, each repeated to fill a row. */
const UNITS: Record<string, string> = {
  letters: 'a',
  capitals: 'A',
  ones: '1',
  'spaced digits': '1 ',
  'grouped digits': '4111 ',
  'dashed digits': '123-45-',
  'dotted digits': '1.',
  'all made-up phones': '+4420794609',
  'trunk zeros': '020 7946 0958, ',
  'pesel-like': '44051401358 ',
  spaces: ' ',
  newlines: '\n',
  dots: '.',
  colons: ':',
  'hex and colons': '2001:',
  ats: '@',
  'a at': 'a@',
  'at domains': 'a@b.',
  'long local parts': `${'a'.repeat(65)}@`,
  jwt: 'eyJ',
  'jwt with dots': 'eyJhbGciOiJI.',
  'key opened, never closed': '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
  'tokens of prefixes': 'ghp_',
  'slack parts': 'xoxb-1-',
  passwords: 'password=',
  'quoted passwords': 'password="',
  'logins in urls': 'a://b:',
  'connection strings': 'user=a;password=',
  bearer: 'bearer ',
  copyrights: 'copyright ',
  'c in brackets': '(c) Aa ',
  licences: 'licensed under the a ',
  'gap characters': 'redistribution * ',
  ibans: 'GB82 WEST ',
  'iban without end': 'GB82W',
  combining: 'e\u0301',
  astral: '\u{1f600}',
  'lone surrogates': '\ud800',
  'capitalised words': 'Aaa Bbb ',
}

const SMALL = 100_000
const LARGE = 1_000_000

/** Processor time, not the clock's: what else the machine does is nothing to the detector. */
function seconds(detector: Detector, text: string): number {
  const before = process.cpuUsage()
  detector.scan({ text })
  return process.cpuUsage(before).user / 1e6
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))(
  'the %s detector',
  (_, detector) => {
    it.each(Object.entries(UNITS))(
      'takes ten times the text in about ten times the time: %s',
      (_name, unit) => {
        const [small, large] = [filled(unit, SMALL), filled(unit, LARGE)]
        // Quadratic is a ratio of 100 on every attempt; a collection of garbage is a high ratio on one.
        let ratio = Infinity
        for (let attempt = 0; attempt < 5 && ratio >= 25; attempt++) {
          const slow = seconds(detector, large)
          expect(slow).toBeLessThan(5)
          if (slow < 0.1) return
          ratio = Math.min(ratio, slow / Math.max(seconds(detector, small), 0.001))
        }
        expect(ratio).toBeLessThan(25)
      },
    )
  },
)

it('all detectors together get through every hostile unit', () => {
  const scan = createScanner(DETECTORS)
  for (const unit of Object.values(UNITS)) {
    expect(scan({ text: filled(unit, SMALL) }).unscanned).toBeNull()
  }
})
