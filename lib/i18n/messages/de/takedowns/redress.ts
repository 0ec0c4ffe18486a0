/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { redress as english } from '../../en/takedowns/redress'

export const redress: Translation<typeof english> = {
  page: 'Wenn Sie nicht einverstanden sind, sagen Sie es auf der Seite Ihres Antrags: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
  below:
    'Wenn Sie nicht einverstanden sind, sagen Sie es unten: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
  again: {
    privacy:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, warum: Dann sieht ein Mensch noch einmal hin.',
    copyright:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    illegal_content:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    opt_out:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und zeigen Sie, dass es Ihres ist: Dann sieht ein Mensch noch einmal hin.',
    licence:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    publicity:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    court_order:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    counter_notice:
      'Wenn Sie nicht einverstanden sind, reichen Sie eine neue Gegendarstellung ein und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    retraction:
      'Wenn Sie nicht einverstanden sind, nehmen Sie ihn noch einmal zurück und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    complaint: 'Andere haben noch einmal hingesehen; ein drittes Mal wird es nicht geprüft.',
    other:
      'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
  },
  privacy: {
    gdpr: 'Sie können sich auch bei der Datenschutzaufsicht an Ihrem Wohnort beschweren (DSGVO Art. 77) und vor Gericht gehen (Art. 79).',
    uk: 'Sie können sich auch beim Information Commissioner’s Office beschweren (UK GDPR Art. 77) und vor Gericht gehen (Art. 79).',
    ccpa: 'Sie können sich auch bei der California Privacy Protection Agency beschweren (Cal. Civ. Code § 1798.199.45) oder beim Attorney General von Kalifornien.',
    other:
      'Sie können sich auch an die Datenschutzaufsicht an Ihrem Wohnort wenden, wenn es eine gibt, und an ein Gericht.',
  },
  beyond: {
    copyright: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
    licence: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
    publicity: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
    court_order: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
    counter_notice: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
    illegal_content:
      'Sie können sich auch an eine zertifizierte Streitbeilegungsstelle (Verordnung (EU) 2022/2065, Art. 21) und an ein Gericht wenden.',
    complaint:
      'Sie können sich auch an eine zertifizierte Streitbeilegungsstelle (Verordnung (EU) 2022/2065, Art. 21) und an ein Gericht wenden.',
  },
}
