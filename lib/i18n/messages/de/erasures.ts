import type { Translation } from '@/lib/i18n/translation'
import type { erasures as english } from '../en/erasures'

export const erasures: Translation<typeof english> = {
  title: 'Löschungen',
  lead: 'Vernichtet einen Text – oder was ein Antrag über die Person sagt, die ihn gestellt hat – überall, wo es liegt: Inhalt, gespeicherte Dateien, Index, Postfach und das, womit sich die Protokolleinträge darüber öffnen lassen. Das Protokoll selbst bleibt vollständig.',
  something: 'Etwas löschen',
  soFar: 'Bisherige Löschungen',
  none: {
    title: 'Es wurde noch nichts gelöscht',
    text: 'Anträge, die nie bestätigt wurden oder deren Frist abgelaufen ist, werden von selbst gelöscht und stehen dann auch hier.',
  },
  look: {
    dataset: 'Datensatz',
    name: 'Prüfsumme des Textes oder Nummer des Antrags',
    hint: 'Die Prüfsumme steht beim Fall des Textes, die Nummer auf der Seite des Antrags. Was vernichtet würde, sagt die nächste Seite.',
    action: 'Nachsehen',
    again: 'Nach etwas anderem suchen',
  },
  preview: {
    title: 'Was vernichtet würde',
    dataset: 'Datensatz',
    none: 'keine',
    text: 'Text',
    content: { term: 'Gespeicherte Inhalte', held: 'eine Kopie, versiegelt' },
    rows: {
      term: 'Zeilen in Dateien der Grundlage',
      held: '{rows, number} in {files}: Jede wird durch eine leere Zeile ersetzt',
    },
    sources: 'Fundstellen mit Quelle',
    revisions: {
      term: 'Fassungen',
      held: '{revisions}: Danach kann sie nur noch wiederherstellen, wer die Grundlage hat',
    },
    request: 'Antrag',
    contact: { term: 'Name, Adresse und Antworten', held: 'einmal gespeichert' },
    targets: 'Was darin benannt wurde',
    letters: 'Schreiben',
    openings: {
      term: 'Öffnungen von Protokolleinträgen',
      held: '{n, number}, und der Schlüssel, mit dem sie versiegelt sind',
    },
    releases: {
      title: 'Veröffentlichte Ausgaben bleiben, wie sie unterschrieben wurden',
      text: '{releases} {n, plural, one {führt} other {führen}} diesen Text mit Prüfsumme und Quelle als behalten auf. Die nächste Ausgabe lässt ihn weg.',
    },
    empty: {
      title: 'Davon ist nichts mehr da',
      text: 'Es wurde gelöscht oder war hier nie gespeichert.',
    },
    blocked: {
      title: 'Nicht jetzt',
      release: 'Ausgabe {version} wird gerade erstellt. Löschen Sie, sobald sie veröffentlicht ist.',
      revision: 'Fassung {number} wird gerade eingelesen. Löschen Sie, sobald sie vollständig ist.',
      open: 'Der Antrag ist offen: Entscheiden Sie ihn zuerst, oder lassen Sie ihn zurückziehen.',
    },
  },
  form: {
    basis: {
      label: 'Worauf die Löschung beruht',
      hint: 'Wird bei der Löschung und, versiegelt, im Protokoll aufbewahrt.',
      choose: 'Auswählen',
    },
    sure: {
      label: 'Endgültig vernichten',
      hint: 'Niemand kann es zurückholen. Frühere Sicherungen enthalten die Dateien der Grundlage noch, bis sie gelöscht werden.',
    },
    erase: 'Löschen',
    erasing: 'Wird gelöscht …',
  },
  table: {
    caption: 'Löschungen, neueste zuerst',
    what: 'Was',
    dataset: 'Datensatz',
    basis: 'Anlass',
    by: 'Von',
    state: 'Stand',
    at: 'Verlangt',
    text: 'Text <digest>{start}…</digest>',
    request: 'Antrag {reference}',
  },
  basis: {
    right_to_erasure: 'Recht auf Löschung (Art. 17 DSGVO)',
    consent_withdrawn: 'Widerrufene Einwilligung',
    court_order: 'Anordnung eines Gerichts oder einer Behörde',
    unlawful_content: 'Rechtswidriger Besitz',
    retention_over: 'Abgelaufene Aufbewahrungsfrist',
    never_confirmed: 'Nie bestätigte Adresse',
  },
  state: {
    files: 'Gespeicherte Dateien werden neu geschrieben',
    replay: 'Wird nach einer Wiederherstellung erneut gelöscht',
    sweep: 'Die ersetzten Dateien werden entfernt',
    done: 'Fertig',
  },
  by: { product: 'das Programm', left: 'jemand, der nicht mehr dabei ist' },
  input: {
    what: 'Geben Sie an, was gelöscht werden soll.',
    dataset: 'Wählen Sie einen Datensatz',
    digest: 'Die Prüfsumme eines Eintrags hat 64 Zeichen, 0–9 und a–f',
    request: 'Geben Sie die Nummer eines Antrags ein, etwa 7QK4-M2XD, oder die 64 Zeichen einer Prüfsumme',
    basis: 'Wählen Sie, worauf die Löschung beruht',
    sure: 'Setzen Sie das Häkchen: Niemand kann es zurückholen',
  },
  errors: {
    backup: 'Gerade wird eine Sicherung geschrieben. Versuchen Sie es noch einmal, wenn sie fertig ist.',
    imported: 'Inzwischen wurde eine Fassung eingelesen. Löschen Sie noch einmal, um auch sie zu erreichen.',
    elsewhere:
      '{n, plural, one {# der Dateien gehört} other {# der Dateien gehören}} auch zu einem anderen Datensatz: Löschen Sie dort ebenfalls.',
    openRequest:
      'Dieser Antrag ist offen: Wer ihn gestellt hat, könnte keine Antwort mehr bekommen. Entscheiden Sie ihn zuerst, oder lassen Sie ihn zurückziehen.',
    release:
      'Ausgabe {version} wird gerade aus diesen Dateien erstellt. Löschen Sie, sobald sie veröffentlicht ist.',
    revision:
      'Fassung {number} wird gerade eingelesen. Löschen Sie, sobald sie vollständig ist; eine unterbrochene geht weiter, wenn dieselben Dateien erneut eingelesen werden.',
  },
}
