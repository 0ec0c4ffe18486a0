import type { Detector } from './detector'
import { copyrightNotice } from './detectors/copyright-notice'
import { creditCard } from './detectors/credit-card'
import { email } from './detectors/email'
import { hate } from './detectors/hate'
import { iban } from './detectors/iban'
import { ip } from './detectors/ip'
import { licenceNotice } from './detectors/licence-notice'
import { nationalId } from './detectors/national-id'
import { phone } from './detectors/phone'
import { secrets } from './detectors/secrets'

/** The built-in detectors. A new one is a file in `detectors/`, a line here and a test in `tests/unit/detection/`. */
export const DETECTORS: readonly Detector[] = [
  email,
  phone,
  ip,
  creditCard,
  iban,
  nationalId,
  secrets,
  copyrightNotice,
  licenceNotice,
  hate,
]
