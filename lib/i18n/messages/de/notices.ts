import type { Translation } from '@/lib/i18n/translation'
import type { notices as english } from '../en/notices'

export const notices: Translation<typeof english> = {
  title: 'Ein Schreiben verwenden, das es schon gibt',
  back: 'Alle Arten von Anträgen',
  lead: 'Fügen Sie eine Meldung, einen Widerspruch gegen eine Entfernung oder eine Rücknahme ein, oder wählen Sie die Datei. Wir lesen das Schreiben und füllen das Formular damit aus. Sie prüfen jede Antwort, bevor etwas gesendet wird.',
  letter: 'Das Schreiben',
  letterHint: 'Reiner Text, Markdown oder eine ganze E-Mail, bis 1 MB.',
  file: 'Oder die Datei',
  fileHint: 'Eine Datei .txt, .md oder .eml, bis 1 MB. Anhänge einer E-Mail werden nicht geöffnet.',
  type: 'Was es ist',
  types: {
    read: 'Aus dem Schreiben lesen',
    takedown: 'Etwas von mir soll entfernt werden',
    counternotice: 'Antwort auf eine Entfernung: Es soll zurückkommen',
    retraction: 'Rücknahme eines früheren Antrags',
    reversal: 'Ein Anbieter teilt mit, dass er etwas wiederhergestellt hat',
  },
  read: 'Schreiben lesen',
  reading: 'Wird gelesen …',
  kept: 'Beim Lesen wird nichts gesendet. Was ausgefüllt wird, bleibt allein in diesem Tab Ihres Browsers, bis Sie es senden oder den Tab schließen.',
  refused: {
    too_long: 'Das ist mehr als 1 MB. Senden Sie den Teil, der das Schreiben ist.',
    not_text: 'Das ist kein Text: Gelesen werden Dateien .txt, .md und .eml.',
    no_text: 'Fügen Sie ein Schreiben ein oder wählen Sie eine Datei.',
  },
  is: {
    takedown: 'Wir lesen das als Antrag, etwas zu entfernen.',
    counternotice: 'Wir lesen das als Widerspruch gegen eine Entfernung.',
    retraction: 'Wir lesen das als Rücknahme eines früheren Antrags.',
    reversal: 'Wir lesen das als Mitteilung eines Anbieters, der etwas wiederhergestellt hat.',
  },
  unsure:
    'Sicher sind wir nicht. Ist es etwas anderes, dann geben Sie es an und lassen Sie es noch einmal lesen.',
  about:
    'Es geht um {n, plural, =0 {nichts, wofür wir eine Adresse gefunden haben} one {# Sache} other {# verschiedene Sachen}}.',
  reaches: {
    whole:
      'Gemeint ist ein ganzes Repositorium oder eine ganze Website: Nennen Sie hier die Einträge oder Seiten.',
    forks: 'Gemeint sind auch alle Kopien: Gesucht wird nur, was mit seiner Adresse genannt ist.',
    representative: 'Die Liste heißt dort ein Beispiel: Gesucht wird nur, was darauf steht.',
    partial: 'Zurückgenommen wird nur ein Teil.',
  },
  found: {
    title: 'Was das Gesetz darin verlangt',
    missing: 'Fehlt',
    missingHint: 'Ergänzen Sie es unten im Formular.',
    blackedOut: 'Im Schreiben geschwärzt',
    present: 'Gefunden',
  },
  element: {
    signature: 'Unterschrift',
    work: 'Das kopierte Werk',
    material: 'Was entfernt werden soll und wo es steht',
    contact: 'Wie der Absender zu erreichen ist',
    good_faith: 'Glaube in gutem Glauben, dass die Nutzung nicht erlaubt ist',
    accuracy: 'Dass es stimmt und der Absender handeln darf, unter Strafandrohung',
    removed_material: 'Was entfernt wurde und wo es stand',
    mistake: 'Dass es irrtümlich entfernt wurde, unter Strafandrohung',
    address_and_phone: 'Anschrift und Telefonnummer',
    jurisdiction: 'Einverständnis mit der Zuständigkeit eines Gerichts',
    service: 'Dass Zustellungen angenommen werden',
    request: 'Was zurückgenommen wird',
  },
  filled:
    'Das Formular unten ist aus dem Schreiben ausgefüllt. Lesen Sie jede Antwort: Mit dem Absenden wird sie zu Ihrer. Erklärungen werden nie übernommen.',
  guessed: 'Bitte sehen Sie zweimal hin bei: {list}.',
  nothing: 'Dafür gibt es kein Formular: Wegen einer solchen Mitteilung muss uns nichts gesendet werden.',
  again: 'Ein anderes Schreiben lesen, oder dieses als etwas anderes',
  goOn: 'Was schon ausgefüllt war, ist noch da: <link>weiter mit „{form}“</link>.',
  have: 'Haben Sie schon ein Schreiben? <link>Füllen Sie das Formular daraus aus.</link>',
}
