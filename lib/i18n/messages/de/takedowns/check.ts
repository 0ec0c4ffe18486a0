/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { check as english } from '../../en/takedowns/check'

export const check: Translation<typeof english> = {
  step: 'Schritt 2 von 2',
  title: 'Prüfen Sie Ihre Angaben',
  request: 'Antrag',
  dataset: 'Datensatz',
  where: 'Wo es steht',
  declare: 'Sie erklären',
  everything: 'Alles, worum es im früheren Antrag ging',
  empty: 'Leer gelassen',
  rights:
    'Sie verlangen {n, plural, one {eines} other {# Dinge}}. Jedes wird ein eigener Antrag mit eigener Frist, eigenen Briefen und eigener privater Seite; ein Klick in unserem Schreiben bestätigt alle.',
  whatFollows:
    'Wenn Sie den Antrag abschicken, senden wir einen Link an <address></address>. Der Antrag zählt ab dem Absenden und wird gelesen, sobald Sie auf der verlinkten Seite den Knopf gedrückt haben.',
  send: 'Antrag abschicken',
  change: 'Zurück und ändern',
  scope: {
    chosen: {
      author: 'Sie haben alles von einem Autor gewählt',
      account: 'Sie haben alles von einem Konto gewählt',
      domain: 'Sie haben alles von einer Domain gewählt',
      path: 'Sie haben alles unterhalb einer Adresse gewählt',
    },
    narrower:
      '{n, plural, one {Eine Ihrer Angaben ist} other {# Ihrer Angaben sind}} weniger als das. So bleibt nur {n, plural, one {diese eine} other {dieses Genannte}} draußen und nichts weiter von dort.',
    more: '… und {n, number} weitere',
    go: 'Stattdessen all das meinen',
    how: {
      author:
        'Um einen Autor zu meinen, ändern Sie Ihre Antworten und schreiben Sie „author:“ und den Namen in eine eigene Zeile.',
      account:
        'Um ein Konto zu meinen, ändern Sie Ihre Antworten und schreiben Sie „account:“ und dessen Namen in eine eigene Zeile, oder die Adresse seiner Seite.',
      domain:
        'Um eine Domain zu meinen, ändern Sie Ihre Antworten und schreiben Sie sie allein in eine Zeile, etwa example.org.',
      path: 'Um alles unterhalb einer Adresse zu meinen, ändern Sie Ihre Antworten und schreiben Sie sie mit einem Schrägstrich am Ende.',
    },
  },
  meant: {
    privacy: 'Sie machen auch ein Recht an personenbezogenen Daten geltend',
    privacyText:
      'Dafür gibt es ein eigenes Formular: Nach dem Gesetz erhalten Sie innerhalb eines Monats eine Antwort, und es fragt Sie weniger. Was Sie geschrieben haben, bleibt erhalten.',
    privacyElse:
      'Auch wenn Sie es so abschicken, geht nichts verloren: Wir legen daneben einen eigenen Antrag mit eigener Frist an.',
    privacyGo: 'Einen Antrag zu personenbezogenen Daten daraus machen',
    opt_out: 'Sie behalten sich auch Ihr Werk gegen das Training vor',
    opt_outText:
      'Dafür gibt es ein eigenes Formular; wird dem Widerspruch gefolgt, gilt er auch für spätere Fassungen. Was Sie geschrieben haben, bleibt erhalten. Sie können auch beides abschicken.',
    opt_outGo: 'Einen Widerspruch daraus machen',
  },
}
