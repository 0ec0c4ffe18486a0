import type { Translation } from '@/lib/i18n/translation'
import type { home as english } from '../en/home'

export const home: Translation<typeof english> = {
  title: 'Offene Datensätze, offen gepflegt',
  lead: 'Menschen prüfen, was nicht in einen Datensatz gehört; jede Person kann verlangen, herausgenommen zu werden; und jede Ausgabe ist nachweislich das Ergebnis dieser Entscheidungen.',
  inside: {
    title: 'Ich stehe in einem Datensatz',
    text: 'Ihr Text, Ihr Name oder Ihr Werk steht in einem Datensatz und sollte es nicht. Sie brauchen kein Konto. Sie erhalten eine Bestätigung, einen Tag, bis zu dem Sie von uns hören, und Gründe.',
    action: 'Entfernung beantragen',
    look: 'Prüfen, ob Sie darin stehen',
  },
  user: {
    title: 'Ich benutze einen Datensatz',
    text: 'Laden Sie das Verzeichnis der letzten Ausgabe, prüfen Sie es mit Werkzeugen, die Sie schon haben, und filtern Sie Ihre eigene Kopie mit einem Befehl.',
    action: 'Eine Ausgabe finden',
  },
  reviewer: {
    title: 'Ich prüfe',
    text: 'Beanstandete Einträge, einer nach dem anderen, mit der Tastatur. Sie sehen, was gefunden wurde und warum, entscheiden nach geschriebenen Regeln, und was verletzen kann, bleibt verdeckt, bis Sie es sehen wollen.',
    action: 'Zur Warteschlange',
    offer: 'Mitarbeit anbieten',
  },
  maintainer: {
    title: 'Ich betreue einen Datensatz',
    text: 'Lesen Sie eine Fassung aus den Dateien ein, die Sie veröffentlichen, behalten Sie jede frühere Entscheidung, und veröffentlichen Sie eine Ausgabe, die andere Byte für Byte nachbauen können.',
    action: 'Einen Datensatz registrieren',
  },
  latest: {
    title: 'Neueste Ausgaben',
    all: 'Alle Datensätze',
    caption: 'Datensätze mit ihrer letzten Ausgabe',
    dataset: 'Datensatz',
    licence: 'Lizenz',
    rows: 'Zeilen',
    release: 'Ausgabe',
    published: 'Veröffentlicht',
    none: 'noch keine',
  },
}
