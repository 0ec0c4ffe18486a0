/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { input as english } from '../../en/takedowns/input'

export const input: Translation<typeof english> = {
  kind: 'Wählen Sie, worum es Ihnen geht',
  sure: 'Setzen Sie das Häkchen, wenn Sie den Antrag zurückziehen möchten',
  reference: 'Schreiben Sie die Nummer Ihres Antrags, wie 7K3M-Q2ZD',
  grounds: 'Sagen Sie, was übersehen wurde',
  groundsShort: 'Sagen Sie in mindestens einem Satz, was übersehen wurde',
  long: 'Schreiben Sie höchstens {max} Zeichen',
  keptOut: 'Wählen Sie, ob sie herausgehalten werden.',
  reason: 'Wählen Sie einen Grund.',
  dataset: 'Wählen Sie einen Datensatz',
  targets: 'Geben Sie an, wo es steht',
  targetsLong: 'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
  file: {
    too_large: 'Diese Datei ist größer als 5 MB',
    too_many: 'Diese Datei hat mehr als 20.000 Einträge. Schicken Sie den Rest mit einem zweiten Antrag',
    not_text: 'Diese Datei ist kein Text. Speichern Sie sie als CSV oder JSON',
    not_a_list: 'Diese Datei ist keine Liste. Speichern Sie sie als CSV oder JSON',
    empty: 'In dieser Datei steht nichts, was sagt, wo etwas ist',
  },
  targetsNone:
    'Nennen Sie mindestens einen Link, eine Zeile, eine Prüfsumme oder eine Webadresse, oder den genauen Wortlaut in Anführungszeichen',
  email: 'Geben Sie eine E-Mail-Adresse wie name@example.org an',
  noRestriction:
    'Das Recht Kaliforniens kennt keine Einschränkung. Sie können verlangen, dass es weder verkauft noch weitergegeben wird, oder dass es gelöscht wird',
  noOptOutOfSale:
    'Das gibt es nur im Recht Kaliforniens. Wo Sie leben, bewirkt „Ich widerspreche der Verwendung“ dasselbe und mehr',
  identifiersShort: 'Schreiben Sie mindestens 8 Zeichen in eine Zeile, oder geben Sie oben an, wo es steht',
  emailLong: 'Diese Adresse ist zu lang',
  answer: 'Beantworten Sie diese Frage',
  declaredOtherwise: 'Der Wortlaut dieser Erklärung hat sich geändert. Lesen Sie ihn noch einmal',
}
