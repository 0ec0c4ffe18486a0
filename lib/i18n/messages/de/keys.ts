import type { Translation } from '@/lib/i18n/translation'
import type { keys as english } from '../en/keys'

export const keys: Translation<typeof english> = {
  space: 'Leertaste',
  command: {
    keep: 'behalten',
    remove: 'entfernen',
    redact: 'schwärzen',
    restrict: 'einschränken',
    label: 'kennzeichnen',
    skip: 'überspringen und zum nächsten Fall',
    escalate: 'einer Leitung vorlegen, bei einem Fall aus der Warteschlange',
    undo: 'die letzte Stimme aus der Warteschlange zurücknehmen, zehn Sekunden lang',
    reveal: 'den Text zeigen',
    addSelection: 'die markierten Wörter zu den Stellen hinzufügen',
    passages: 'zur Liste der Stellen gehen',
    find: 'Wörter im Text suchen',
    note: 'eine Notiz schreiben',
    help: 'alle Tasten zeigen',
  },
  sheet: {
    button: 'Tasten',
    buttonWithKey: 'Tasten {key}',
    title: 'Tasten dieser Seite',
    off: 'Sie haben einzelne Tasten abgeschaltet. Tabulator, Eingabe- und Leertaste wirken wie überall.',
    rest: 'Sie ruhen, während Sie schreiben und solange Strg, Alt oder ⌘ gedrückt ist.',
    choose: 'Andere Tasten wählen oder sie abschalten',
    switchOn: 'Einschalten',
    reason: 'einen Grund wählen; ohne Entscheidung auch die, die zu ihm gehört',
    submit: 'absenden',
    none: 'keine Taste',
  },
  input: {
    digit: 'Mit Ziffern werden Gründe gewählt. Nehmen Sie einen Buchstaben oder ein Zeichen.',
    one: 'Ein Buchstabe oder ein Zeichen, oder das Wort Leertaste.',
    taken: '{key} ist auch die Taste für „{command}“.',
  },
}
