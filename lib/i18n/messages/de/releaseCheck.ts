import type { Translation } from '@/lib/i18n/translation'
import type { releaseCheck as english } from '../en/releaseCheck'

export const releaseCheck: Translation<typeof english> = {
  noScript:
    'Mit JavaScript kann Ihr Browser hier alles nachprüfen. Ohne JavaScript stehen die Befehle in VERIFY.md.',
  lead: 'Ihr Browser holt die Dateien, berechnet ihre Prüfsummen und prüft die Unterschrift und den Nachweis des Protokolls.',
  start: 'Diese Ausgabe in diesem Browser prüfen',
  checking: 'Wird geprüft …',
  file: {
    label: 'Gehört eine Datei, die Sie haben, zu dieser Ausgabe?',
    hint: 'Wählen Sie Dateien aus oder ziehen Sie sie hierher. Ihre Prüfsummen werden hier berechnet; gesendet wird nichts.',
    tooLarge: '{name} ist zu groß, um hier geprüft zu werden; benutzen Sie sha256sum.',
    unknown: '{name} gehört weder zu dieser Ausgabe noch zu ihrer Grundlage.',
    ofBase: '{name} ist eine Datei der Grundlage: {path}.',
    ofRelease: '{name} ist {path} dieser Ausgabe.',
  },
  outcome: {
    failed: 'Diese Ausgabe ließ sich nicht bestätigen',
    warning: '{reason} Benutzen Sie sie nicht; sagen Sie es ihrer Betreuung.',
    cannot: 'Diese Ausgabe ließ sich nicht prüfen',
    again:
      '{reason} Über die Ausgabe selbst sagt das nichts. Versuchen Sie es noch einmal, oder nehmen Sie die Kommandozeile.',
    working: 'Wird geprüft',
    complete: 'Jede Datei ist das, was unterschrieben und protokolliert wurde',
    incomplete: 'Richtig, soweit dieser Browser es feststellen kann',
    key: 'Der Schlüssel kam von dieser Seite. <link>Vergleichen Sie ihn</link> mit einem, den Sie von anderswo haben. Dass die Listen das sind, was die Grundlage ergibt, kann nur die Kommandozeile feststellen.',
  },
  step: {
    beside: '{count, number} Dateien neben data/ haben die Prüfsummen, zu denen release.json führt.',
    file: '{path} ({size}) hat die richtige Prüfsumme.',
    descriptions: 'Bag und Beschreibung stimmen mit den Dateien überein.',
    statement: 'Die Erklärung dazu ist mit dem Schlüssel des Protokolls unterschrieben.',
    statementUnchecked:
      'Nicht geprüft: die Unterschrift der Erklärung. Dieser Browser kennt Ed25519 nicht, oder die Seite kam nicht über https.',
    entry:
      'Eintrag {index, number} des Protokolls {origin} ist diese Ausgabe, in seinem Baum der Größe {size, number}.',
    checkpoint: 'Der Prüfpunkt ist mit dem Schlüssel {keyId} des Protokolls unterschrieben.',
    checkpointUnchecked: 'Nicht geprüft: die Unterschrift des Prüfpunkts.',
  },
  errors: {
    unsigned: '{path}: Die Erklärung ist nicht mit einem Schlüssel des Protokolls unterschrieben.',
    checksum: '{path}: Die Prüfsumme ist nicht die aufgeführte.',
    unreached: '{path} kam nicht an: Die Verbindung brach vorher ab, oder es gab keine.',
    notServed: '{path} wurde nicht ausgeliefert ({status}).',
    tooLarge: '{path} ist zu groß für einen Browser; benutzen Sie die Kommandozeile.',
  },
}
