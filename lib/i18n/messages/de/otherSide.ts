import type { Translation } from '@/lib/i18n/translation'
import type { otherSide as english } from '../en/otherSide'

export const otherSide: Translation<typeof english> = {
  errors: {
    nothingToRetract: 'Nichts davon ist noch verlangt, oder war es je.',
    mark: 'Markieren Sie mindestens eines.',
    checked: 'Über diese Gegendarstellung hat inzwischen jemand entschieden.',
    notChecked: 'Zuerst muss jemand sie vollständig finden.',
    secondPerson: 'Sie haben sie selbst vollständig gefunden; zustimmen muss jemand anderes.',
    own: 'Sie kam von Ihrer eigenen Adresse: Andere entscheiden darüber.',
    notCountered: 'Hier wartet nichts darauf, zurückgestellt zu werden.',
    noContact: 'Wer sie gesendet hat, ist nicht mehr bekannt.',
    notEnough: 'Dafür ist noch nicht genug festgehalten.',
    notWarned: 'Zuerst muss gewarnt werden, und dann ist Zeit zu lassen.',
    already: 'Das ist schon geschehen.',
    ownDecision: 'Sie haben es selbst entschieden; antworten muss jemand anderes.',
    neverHeld: 'Ein Antrag dieser Art wird nie angehalten.',
  },
  input: {
    extent: 'Sagen Sie, wie viel Sie zurücknehmen.',
    identified: 'Sagen Sie, woran zu sehen war, dass es um ihr Material geht.',
    missing: 'Markieren Sie mindestens eines, das fehlt.',
    court: 'Den Namen des Gerichts.',
    caseNumber: 'Das Aktenzeichen.',
    filedOn: 'Den Tag der Klage, spätestens heute.',
    finding: 'Wählen Sie eines.',
    days: 'Von 1 bis 90 Tagen.',
    grounds: 'Einige Worte, mindestens 10 Zeichen.',
  },
  retracted: {
    reversed:
      '{n, plural, =0 {Keine Entscheidung wurde geändert.} one {# Eintrag ist wieder wie vor dem Antrag.} other {# Einträge sind wieder wie vor dem Antrag.}}',
    stays: {
      flagged:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Die Entscheidung beruht auch auf einem eigenen Fund.',
      other_request:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Das verlangt auch jemand anderes.',
      same_request:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Auch etwas anderes, das der Antrag nennt, führt dorthin.',
      before:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Das war schon vor dem Antrag so.',
      open: '{n, plural, one {# Eintrag wird} other {# Einträge werden}} gerade ohnehin von Menschen neu angesehen.',
      kept: '{n, plural, one {# Eintrag war} other {# Einträge waren}} nicht entfernt; dort war nichts zu tun.',
    },
    rules:
      '{n, plural, one {# dauerhafte Regel, die} other {# dauerhafte Regeln, die}} spätere Fassungen davon freihielt, endete.',
    rulesStay:
      '{n, plural, one {# dauerhafte Regel bleibt} other {# dauerhafte Regeln bleiben}}: Das verlangt auch jemand anderes.',
  },
  putBack: {
    done: '{n, plural, =0 {Keine Entscheidung wurde geändert.} one {# Eintrag ist zurückgestellt.} other {# Einträge sind zurückgestellt.}}',
  },
  news: {
    retracted: 'Der Antrag wurde von der Person zurückgenommen, die ihn gestellt hatte.',
    retractedPart: 'Ein Teil des Antrags wurde von der Person zurückgenommen, die ihn gestellt hatte.',
    countered:
      'Eine Gegendarstellung zu {n, plural, one {# Eintrag} other {# Einträgen}} wurde weitergegeben. {n, plural, one {Er kommt} other {Sie kommen}} nach dem {earliest} und bis zum {latest} zurück, wenn nicht vorher eine Klage mitgeteilt wird.',
  },
  copy: {
    where: 'Was entfernt wurde, und wo es stand',
    all: 'Alles, was auf den Antrag hin entfernt wurde.',
    more: '… und {n, plural, one {# weiteres} other {# weitere}}',
  },
  elements: {
    signature: 'Die Unterschrift: Ihr voller Name (A).',
    material: 'Was entfernt wurde, und wo es vorher stand (B).',
    mistake:
      'Die Erklärung unter Strafandrohung, dass es irrtümlich oder durch Verwechslung entfernt wurde (C).',
    contact: 'Ihr Name, Ihre Anschrift und Ihre Telefonnummer (D).',
    jurisdiction: 'Dass Sie ein Bundesgericht und die Zustellung anerkennen (D).',
    not_theirs:
      'Wir konnten nicht erkennen, dass es Ihr Material ist oder dass Sie für dessen Inhaber handeln.',
  },
}
