import type { Translation } from '@/lib/i18n/translation'
import type { shell as english } from '../en/shell'

export const shell: Translation<typeof english> = {
  description:
    'Was in offenen Datensätzen beanstandet wird, prüfen Menschen öffentlich; wer in einem Datensatz steht, kommt wieder heraus; jede Ausgabe beweist, was entschieden wurde.',
  title: 'Winnow: Vertrauen und Sicherheit für offene Datensätze',
  skip: 'Zum Inhalt springen',
  main: 'Hauptmenü',
  console: 'Arbeitsbereich',
  menu: 'Menü',
  signIn: 'Anmelden',
  yourAccount: 'Ihr Konto: ',
  language: 'Sprache',
  back: 'Zurück',
  motto: 'Jede Entscheidung steht im Protokoll. Nichts hier will geglaubt werden.',
  colours: { label: 'Farben', system: 'System', light: 'Hell', dark: 'Dunkel' },
  nav: {
    audit: 'Revision',
    datasets: 'Datensätze',
    erasures: 'Löschungen',
    log: 'Protokoll',
    mailbox: 'Postfach',
    metrics: 'Kennzahlen',
    queue: 'Warteschlange',
    reports: 'Berichte',
    takedowns: 'Entfernungen',
    team: 'Team',
    triage: 'Sichtung',
  },
  foot: {
    log: 'Öffentliches Protokoll',
    lookup: 'Sind meine Daten darin?',
    register: 'Register der Anträge',
    transparency: 'Transparenzbericht',
    takedown: 'Entfernung beantragen',
    key: 'Schlüssel des Protokolls',
    checkpoint: 'Unterschriebener Prüfpunkt',
  },
  readOnly:
    '<strong>Diese Instanz ist schreibgeschützt.</strong> Sie wurde aus einer Sicherung wiederhergestellt, die älter ist als ihr Protokoll. Alles ist lesbar; ändern lässt sich erst wieder etwas, wenn ein Betreiber das Protokoll wiederhergestellt hat.',
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Unter dieser Adresse gibt es nichts, oder nichts, was Sie sehen dürfen. Haben Sie sie eingetippt, prüfen Sie sie auf einen Fehler; sind Sie einem Link gefolgt, sagen Sie dort Bescheid, woher Sie ihn haben.',
    request: 'War es der Link zu Ihrem Antrag? <link>Lassen Sie ihn sich noch einmal senden</link>.',
    datasets: 'Zu den Datensätzen',
    start: 'Zur Startseite',
  },
  failed: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    text: 'Der Fehler liegt bei uns. Nichts, was Sie gesendet haben, ist halb geschehen: Eine Änderung wird ganz festgehalten oder gar nicht.',
    number: 'Bleibt es dabei, nennen Sie dem Betreiber diese Nummer: <code>{digest}</code>',
    again: 'Erneut versuchen',
  },
}
