import 'server-only'
import { scanItem } from '@/lib/detection/scan'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/**
 * A statement is in a public list for ever: it is no way to publish an address, a secret or an insult, whoever's they are. What programs do not
 * find, whoever proposes it reads.
 */
export function refuseStatement(statement: string): void {
  if (statement.length < 5) throw refused(say('rights.errors.noStatement'))
  if (scanItem({ statement }).findings.length > 0) throw refused(say('rights.errors.statementHas'))
}

const refused = (message: string) => invalid(message, { statement: [message] })
