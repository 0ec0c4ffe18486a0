import type { Translation } from '@/lib/i18n/translation'
import type { bands as english } from '../en/bands'

export const bands: Translation<typeof english> = {
  title: 'Wertebereiche',
  lead: 'Wo ein Detektor seine Funde ähnlich bewertet, sind sie sich oft ähnlich. Wählen Sie einen Bereich; eine ausgeloste Stichprobe daraus wird einzeln entschieden; und nur wenn sie gut genug übereinstimmt, kann der Rest auf einmal entschieden werden.',
  emptyTitle: 'Keine Werte',
  empty: 'Kein offener Fall wurde von einem Detektor gemeldet.',
  choose: 'Einen Bereich wählen',
  settingsTitle: 'Was eine Stichprobe zeigen muss',
  scoresOf: 'Werte von {detector}: {category}',
  of: {
    label: 'Detektor und Kategorie',
    option: '{detector} · {category} ({n, plural, one {# offener Fall} other {# offene Fälle}})',
    show: 'Zeigen',
  },
  histogram: {
    least: 'Wert 0',
    most: 'Wert 1',
    highest: 'höchstens {n, plural, one {# Fall} other {# Fälle}}',
    caption: 'Offene Fälle nach Wert',
    score: 'Wert',
    cases: 'Offene Fälle',
    range: '{low} bis {high}',
  },
  form: {
    low: 'Ab Wert',
    high: 'Bis unter Wert',
    hint: 'Noch wird nichts entschieden. Aus dem Bereich werden {n, number} Fälle ausgelost, die einzeln zu entscheiden sind; das untere Ende des 95-%-Intervalls derer, die übereinstimmen, muss {wanted} erreichen.',
    draw: 'Die Stichprobe ziehen',
    drawing: 'Wird gezogen …',
  },
  settings: {
    sample: 'Fälle in einer Stichprobe',
    sampleHint: 'Von 5 bis 500. Bei 40 müssen alle bis auf einen übereinstimmen, um 85 % zu zeigen.',
    agreement: 'Verlangte Übereinstimmung, in Prozent',
    agreementHint: 'Das untere Ende des 95-%-Intervalls (nach Wilson) muss sie erreichen.',
  },
}
