import type { Translation } from '@/lib/i18n/translation'
import type { importing as english } from '../en/importing'

export const importing: Translation<typeof english> = {
  fault: 'Das Einlesen brach mit einem Fehler ab; es lässt sich wieder starten.',
  inactive: 'Das Konto, das dieses Einlesen verlangt hat, ist nicht mehr aktiv.',
  elsewhere: 'Unterbrochen; ein späteres Einlesen hat damit weitergemacht.',
  interrupted:
    'Das Einlesen wurde unterbrochen. Starten Sie es noch einmal: Es macht dort weiter, wo es aufgehört hat.',
  busy: 'Jemand anderes liest diese Fassung gerade ein.',
  notOpened: 'Diese Fassung ließ sich nicht anlegen.',
  unread: '{n} Dateien dieser Fassung sind nicht zu Ende gelesen.',
  unequal:
    '{read} Zeilen wurden gelesen, aber {good} sind gut und {bad} schlecht: Die Fassung lässt sich nicht abschließen.',
  inFile: '{file}: {what}',
  nothing: 'Es gibt keine JSONL-, CSV-, TSV- oder Parquet-Datei einzulesen.',
  noFile: 'Es gibt keine Datei und keinen Ordner {name}.',
  file: {
    empty: '{name} ist leer.',
    document:
      '{name} ist ein einziges JSON-Dokument über mehrere Zeilen; JSONL hat in jeder Zeile ein Objekt.',
    array:
      '{name} ist eine JSON-Liste. Schreiben Sie in jede Zeile ein Objekt (JSONL), zum Beispiel mit: jq -c {command}',
    returns: '{name} beendet Zeilen mit einzelnen Wagenrückläufen; wandeln Sie sie in Zeilenvorschübe um.',
    unknown: '{name} ist weder JSONL noch CSV, TSV oder Parquet.',
    gzip: 'Die gzip-Datei ist beschädigt oder abgeschnitten ({what}).',
    parquet: 'Die Parquet-Datei lässt sich nicht lesen: {what}',
    header: 'Die Kopfzeile ist {bytes} Bytes lang: Das ist keine Tabelle',
  },
  is: {
    zstandard: '{name} ist mit Zstandard gepackt; entpacken Sie die Datei zuerst (zstd -d).',
    bzip2: '{name} ist mit bzip2 gepackt; entpacken Sie die Datei zuerst.',
    xz: '{name} ist mit xz gepackt; entpacken Sie die Datei zuerst.',
    zip: '{name} ist ein ZIP-Archiv (oder eine Tabellenkalkulation); lesen Sie die Dateien darin ein.',
    twice: '{name} ist doppelt gepackt.',
    packedParquet: '{name} ist eine mit gzip gepackte Parquet-Datei; entpacken Sie sie zuerst.',
    arrow: '{name} ist eine Arrow-Datei; schreiben Sie sie als Parquet.',
    avro: '{name} ist eine Avro-Datei; schreiben Sie sie als Parquet.',
    orc: '{name} ist eine ORC-Datei; schreiben Sie sie als Parquet.',
    sqlite: '{name} ist eine SQLite-Datenbank.',
    pdf: '{name} ist eine PDF-Datei.',
    utf16: '{name} ist Text in UTF-16; schreiben Sie ihn als UTF-8.',
    page: '{name} ist eine Webseite.',
    xml: '{name} ist ein XML-Dokument.',
  },
  fields: {
    noText: 'Es wurde kein Textfeld gefunden. Nennen Sie es mit --text-field; die Spalten sind {columns}.',
    none: 'Ein Feld {names} gibt es nicht. Die Spalten sind {columns}.',
    twice: 'Die Spalte „{name}“ kommt zweimal vor; für ihre Zeilen käme jede von beiden infrage.',
    fixed:
      'Die Inhaltsfelder dieses Datensatzes stehen fest: {fields}. An ihnen sind die Zeilen zu erkennen.',
  },
  fetch: {
    noAddress: '{address} ist keine Webadresse.',
    protocol: 'Abgerufen werden nur Adressen mit http und https.',
    password: 'Eine Adresse mit Namen und Passwort darin wird nicht abgerufen.',
    redirects: '{address} leitet mehr als {most} Mal weiter.',
    leadsNowhere: '{host} leitet zu keiner Webadresse weiter.',
    answered: '{host} antwortete mit {status}.',
    packed: '{host} antwortete mit etwas Gepacktem.',
    noHost: 'Es gibt keinen Rechner {host}.',
    notPublic: '{host} ist keine öffentliche Adresse.',
    silent: '{host} antwortete nicht: {why}.',
    brokeOff: '{host} brach nach {bytes} Bytes ab.',
    long: '{address} ist länger als die erlaubten {bytes} Bytes.',
  },
}
