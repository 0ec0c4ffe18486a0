import type { Translation } from '@/lib/i18n/translation'
import type { policies as english } from '../en/policies'

export const policies: Translation<typeof english> = {
  edit: {
    title: 'Neue Version der Richtlinie',
    trail: 'Richtlinie',
    lead: 'Eine Version wird nie bearbeitet: Hier entsteht die nächste. Entscheidungen behalten die Version, unter der sie getroffen wurden; von selbst wird nichts neu aufgerollt.',
    denied: 'Sie können diese Richtlinie nicht ändern',
    text: {
      label: 'Richtlinie',
      hint: '# beginnt eine Überschrift, ## einen Abschnitt, eine Leerzeile einen Absatz.',
    },
    reasons: {
      label: 'Gründe',
      hint: 'Je Zeile einer: Code | Kategorie | Maßnahmen | Grund | Erläuterung. Die erste Maßnahme ist die übliche. Kategorie und Maßnahmen stehen mit ihren englischen Kennungen, etwa pii und redact.',
    },
    publish: 'In Kraft setzen',
    publishing: 'Wird veröffentlicht …',
  },
  input: {
    code: 'Ein Code besteht aus kleinen Buchstaben ohne Umlaute, Ziffern, Punkten und Bindestrichen, etwa pii.contact.',
    text: 'Eine Richtlinie braucht einen Text.',
    noReason: 'Eine Richtlinie braucht mindestens einen Grund.',
    twice: 'Jeder Grund darf nur einmal vorkommen.',
    line: 'Zeile {line}: Schreiben Sie Code | Kategorie | Maßnahmen | Grund | Erläuterung.',
  },
  errors: {
    none: 'Es ist noch keine Richtlinie veröffentlicht: Starten Sie das Produkt einmal, dann veröffentlicht es die erste.',
    categories: 'Manche Gründe nennen eine Kategorie, die es nicht gibt.',
    category: '{code}: Die Kategorie „{category}“ gibt es nicht',
    meanwhile:
      'Während Sie die Seite offen hatten, ist Version {version} in Kraft getreten. Von Ihren Änderungen ist nichts veröffentlicht: Sehen Sie sich die neue Version an und arbeiten Sie Ihre Änderungen dort ein.',
  },
}
