import type { Translation } from '@/lib/i18n/translation'
import type { imports as english } from '../en/imports'

export const imports: Translation<typeof english> = {
  title: 'Fassung einlesen',
  lead: 'JSONL, CSV und TSV, mit gzip gepackt oder nicht, und Parquet. Alle Dateien zusammen sind eine Fassung; frühere Entscheidungen gelten für Zeilen weiter, die noch da sind.',
  denied: 'Sie können hier nichts einlesen',
  large: {
    title: 'Große Dateien',
    text: 'Auf dem Rechner, auf dem dies läuft, liest die Kommandozeile Dateien und Ordner an Ort und Stelle, zeigt den Fortschritt und macht nach einer Unterbrechung weiter.',
    caption: 'Derselbe Import auf der Kommandozeile',
    folder: 'pfad/zum/ordner',
  },
  urls: {
    label: 'Oder ihre Webadressen',
    hint: 'Eine in jeder Zeile. Die Dateien holt dieser Server.',
  },
  label: {
    label: 'Name dieser Fassung',
    hint: 'Freiwillig, etwa 2026-05 oder „nach der zweiten Sammlung“.',
  },
  submit: 'Einlesen',
  submitting: 'Wird eingereiht …',
  wait: 'Warten Sie, bis die Dateien hochgeladen sind.',
  files: {
    label: 'Dateien',
    hint: 'Mehrere zusammen sind die Teile einer Fassung.',
    remove: 'Entfernen<quiet>: {name}</quiet>',
    uploaded: '{name}, {size}, hochgeladen',
    failed: '{name}: {reason}',
    amount: '{sent} von {size}',
  },
  failure: {
    refused: 'Der Server hat sie abgelehnt.',
    broken: 'Die Verbindung ist abgebrochen. Wählen Sie die Datei noch einmal aus.',
    stopped: 'Abgebrochen.',
    unknown: 'Sie ist nicht angekommen.',
  },
  input: {
    url: 'Geben Sie eine Webadresse an.',
    urls: 'Geben Sie Webadressen an, eine in jeder Zeile.',
    mostUrls: 'Höchstens 100 Adressen auf einmal.',
    noFile: 'Wählen Sie eine Datei aus.',
    mostFiles: 'Eine Fassung hat hier höchstens 1 000 Dateien; für mehr gibt es die Kommandozeile.',
    longLabel: 'Höchstens 100 Zeichen.',
  },
  errors: {
    foreign: 'Eine der Dateien hat jemand anderes oder für einen anderen Datensatz hochgeladen.',
    nothing: 'Es gibt noch nichts einzulesen.',
    uploadOrWrite: 'Laden Sie eine Datei hoch oder geben Sie eine Adresse an.',
    gone: '{name} ist nicht hochgeladen. Wählen Sie die Datei noch einmal aus.',
    person: 'Hochladen kann nur eine Person.',
    name: 'Der Name der Datei ist nicht verwendbar.',
    empty: 'Die Datei ist leer.',
    large:
      'Die Datei ist größer als 16 GiB. Lesen Sie sie über die Kommandozeile oder über ihre Adresse ein.',
    unknown: 'Eine der hochgeladenen Dateien ist hier nicht mehr bekannt. Laden Sie sie noch einmal hoch.',
    noUpload: 'Das ist keine hochgeladene Datei.',
    again: 'Laden Sie sie noch einmal hoch.',
  },
}
