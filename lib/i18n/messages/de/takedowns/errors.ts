/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { errors as english } from '../../en/takedowns/errors'

export const errors: Translation<typeof english> = {
  datasets: 'Die Links führen in mehr als {max, number} Datensätze. Senden Sie den Rest als zweiten Antrag.',
  dataset: 'Wählen Sie einen Datensatz.',
  targets: 'Wir konnten nicht erkennen, wo es steht.',
  file: 'Wir konnten Ihre Datei nicht lesen.',
  alreadyDone: 'Das ist schon geschehen.',
  expired: 'Die Frist, diesen Antrag zu bestätigen, ist abgelaufen. Bitte stellen Sie ihn noch einmal.',
  unconfirmed: 'Dieser Antrag ist noch nicht bestätigt.',
  closed: 'Dieser Antrag ist abgeschlossen.',
  onHold: 'Dieser Antrag ist angehalten. Bis er freigegeben wird, geht nichts weiter.',
  notNow: 'Das ist beim jetzigen Stand des Antrags nicht möglich.',
  contested: 'Sie haben gegen dieses Ergebnis schon Einspruch erhoben, und darüber wurde entschieden.',
  nothingToContest:
    'Es gibt keine Entscheidung mehr, die noch einmal geprüft werden könnte. Stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde.',
  nothingToDecide: 'In diesem Antrag gibt es nichts mehr zu entscheiden.',
}
