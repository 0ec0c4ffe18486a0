/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { seen as english } from '../../en/takedowns/seen'

export const seen: Translation<typeof english> = {
  title: 'Wer das sehen wird',
  public: 'Öffentlich: dass es einen Antrag zu diesem Datensatz gibt, und die Stunde jedes Schritts.',
  register:
    'Später kann eine geschwärzte Mitteilung veröffentlicht werden: die Art, die Daten, wie viele Einträge auf welchen Servern, das Ergebnis. Nie Ihr Name, Ihre Adresse, Ihre Worte oder was genau Sie genannt haben.',
  counted: 'Anträge zu personenbezogenen Daten werden öffentlich nur gezählt, nie gezeigt.',
  officers:
    'Ist es ein intimes Bild oder der Missbrauch eines Kindes, sehen nur die Schutzbeauftragten etwas davon.',
  opponent:
    'Wer die Entfernung verlangt hat, erhält diese Gegendarstellung mit Ihrem Namen, Ihrer Anschrift und Ihrer Telefonnummer.',
  erased:
    'Alles wird verschlüsselt gespeichert und ein Jahr nach dem Absenden gelöscht, oder später, wenn nichts davon mehr offen ist und der Antwort nicht mehr widersprochen werden kann.',
  keptForATime:
    'Wer etwas einschränken ließ, bleibt gespeichert, solange das gilt: Wir müssen Ihnen schreiben, bevor es endet.',
  kept: 'Wer hinter einem Urheberrechtsantrag steht, bleibt gespeichert, solange seinetwegen etwas ausgelassen wird: Wer darauf antwortet, muss Sie erreichen können.',
}
