/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { steps as english } from '../../en/takedowns/steps'

export const steps: Translation<typeof english> = {
  title: 'Stand des Antrags',
  label: 'Was mit diesem Antrag geschehen ist',
  submitted: 'Sie haben ihn abgeschickt',
  submittedText: 'Von hier an zählt die Frist für eine Antwort.',
  confirmed: 'Sie haben Ihre Adresse bestätigt',
  matched: 'Es wurden Einträge gefunden',
  matchedText: 'Über jeden davon entscheiden Menschen.',
  matchedBroadText:
    'Über diese entscheiden Menschen zuerst, und danach über den Rest dessen, was Sie genannt haben.',
  matchedMore: 'Es wurden weitere Einträge gefunden',
  lookedFor: 'Was Sie genannt haben, wurde gesucht',
  lookedForText:
    'Eine schutzbeauftragte Person antwortet. Bis dahin erfährt niemand, ob etwas gefunden wurde.',
  matchedNothing: 'Nichts davon steht heute im Datensatz',
  matchedNothingText: 'Ein Mensch sieht es sich an und antwortet.',
  noMatch: 'Was Sie genannt haben, wurde nicht gefunden',
  noMatchText:
    'In der neuesten Fassung steht nichts davon in diesem Wortlaut oder an dieser Stelle, deshalb wurde nichts geändert. Sie können einen neuen Antrag mit dem genauen Wortlaut, einer Webadresse oder der Datei und Zeile stellen.',
  outcome: 'Es wurde entschieden',
  appealed: 'Sie haben Einspruch gegen das Ergebnis erhoben',
  appealedText: 'Jetzt entscheiden andere. Von hier an zählt die Frist für eine Antwort.',
  appealDecided: 'Es wurde noch einmal entschieden',
  appealDecidedText: 'Von Menschen, die an der ersten Entscheidung nicht beteiligt waren.',
  fulfilled: 'Es ist erledigt: veröffentlicht in Ausgabe {releases}',
  returned: 'Fassung {revision} brachte {n, plural, one {# Zeile} other {# Zeilen}} davon zurück',
  returnedText: 'Die stehende Regel hat erfasst, was zurückkam: es bleibt aus jeder Ausgabe heraus.',
  withdrawn: 'Sie haben ihn zurückgezogen',
  withdrawnText: 'Niemand arbeitet mehr daran.',
  liftAnnounced: 'Ihnen wurde mitgeteilt, dass die Einschränkung enden wird',
  liftCalledOff: 'Ihnen wurde mitgeteilt, dass die Einschränkung bleibt',
  lifted: 'Die Einschränkung hat geendet',
  answer: 'Sie erhalten das Ergebnis mit Gründen',
  by: 'bis {date}',
  find: 'Wir suchen, was Sie genannt haben',
  findText: 'Das macht ein Programm, meist innerhalb weniger Minuten.',
  review: 'Prüfende entscheiden',
  reviewRestricted: 'Eine Schutzbeauftragte oder ein Schutzbeauftragter entscheidet',
}
