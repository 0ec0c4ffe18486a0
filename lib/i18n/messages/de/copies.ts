import type { Translation } from '@/lib/i18n/translation'
import type { copies as english } from '../en/copies'

export const copies: Translation<typeof english> = {
  title: 'Sie haben eine Kopie eines Datensatzes?',
  lead: 'Dann erfahren Sie, was daraus entfernt werden muss: jede neue Ausgabe, Ausgaben, die nicht mehr benutzt werden dürfen, und was zwischen zwei Ausgaben entfällt.',
  none: 'Hier wurde noch nichts veröffentlicht',
  noneText: 'Sobald ein Datensatz eine Ausgabe hat, können Sie sich eintragen.',
  what: {
    letters:
      'Sie erhalten einen Brief für alles, was in einer Stunde neu ist, und bestellen Briefe mit einem Klick ab.',
    list: 'Sie erhalten die signierte Liste dessen, was ansteht. Die eingeschränkten Zeilen enthält sie, sobald die Betreuung geprüft hat, wer Sie sind.',
    seen: 'Die Betreuung des Datensatzes sieht Ihren Namen, Ihre Organisation, Ihre Adresse und welche Ausgabe Sie benutzen. Alle anderen sehen nur, wie viele Sie sind und wie viele die neueste Ausgabe angewandt haben.',
    erased:
      'Ihre Angaben werden verschlüsselt gespeichert. Sie werden gelöscht, wenn Sie sich austragen, oder zwei Jahre, nachdem wir zuletzt von Ihnen gehört haben.',
  },
  form: {
    dataset: 'Welcher Datensatz',
    choose: 'Datensatz wählen',
    version: 'Die Ausgabe, die Sie benutzen',
    versionHint: 'Etwa 2.0.0. Lassen Sie das Feld leer, wenn Sie es nicht wissen.',
    name: 'Ihr Name',
    nameHint: 'Oder der eines Teams.',
    organisation: 'Organisation, falls es eine gibt',
    email: 'E-Mail-Adresse',
    emailHint: 'Wir schicken einen Link, mit dem Sie sie bestätigen.',
    website: 'Bitte leer lassen',
    sending: 'Wird gesendet …',
    submit: 'Eintragen',
  },
  sent: {
    text: 'Wir haben einen Link an Ihre Adresse geschickt. Er gilt einmal, innerhalb von {hours, number} Stunden.',
    letters: 'den Brief mit dem Link',
    again: 'Noch einmal eintragen',
  },
  confirm: {
    title: 'Adresse bestätigen',
    lead: 'Mit diesem Knopf sind Sie mit Ihrer Kopie eingetragen.',
    confirming: 'Wird bestätigt …',
    action: 'Bestätigen',
    again: 'Eintragen',
    used: {
      title: 'Diese Adresse ist bestätigt',
      lead: 'Der Link zu Ihrer eigenen Seite steht in dem Brief, der darauf folgte.',
    },
    over: {
      title: 'Dieser Link ist abgelaufen',
      lead: 'Ihre Angaben wurden gelöscht. Sie können sich noch einmal eintragen.',
    },
  },
  left: {
    title: 'Sie sind ausgetragen',
    lead: 'Ihr Name, Ihre Adresse und unsere Briefe an Sie sind gelöscht.',
    action: 'Zu den Datensätzen',
  },
  page: {
    title: 'Ihre Kopien',
    lead: 'Eingetragen für {name}.',
    current: 'Sie haben {release} angewandt, die neueste Ausgabe.',
    behind: 'Die neueste Ausgabe ist {release}. Bitte wenden Sie sie an und sagen Sie es hier.',
    uses: 'Sie haben angegeben, dass Sie {release} benutzen.',
    pending:
      '{n, plural, one {# Zeile entfällt} other {# Zeilen entfallen}} schon vor der nächsten Ausgabe: <link>die signierte Liste für Sie</link>. Angewandt wird sie mit winnow apply --pending.',
    approved:
      'Ihre Liste enthält auch die eingeschränkten Zeilen: Die Betreuung hat geprüft, wer Sie sind. Was darin über die öffentliche Liste hinausgeht, ist nur für Ihre Kopie bestimmt.',
    notApproved:
      'Ihre Liste ist die öffentliche. Die eingeschränkten Zeilen erfährt nur, wen die Betreuung des Datensatzes geprüft hat.',
    applied: {
      release: 'Ich habe diese Ausgabe angewandt',
      receipt: 'SHA-256 der Quittung, wenn Sie mögen',
      receiptHint: 'Von winnow-receipt.json: 64 hexadezimale Ziffern.',
      action: 'Mitteilen',
    },
    add: {
      title: 'Noch ein Datensatz',
      dataset: 'Datensatz',
      version: 'Die Ausgabe, die Sie benutzen',
      action: 'Hinzufügen',
    },
    letters: {
      title: 'Briefe',
      on: 'Sie erhalten Briefe.',
      off: 'Sie erhalten keine Briefe.',
      stop: 'Briefe abbestellen',
      start: 'Wieder Briefe erhalten',
    },
    leave: {
      text: 'Ihr Name und Ihre Adresse werden gelöscht, wenn Sie sich austragen, oder am <date></date>, wenn wir vorher nichts von Ihnen hören.',
      action: 'Austragen und alles löschen',
    },
    secret: 'Wer die Adresse dieser Seite ({path}) hat, kann all das tun: Bitte behalten Sie sie für sich.',
  },
  team: {
    title: 'Kopien',
    lead: 'Wer eine Kopie des Datensatzes hat und benachrichtigt werden will, und wo es ihn sonst noch gibt.',
    denied: 'Für die Betreuung',
    holders: 'Kopien anderer',
    count:
      '{n, plural, one {# eingetragene Kopie} other {# eingetragene Kopien}}, {current, number} auf dem neuesten Stand',
    none: 'Noch hat sich niemand eingetragen',
    noneText: 'Eintragen kann man sich auf der Seite des Datensatzes.',
    caption: 'Wer eine Kopie hat, die veralteten zuerst',
    who: 'Wer',
    uses: 'Benutzt',
    unknown: 'nicht angegeben',
    since: 'Seit',
    confirmed: 'Zuletzt bestätigt',
    never: 'nie',
    state: 'Stand',
    behind: 'Veraltet',
    current: 'Aktuell',
    restricted: 'Eingeschränkte Zeilen',
    told: 'Freigegeben',
    notTold: 'Nicht freigegeben',
    vetLead:
      'Wer hier steht, erfährt, was die öffentliche Liste sagt. Die eingeschränkten Zeilen (Schutz von Kindern, intime Bilder) erfährt nur, wen Sie geprüft haben: dass diese Person ist, wer sie zu sein angibt, dass sie eine Kopie hat und die Zeilen braucht, um sie zu bereinigen. Wer beide Listen hat, sieht, welche Zeilen eingeschränkt sind.',
    approve: 'Freigeben',
    approving: 'Wird freigegeben …',
    approveWhy: 'Was Sie geprüft haben, und wie',
    approveFor: '{name} freigeben',
    revoke: 'Widerrufen',
    revoking: 'Wird widerrufen …',
    revokeWhy: 'Warum die Freigabe endet',
    revokeFor: 'Freigabe von {name} widerrufen',
    why: 'Wird mit dem Namen verschlüsselt gespeichert und mit ihm gelöscht.',
    vetted: {
      approved: 'Am {date} von {who} freigegeben',
      revoked: 'Am {date} von {who} widerrufen',
    },
  },
  public: {
    register: 'Erfahren, was entfallen muss',
    count:
      '{n, plural, =0 {Es sind keine Kopien eingetragen.} one {# Kopie ist eingetragen, {current, number} davon hat die neueste Ausgabe angewandt.} other {# Kopien sind eingetragen, {current, number} davon haben die neueste Ausgabe angewandt.}}',
    list: 'Signierte Liste dessen, was vor der nächsten Ausgabe entfällt',
    title: 'Kopien',
  },
  input: {
    dataset: 'Wählen Sie einen Datensatz',
    name: 'Schreiben Sie einen Namen mit mindestens zwei Buchstaben',
    version: 'Schreiben Sie eine Ausgabe wie 2.0.0',
    receipt: 'Ein SHA-256 hat 64 hexadezimale Ziffern',
    reason: 'Schreiben Sie mindestens zehn Buchstaben',
  },
  errors: {
    dataset: 'Von diesem Datensatz wurde nichts veröffentlicht.',
    release: 'Diese Ausgabe gibt es nicht bei den Datensätzen, für die Sie eingetragen sind.',
    confirmed: 'Diese Adresse ist schon bestätigt.',
    over: 'Dieser Link ist abgelaufen.',
    noHolder: 'Niemand Eingetragenes hat diese Kopie noch.',
    approved: 'Diese Kopie ist schon freigegeben.',
    revoked: 'Diese Kopie ist nicht freigegeben.',
  },
}
