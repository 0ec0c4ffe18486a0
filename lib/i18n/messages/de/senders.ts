import type { Translation } from '@/lib/i18n/translation'
import type { senders as english } from '../en/senders'

export const senders: Translation<typeof english> = {
  title: 'Vertrauenswürdige Absender',
  lead: 'Organisationen, die Anträge über ein Programm stellen dürfen, mit POST {address}. Sie haben geprüft, wer sie sind: Ihre Anträge warten auf keine E-Mail.',
  make: {
    title: 'Eine Organisation zulassen',
    organisation: 'Organisation',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Dorthin gehen Eingangsbestätigungen und Ergebnisse, was auch immer ein Aufruf angibt.',
    kinds: 'Sie darf stellen',
    dataset: 'Zu',
    any: 'Jedem Datensatz',
    perHour: 'Höchstzahl der Anträge pro Stunde',
    submit: 'Token erstellen',
    making: 'Wird erstellt …',
    made: 'Das Token für {organisation}. Es wird einmal gezeigt; aufbewahrt wird nur seine Prüfsumme.',
  },
  table: {
    none: 'Keine Organisation darf Anträge über ein Programm stellen.',
    who: 'Organisation',
    may: 'Darf stellen',
    sent: 'Gestellt',
    until: 'Bis',
    state: 'Stand',
    revoked: 'Widerrufen',
    expired: 'Abgelaufen',
    works: 'Gilt',
    revoke: 'Widerrufen',
    revokeWho: 'Das Token von {organisation} widerrufen',
    forgotten: 'Ein widerrufener Absender',
    mostPerHour: '{n, plural, one {# pro Stunde} other {# pro Stunde}}',
  },
  input: {
    organisation: 'Geben Sie den Namen der Organisation an',
    kinds: 'Wählen Sie, was sie stellen darf',
    perHour: 'Geben Sie eine Zahl von 1 bis 5.000 an',
    key: 'Senden Sie einen Idempotency-Key aus 8 bis 200 druckbaren Zeichen',
  },
  errors: {
    revoked: 'Dieses Token wurde schon widerrufen.',
    keyUsed: 'Dieser Idempotency-Key wurde für einen anderen Antrag verwendet.',
    erased: 'Dieser Aufruf wurde schon beantwortet, und sein Antrag ist seither gelöscht worden.',
    kind: 'Dieses Token darf diese Art von Antrag nicht stellen.',
    dataset: 'Dieses Token darf zu diesem Datensatz keine Anträge stellen.',
    restricted: 'Solches Material wird nicht über ein Programm gemeldet. Verwenden Sie das Formular.',
  },
}
