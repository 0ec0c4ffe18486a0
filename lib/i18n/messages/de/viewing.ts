import type { Translation } from '@/lib/i18n/translation'
import type { viewing as english } from '../en/viewing'

export const viewing: Translation<typeof english> = {
  way: {
    cover: {
      label: 'Verdeckt',
      what: 'Nur die Form des Textes, bis Sie ihn aufdecken; jedes Mal wird festgehalten.',
    },
    blur: {
      label: 'Absatzweise',
      what: 'Unscharf bis auf den Absatz unter dem Zeiger, unter dem Finger oder den die Tasten ↑ ↓ wählen.',
    },
    grey: { label: 'Grau', what: 'Hervorhebungen und Bildzeichen ohne Farbe.' },
    small: { label: 'Klein', what: 'In kleiner Schrift, wenige Zeilen auf einmal.' },
  },
  whatHelps:
    'In einer Studie waren Prüfende weniger belastet und ebenso schnell und sicher, wenn sie die Unschärfe Stück für Stück selbst aufhoben. In einer anderen verringerten Unschärfe und Grau allein den Schaden nicht. Zu kleiner Schrift kennen wir keine Untersuchung. Nichts davon schützt vor dem, was man dann liest: Das tun weniger Fälle am Tag und Pausen.',
  content: {
    pii: 'Adressen, Nummern und Namen wirklicher Personen, verdeckt, bis Sie sie aufdecken.',
    secrets: 'Passwörter und Schlüssel, verdeckt, bis Sie sie aufdecken.',
    copyright: 'Auszüge aus Büchern, Artikeln und Programmen.',
    licence: 'Hinweise darauf, was mit einem Text geschehen darf.',
    hate: 'Schimpfwörter, Verachtung und Drohungen gegen Menschen, verdeckt, bis Sie sie aufdecken. Das kann schwer zu lesen sein.',
    illegal:
      'Was ein Gesetz verbieten könnte, verdeckt, bis Sie es aufdecken. Das kann schwer zu lesen sein.',
    opt_out: 'Texte von Personen, die nicht im Datensatz stehen wollen.',
    other: 'Was sonst nirgends hingehört.',
  },
  field: {
    legend: 'Wie Texte gezeigt werden',
    table: 'Wie Texte jeder Kategorie gezeigt werden',
    category: 'Kategorie',
    own: 'Eigene Wahl',
    ownTick: '{category}: wie ich es hier wähle, nicht wie der Datensatz es vorgibt',
    here: 'Hier bestimmt',
    hereTick: '{category}: wie hier bestimmt, nicht wie für alle Datensätze',
    hereHint:
      'Ohne Häkchen unter „Hier bestimmt“ wird eine Kategorie so gezeigt, wie die Verwaltung es für alle Datensätze bestimmt hat: {site}.',
    tick: {
      cover: '{category}: verdeckt',
      blur: '{category}: absatzweise',
      grey: '{category}: grau',
      small: '{category}: klein',
    },
  },
  site: {
    title: 'Wie Texte gezeigt werden',
    lead: 'In jedem Datensatz, solange seine Leitung für eine Kategorie nichts anderes bestimmt oder jemand für sich selbst etwas anderes wählt.',
    saved: 'Gespeichert. Es gilt von der nächsten Seite an.',
    unchanged: 'Es wurde nichts geändert.',
    stale:
      '{by} hat das geändert, während Sie es offen hatten. Von Ihnen ist nichts gespeichert: Sehen Sie sich den jetzigen Stand an, und ändern Sie ihn erneut.',
    changes: 'Was geändert wurde',
    none: 'Noch nichts: Texte werden gezeigt, wie sie sind, soweit sie nicht unkenntlich oder verdeckt sind.',
    changed: '{by} hat es geändert: {before} → {after}',
  },
}
