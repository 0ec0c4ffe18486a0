import type { Translation } from '@/lib/i18n/translation'
import type { reports as english } from '../en/reports'

export const reports: Translation<typeof english> = {
  title: 'Berichte',
  lead: 'Dateien für die Datenbanken, in denen Entscheidungen und Meldungen öffentlich werden, und Meldungen, die auf eine zweite Leitung warten.',
  denied: 'Berichte eines Datensatzes geben nur die Verwaltung und seine Leitungen heraus.',
  waiting: {
    title: 'Wartet auf Ihre Freigabe',
    none: 'Keine Meldung wartet.',
    caption: 'Meldungen, die auf eine zweite Leitung warten',
    request: 'Antrag',
    kind: 'Art',
    dataset: 'Datensatz',
    proposed: 'Vorgeschlagen',
  },
  choose: 'Datensätze',
  of: 'Berichte von {dataset}',
  dsa: {
    title: 'Begründungen',
    text: 'Für die DSA-Transparenzdatenbank (Verordnung (EU) 2022/2065, Art. 24 Abs. 5), im Schema vom 1. Juli 2025. Jede geltende Entscheidung, die etwas einschränkt, wird einmal herausgegeben, höchstens 100 in einer Datei. Eingeschränkte Kategorien bleiben weg. Unsere Erkennung liest jeden Text: Was persönliche Daten enthält, wird ersetzt.',
    left: '{n, plural, =0 {Es ist nichts mehr herauszugeben.} one {# Entscheidung wurde noch nicht herausgegeben.} other {# Entscheidungen wurden noch nicht herausgegeben.}}',
    prepare: 'Nächste Datei vorbereiten',
    preparing: 'Wird vorbereitet …',
    caption: 'Vorbereitete Dateien',
    file: 'Datei',
    name: 'Begründungen vom {date}',
    statements: 'Begründungen',
    schema: 'Schema',
    none: 'Noch wurde keine Datei vorbereitet.',
  },
  lumen: {
    title: 'Lumen',
    text: 'Die veröffentlichten Meldungen dieses Datensatzes von den Arten, die die Lumen-Datenbank aufnimmt, mit Rollen und ohne Menschen: Urheberrecht, Gegendarstellung, Anordnung eines Gerichts, rechtswidrige Inhalte, Recht am eigenen Bild.',
    download: 'Meldungen als JSON',
  },
  transparency: {
    title: 'Transparenzbericht',
    text: 'Der Bericht zu diesem Datensatz ist öffentlich.',
    open: 'Öffnen',
  },
  errors: {
    nothing: 'Es gibt keine Entscheidung, die noch nicht herausgegeben wurde.',
  },
}
