import type { Translation } from '@/lib/i18n/translation'
import type { detectors as english } from '../en/detectors'

export const detectors: Translation<typeof english> = {
  title: 'Detektoren',
  lead: 'Ein Detektor, oder eine Version davon, wird beobachtet, wenn er für den Datensatz neu ist, bis ein Import genug Zeilen gezeigt hat, um ihn zu beurteilen. Findet er in zu vielen Zeilen etwas, wird er angehalten: Was er findet, bleibt beiseite, bis eine Leitung es angesehen hat.',
  denied: {
    title: 'Sie können diese Detektoren nicht sehen',
    text: 'Nur Leitung und Betreuung dieses Datensatzes sehen, wie seine Detektoren arbeiten.',
  },
  settled: {
    known: 'Der Detektor arbeitet weiter. Seine Meldungen werden übernommen, und ihre Fälle werden eröffnet.',
    dropped: 'Der Detektor ist verworfen. Seine Meldungen werden gelöscht.',
  },
  all: 'Alle Detektoren',
  none: { title: 'Noch keine', text: 'Sie kommen mit dem ersten Import.' },
  table: {
    caption: 'Detektoren',
    detector: 'Detektor',
    version: 'Version',
    state: 'Stand',
    rows: 'Beobachtete Zeilen',
    found: 'Etwas gefunden in',
    settled: 'Entschieden',
    by: 'von {name}, <when></when>',
    byVersion: 'durch eine neuere Version, <when></when>',
    again: 'Wieder verwenden',
  },
  state: {
    known: 'in Gebrauch',
    watched: 'neu: wird beobachtet',
    paused: 'angehalten',
    dropped: 'verworfen',
  },
  paused: {
    title: 'Angehalten: {detector}, Version {version}',
    found:
      'Der Detektor hat in {hits, number} von {rows, plural, one {# Zeile} other {# Zeilen}} etwas gefunden ({share}{allowed, select, none {} other {; erlaubt sind {allowed}}}). {flags, plural, one {# Meldung wird} other {# Meldungen werden}} zurückgehalten{types, select, none {} other {: {types}}}.',
    caption: 'Einiges von dem, was {detector} gefunden hat',
    category: 'Kategorie',
    type: 'Fund',
    score: 'Wert',
    text: 'Text',
    hidden: 'Wird in einer Liste nicht gezeigt',
    letGoOn: 'Weiterarbeiten lassen: {flags, plural, one {# Meldung} other {# Meldungen}} übernehmen',
    raising: 'Wird übernommen …',
    drop: 'Diese Version mit ihren Meldungen verwerfen',
    dropping: 'Wird verworfen …',
  },
  throttle: {
    title: 'Wann ein Detektor angehalten wird',
    share: {
      label: 'Anteil der Zeilen, in denen er etwas finden darf, in Prozent',
      hint: 'Findet er in mehr Zeilen etwas, wird er angehalten. Bei 100 wird keiner angehalten.',
    },
    least: {
      label: 'Zeilen, die gelesen sein müssen, bevor das beurteilt wird',
      hint: 'Was er vorher findet, wird gemeldet.',
    },
    first: {
      label: 'Anteil der Zeilen am Anfang, in Prozent',
      hint: 'Bis ein Import mit mindestens so vielen Zeilen abgeschlossen ist: Bis dahin ist jeder Detektor für den Datensatz neu, und niemand weiß, was darin üblich ist. Bei 100 wird keiner angehalten.',
    },
    saved: 'Gespeichert. Es gilt vom nächsten Abschnitt eines Imports an.',
    unchanged: 'Es wurde nichts geändert.',
  },
}
