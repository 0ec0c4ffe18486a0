/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { confirm as english } from '../../en/takedowns/confirm'

export const confirm: Translation<typeof english> = {
  title: 'Bestätigen Sie Ihren Antrag',
  lead: 'Drücken Sie den Knopf, um zu bestätigen, dass der Antrag und diese Adresse Ihre sind. Danach beginnen Menschen, daran zu arbeiten.',
  confirming: 'Wird bestätigt …',
  action: 'Antrag bestätigen',
  used: {
    title: 'Dieser Antrag ist schon bestätigt',
    lead: 'Der Link gilt einmal. Wo der Antrag steht, zeigt der persönliche Link in der E-Mail „We have received your request“.',
    action: 'Zur Startseite',
  },
  over: {
    title: 'Die Frist zum Bestätigen ist abgelaufen',
    lead: 'Was Sie geschickt haben, und Ihre Adresse wurden gelöscht. Bitte stellen Sie den Antrag noch einmal.',
    action: 'Noch einmal stellen',
  },
}
