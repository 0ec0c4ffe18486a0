import type { Translation } from '@/lib/i18n/translation'
import type { mailbox as english } from '../en/mailbox'

export const mailbox: Translation<typeof english> = {
  title: 'Postfach',
  lead: 'Briefe, die diese Instanz an Menschen schreibt, die Anträge stellen. Was verschickt ist, wird hier gelöscht.',
  held: {
    title: 'Diese Instanz verschickt keine E-Mails',
    text: 'Ohne SMTP_URL bleibt jeder Brief hier, damit Sie ihn lesen können. Die Links darin öffnen, was sie auch den Empfängern öffnen würden.',
  },
  none: {
    title: 'Noch keine Briefe',
    text: 'Der erste wird geschrieben, wenn jemand einen Antrag stellt.',
  },
  caption: 'Briefe, die neuesten zuerst',
  subject: 'Betreff',
  to: 'An',
  stateHead: 'Stand',
  written: 'Geschrieben',
  erased: 'gelöscht',
  letter: 'Brief',
  gone: 'Ein gelöschter Brief',
  lastAttempt: 'Letzter Versuch',
  state: { queued: 'Unterwegs', held: 'Zurückgehalten', sent: 'Verschickt', failed: 'Gescheitert' },
  smtp: {
    answered: 'Der Mailserver antwortete mit {said} ({code}).',
    unreached: 'Der Mailserver war nicht zu erreichen ({code}).',
  },
}
