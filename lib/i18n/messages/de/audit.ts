import type { Translation } from '@/lib/i18n/translation'
import type { audit as english } from '../en/audit'

export const audit: Translation<typeof english> = {
  title: 'Revision',
  lead: 'Das Protokoll in ganzen Sätzen. Leitung und Betreuung lesen für ihre Datensätze, was warum und von wem geschah, die Verwaltung für die Website; alle anderen lesen, was öffentlich ist.',
  draws: 'Ziehungen',
  publicOnly: 'nur öffentlicher Teil',
  list: {
    title: 'Ziehungen für die Revision',
    lead: 'Das Protokoll beweist, dass keine Entscheidung geändert wurde, nicht, dass sie richtig war. Dafür werden einige ausgelost, und die Revision liest sie ganz: den Text, den Grund, die Richtlinie, die Stimmen.',
    section: 'Ziehungen',
    none: {
      title: 'Es wurde noch nichts gezogen',
      text: 'Gezogen wird aus den Entscheidungen seit der letzten Ziehung. Niemand kann vorher wissen, welche es sind.',
    },
    announce: 'Entscheidungen ziehen lassen',
  },
  announce: {
    dataset: 'Entscheidungen zu',
    everywhere: 'Alle Datensätze',
    k: {
      label: 'Wie viele',
      hint: 'Jede wird von einem Menschen gelesen. Gibt es weniger, werden alle gezogen.',
    },
    submit: 'Ziehung ankündigen',
    pending: 'Wird angekündigt …',
  },
  table: {
    caption: 'Ziehungen, neueste zuerst',
    dataset: 'Entscheidungen zu',
    everywhere: 'Alle Datensätze',
    entries: 'Protokolleinträge',
    range: '{from, number} bis {to, number}',
    drawn: 'Gezogen',
    opened: 'Geöffnet',
    state: 'Stand',
    announced: 'Angekündigt',
  },
  state: {
    waitsForCheckpoint: 'wartet auf den nächsten Prüfpunkt',
    waitsFor: 'wartet auf {witness}',
    read: 'gelesen',
    toRead: 'zu lesen',
    until: 'bis <day></day>',
  },
  draw: {
    title: 'Ziehung',
    of: 'Ziehung aus {dataset}',
    ofAll: 'Ziehung aus allen Datensätzen',
    lead: {
      drawnByNobody:
        '{k, plural, one {# Entscheidung} other {# Entscheidungen}} unter den Protokolleinträgen {from, number} bis {to, number}, gezogen durch einen Prüfpunkt des Protokolls, den kein Zeuge unterschrieben hat: Wer dieses Protokoll betreibt, hätte ihn aussuchen können.',
      drawn:
        '{k, plural, one {# Entscheidung} other {# Entscheidungen}} unter den Protokolleinträgen {from, number} bis {to, number}, gezogen durch das, was {witness} nach der Ankündigung unterschrieben hat.',
      waitsForCheckpoint:
        '{k, plural, one {# Entscheidung} other {# Entscheidungen}} unter den Protokolleinträgen {from, number} bis {to, number} – gezogen wird durch den nächsten Prüfpunkt. Noch kann niemand wissen, welche es sind.',
      waits:
        '{k, plural, one {# Entscheidung} other {# Entscheidungen}} unter den Protokolleinträgen {from, number} bis {to, number} – gezogen wird durch das, was {witness} als Nächstes unterschreibt. Noch kann niemand wissen, welche es sind.',
    },
    takeAlong: 'Öffnungen mitnehmen',
    entries: 'Gezogene Protokolleinträge',
    recorded:
      'Dass Sie einen Protokolleintrag öffnen oder die Öffnungen mitnehmen, wird festgehalten. Die Öffnungen sagen, um welche Texte es bei Entscheidungen geht: Behalten Sie sie für sich.',
    again: 'Selbst nachrechnen',
    command: 'Allein mit dem öffentlichen Protokoll; die Revision fügt --check und die mitgenommene Datei an',
    facts: {
      announced: 'Angekündigt durch',
      announcedBy: 'Protokolleintrag {index, number}, <id>{entryId}</id>',
      announcedLater: 'einen Protokolleintrag, der noch auf seine Nummer wartet, <id>{entryId}</id>',
      settled: { term: 'Festgelegt durch', by: 'den Prüfpunkt der Größe {size, number}' },
      among: {
        term: 'Gezogen aus',
        entries: '{n, plural, one {# Protokolleintrag} other {# Protokolleinträgen}}',
      },
      seed: 'Startwert',
      due: 'Zu lesen bis',
    },
  },
  drawn: {
    caption: 'Gezogene Protokolleinträge in der Reihenfolge des Protokolls',
    entry: 'Nummer',
    shown: 'Was alle lesen',
    what: 'Was',
    when: 'Wann',
    auditors: 'Für die Revision',
    read: 'Lesen<hidden>: Protokolleintrag {index}</hidden>',
    unopened: 'noch nicht geöffnet',
    openedBy: 'von {n, plural, one {# Person} other {# Personen}} der Revision geöffnet',
    sealed: 'gesperrt: für die Schutzbeauftragten',
    erased: 'lässt sich nicht mehr öffnen: wurde gelöscht',
  },
  entry: {
    title: 'Gezogener Protokolleintrag',
    number: 'Protokolleintrag {index, number}',
    open: {
      text: 'Geöffnet zeigt er den Text, was darüber entschieden wurde und warum. Dass Sie ihn geöffnet haben, wird festgehalten und bleibt es.',
      action: 'Diesen Protokolleintrag öffnen',
      pending: 'Wird geöffnet …',
    },
    sealed: {
      title: 'Für die Schutzbeauftragten',
      text: 'Es geht um etwas Gesperrtes. Dass er gezogen wurde, dürfen Sie wissen; was er sagt, prüfen die Schutzbeauftragten.',
    },
    erased: {
      title: 'Was diesen Protokolleintrag öffnete, wurde vernichtet',
      text: 'Seine Nachweise bleiben gültig, und ein Eintrag des Protokolls sagt, dass er gelöscht wurde.',
    },
    public: 'Was alle von diesem Protokolleintrag sehen',
  },
  opened: {
    uncommitted: {
      title: 'Das ist nicht, worauf sich das Protokoll festgelegt hat',
      text: 'Die gespeicherte Öffnung passt nicht zum Protokolleintrag. Sagen Sie es denen, die diese Website betreiben, und behalten Sie Ihre Kopie.',
    },
    superseded: {
      title: 'Eine spätere Entscheidung hat diese ersetzt',
      text: 'Sie ändert keine Ausgabe mehr.',
    },
    text: 'Der Text',
    textOf: 'Text des Feldes {field}',
    redacted: 'geschwärzt',
    decision: 'Die Entscheidung',
    reason: 'Grund',
    noReason: 'steht nicht mehr in der Richtlinie',
    asks: 'Was er verlangt',
    by: 'Von',
    when: 'Wann',
    votes: 'Stimmen',
    noVotes: 'keine: Es wurde unmittelbar entschieden',
    vote: '{by}: {action, select, keep {behalten} remove {entfernen} redact {schwärzen} restrict {einschränken} other {kennzeichnen}} ({reason})',
    digest: 'Prüfsumme des Textes',
    digestSubject: 'Prüfsumme des Eintrags',
    opening: {
      term: 'Öffnung',
      right: 'die, auf die sich der Protokolleintrag festlegt',
      wrong: 'eine andere als die, auf die sich der Protokolleintrag festlegt',
    },
    policy: 'Die Richtlinie, nach der entschieden wurde: Version {number}',
    defaultPolicy: 'Die Richtlinie, nach der entschieden wurde: Standard, Version {number}',
    restricted: {
      title: 'Für die Schutzbeauftragten',
      text: 'Nach der Entscheidung wurde dieser Text gesperrt: Nur Schutzbeauftragte dürfen ihn sehen.',
    },
    gone: {
      title: 'Der Text ist nicht mehr gespeichert',
      text: 'Er wurde gelöscht. Was über ihn entschieden wurde, bleibt festgehalten.',
    },
  },
  input: {
    number: 'Geben Sie eine Zahl ein.',
    whole: 'Geben Sie eine ganze Zahl ein.',
    least: 'Mindestens eine Entscheidung wird gezogen.',
    most: 'Höchstens {most, number} Entscheidungen werden auf einmal gezogen.',
  },
  errors: { nothingDecided: 'Seit der letzten Ziehung wurde nichts entschieden.' },
}
