import type { Translation } from '@/lib/i18n/translation'
import type { checks as english } from '../en/checks'

export const checks: Translation<typeof english> = {
  title: {
    right: 'Das war ein Kontrollfall, und Ihre Antwort ist die erwartete',
    other: 'Das war ein Kontrollfall: Erwartet war eine andere Antwort',
    retired: 'Das war ein Kontrollfall, der zurückgezogen wurde',
  },
  standing: {
    share:
      '{judged, plural, one {Ihr letzter Kontrollfall wurde {passed, plural, =0 {nicht wie erwartet} other {wie erwartet}} beantwortet.} other {Von Ihren letzten # Kontrollfällen {passed, plural, =0 {wurde keiner} one {wurde einer} other {wurden #}} wie erwartet beantwortet.}}',
    follows: {
      few: 'Aus weniger als {least} folgt nichts.',
      warned:
        'Das ist weniger, als dieser Datensatz verlangt. Sehen Sie sich die Richtlinie noch einmal an und nehmen Sie sich Zeit; die Leitungen beantworten gern Fragen.',
      held: 'Bis es mehr sind, wird neben jeder Ihrer Stimmen eine weitere Person gefragt. Kontrollfälle kommen währenddessen häufiger, und bekannte nach {days} Tagen wieder, damit das bald vorbei ist: sobald {n, plural, one {eine weitere Antwort wie erwartet ausfällt} other {# weitere Antworten nacheinander wie erwartet ausfallen}}. Nur Sie und die Leitungen wissen davon.',
    },
  },
}
