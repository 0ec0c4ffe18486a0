import type { Translation } from '@/lib/i18n/translation'
import type { en } from '../en'

export const attachments: Translation<(typeof en)['attachments']> = {
  field: 'Dateien, die es zeigen (freiwillig)',
  hint: 'PDF, PNG, JPEG oder reiner Text. Bis zu {count} Dateien von {each} MB, zusammen {together} MB; ein PDF mit höchstens {pages} Seiten. Nur wer Ihren Antrag bearbeitet, sieht sie; Bilder werden ohne Ort und Kamera der Aufnahme gespeichert. Bitte keine Ausweise: Danach hat niemand gefragt.',
  chosen: '{n, plural, one {Eine Datei geht mit} other {# Dateien gehen mit}}: {names}.',
  takeOut: 'Die Dateien wieder herausnehmen',
  takenOut: 'Es geht keine Datei mit.',
  nextPage: 'Dateien, die es zeigen, können Sie auf der nächsten Seite beifügen.',
  tooMuch: {
    count:
      'Das sind mehr als {count} Dateien. Wählen Sie neu, und schicken Sie den Rest, wenn wir Ihnen antworten.',
    large: '„{name}“ ist größer als {each} MB. Wählen Sie neu.',
    together:
      'Zusammen haben diese Dateien mehr als {together} MB. Wählen Sie neu, und schicken Sie den Rest, wenn wir Ihnen antworten.',
  },
  refused: {
    title: 'Es ist nichts verloren, aber eine Datei können wir nicht annehmen. Wählen Sie Ihre Dateien neu.',
    request: 'Damit hätte dieser Antrag mehr als {most} Dateien.',
    restricted:
      'Davon dürfen wir keine Bilder oder Dateien haben. Schicken Sie den Antrag ohne Dateien: Es genügt zu sagen, wo es ist.',
    why: {
      empty: '„{name}“ ist leer.',
      archive:
        '„{name}“ ist oder enthält ein Archiv (ZIP oder Ähnliches). Schicken Sie die Dateien daraus einzeln.',
      markup:
        '„{name}“ ist eine Webseite oder eine Zeichnung aus Code (HTML, SVG, XML). Schicken Sie ein Bildschirmfoto davon oder ein PDF.',
      picture: '„{name}“ ist ein Bild einer Art, die wir nicht annehmen. Speichern Sie es als JPEG oder PNG.',
      document: '„{name}“ ist ein Dokument einer Art, die wir nicht annehmen. Speichern Sie es als PDF.',
      recording: '„{name}“ ist eine Aufnahme. Sagen Sie mit Worten oder Bildschirmfotos, was sie zeigt.',
      program: '„{name}“ ist ein Programm.',
      unknown: '„{name}“ ist weder PDF noch PNG, JPEG oder reiner Text, was auch immer der Name sagt.',
      notUtf8: '„{name}“ ist Text in einer alten Kodierung. Speichern Sie ihn als UTF-8 oder als PDF.',
      appended:
        '„{name}“ ist zwei Dateien in einer: Davor oder dahinter steht noch etwas anderes. Speichern Sie sie neu, oder schicken Sie ein Bildschirmfoto.',
      damaged: '„{name}“ ist beschädigt: Sie lässt sich nicht bis zum Ende lesen.',
      pixels: '„{name}“ ist ein Bild mit mehr als {megapixels} Millionen Bildpunkten. Verkleinern Sie es.',
      pdfLocked: '„{name}“ ist ein PDF mit Passwort. Speichern Sie es ohne.',
      pdfPages: '„{name}“ hat mehr als {pages} Seiten. Schicken Sie die, auf die es ankommt.',
      pdfUncounted:
        '„{name}“ ist ein PDF, dessen Seiten wir nicht zählen können. Drucken Sie es in ein neues PDF.',
      pdfActive:
        '„{name}“ ist ein PDF, in dem ein Programm oder eine andere Datei steckt. Drucken Sie es in ein neues PDF.',
    },
  },
  type: {
    'application/pdf': 'PDF',
    'image/png': 'PNG',
    'image/jpeg': 'JPEG',
    'text/plain': 'Text',
  },
  pages: '{n, plural, one {# Seite} other {# Seiten}}',
  fingerprint: 'SHA-256 des Gesendeten',
  yours: {
    title: 'Ihre Dateien',
    text: 'Nur wer Ihren Antrag bearbeitet, kann sie öffnen; hier werden sie nicht gezeigt, falls jemand anderes diese Seite öffnet. Sie werden mit dem Antrag gelöscht.',
  },
  staff: {
    title: 'Mitgeschickte Dateien',
    text: 'Von einer fremden Person: Bilder wurden ohne ihre Metadaten neu erzeugt, alles andere ist, wie es kam. Ein PDF wird nur heruntergeladen. Dass Sie eine Datei öffnen, wird festgehalten.',
    file: 'Datei',
    kind: 'Art',
    opened: 'Geöffnet',
    never: 'noch von niemandem',
    times: '{n, plural, one {einmal} other {#-mal}} von {people, plural, one {# Person} other {# Personen}}',
  },
}
