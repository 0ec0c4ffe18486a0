import type { Translation } from '@/lib/i18n/translation'
import type { transparency as english } from '../en/transparency'

export const transparency: Translation<typeof english> = {
  title: 'Transparenzbericht',
  titleOf: 'Transparenzbericht zu {dataset}',
  description:
    'Wie viele Anträge es gab, was daraus wurde, wie lange es dauerte und was Maschinen getan haben.',
  lead: 'Was beantragt und was entschieden wurde, gezählt. Eingeschränktes Material steht in keiner Zahl von Entscheidungen; Anträge zu den eigenen Daten eines Menschen werden nur ungefähr gezählt.',
  running: 'Dieser Zeitraum ist nicht vorbei: Seine Zahlen wachsen noch.',
  json: 'Alles als JSON',
  busy: {
    title: 'Zu viele auf einmal',
    text: 'Es werden gerade Berichte für andere erstellt, oder Sie haben sehr viele abgerufen. Versuchen Sie es in einer Minute wieder.',
  },
  choose: {
    label: 'Welcher Bericht',
    dataset: 'Datensatz',
    all: 'Alle Datensätze',
    period: 'Zeitraum',
    half: '{half, select, 1 {erste Hälfte {year}} other {zweite Hälfte {year}}}',
    show: 'Zeigen',
  },
  kinds: {
    title: 'Anträge und Ergebnisse',
    about:
      'Bestätigte Anträge nach dem Tag, an dem sie gestellt wurden. Das Ergebnis ist das letzte, nach Beschwerden, falls es welche gab.',
    empty: 'In diesem Zeitraum wurde kein Antrag bestätigt.',
  },
  times: {
    title: 'Zeit bis zur Antwort',
    about:
      'Vom Absenden eines Antrags bis zur ersten Antwort, und bis zum ersten Mal ein Mensch damit zu tun hatte. Neun von zehn Anträgen wurden innerhalb der zweiten Zeit beantwortet. Fristgerecht: von den Antwortfristen, die zu Ende sind. Verspätet: Anträge mit einer solchen Frist, die abgelaufen ist. Anträge zu den eigenen Daten eines Menschen sind eine Zeile, sobald der Zeitraum vorbei ist und mindestens {fewest, number} davon beantwortet wurden: ungefähr gezählt, in ganzen Tagen.',
  },
  months: {
    title: 'Monat für Monat',
    about:
      'Aufgeführte Anträge nach dem Monat, in dem sie gestellt wurden, und wie viele davon seither beantwortet sind.',
  },
  appeals: {
    title: 'Beschwerden',
    about:
      'Was in diesem Zeitraum angefochten wurde; es wurde von Menschen erneut geprüft, die nicht daran beteiligt waren. Ein Antrag zählt einmal, was immer an seiner Antwort angefochten wurde, auch dass er zurückgewiesen wurde; das Team und wer den Datensatz veröffentlicht fechten einzelne Entscheidungen an. Antworten: Anträge, die im Zeitraum zuerst beantwortet wurden, oder Entscheidungen, die darin fielen.',
    empty: 'In diesem Zeitraum wurde nichts beantwortet oder angefochten.',
  },
  automation: {
    title: 'Menschen und Maschinen',
    about:
      'Entscheidungen über Einträge, nach Kategorie. Auf manche hatte eine Erkennung oder ein Import hingewiesen; ob das zutrifft, entscheiden Menschen, manchmal gesammelt über gleichartige Einträge.',
    empty: 'In diesem Zeitraum wurde nichts entschieden.',
  },
  flags: {
    title: 'Vom Hinweis zur Entscheidung',
    about:
      'Einträge, auf die in diesem Zeitraum hingewiesen wurde, nach Kategorie und Herkunft des Hinweises, und was bis jetzt daraus wurde.',
    empty: 'In diesem Zeitraum gab es keinen Hinweis.',
  },
  column: {
    kind: 'Art',
    received: 'Eingegangen',
    targets: 'Genannt',
    granted: 'Stattgegeben',
    inPart: 'Teilweise',
    declined: 'Abgelehnt',
    notFound: 'Nichts gefunden',
    rejected: 'Zurückgewiesen',
    withdrawn: 'Zurückgenommen',
    open: 'Offen',
    answered: 'Beantwortet',
    median: 'Median',
    p90: 'Neun von zehn',
    look: 'Erster Blick',
    inTime: 'Fristgerecht',
    late: 'Verspätet',
    extended: 'Verlängert',
    paused: 'Angehalten',
    basis: 'Beschwerde von',
    complaintAbout: 'Worüber',
    answers: 'Antworten',
    complaints: 'Beschwerden',
    complaintRate: 'Angefochten',
    upheld: 'Bestätigt',
    partly: 'Teilweise aufgehoben',
    overturned: 'Aufgehoben',
    overturnRate: 'Anteil aufgehoben',
    month: 'Monat',
    decision: 'Entscheidung',
    items: 'Einträge',
    requested: 'Beantragt',
    detected: 'Erkannt',
    batch: 'Gesammelt',
    bySystem: 'Nur durch eine Regel',
    automated: 'Automatisch',
    category: 'Kategorie',
    source: 'Hinweis von',
    flagged: 'Hinweise',
    decided: 'Entschieden',
    acted: 'Mit Folgen',
    precision: 'Anteil mit Folgen',
  },
  total: 'Summe dieser',
  allCategories: 'Alle Kategorien',
  removals: 'Entfernungen',
  basis: {
    requester: 'denen, die den Antrag gestellt hatten',
    author: 'denen, die geschrieben haben, was entfernt wurde',
    maintainer: 'denen, die den Datensatz veröffentlichen, oder dem Team',
  },
  source: { detector: 'Erkennung', import: 'Import', report: 'Meldung' },
  counted: {
    privacy: 'Persönliche Daten (nur gezählt)',
    restricted: 'Eingeschränktes Material (nur gezählt)',
    few: 'weniger als 5',
    about: '{n, number} oder mehr',
    later: 'erst nach dem Zeitraum',
  },
  eu: {
    title: 'Die Vorlage der Europäischen Union',
    text: 'Dieselben Zahlen in den elf Teilen der Durchführungsverordnung (EU) 2024/2835, als CSV mit den Spalten und Zeilen ihrer Vorlagen, auf Englisch.',
    caption: 'Teile der Vorlage',
    part: 'Teil',
    file: 'Datei',
    does: 'Trifft zu',
    yes: 'Ja',
    no: 'Nein: {why}',
    download: 'CSV',
    name: {
      report_identification: 'Angaben zum Bericht',
      categories_names: 'Namen der Kategorien',
      member_states_orders: 'Anordnungen von Mitgliedstaaten',
      notices: 'Meldungen',
      own_initiative_illegal: 'Eigeninitiative, rechtswidrige Inhalte',
      own_initiative_TC: 'Eigeninitiative, Nutzungsbedingungen',
      appeals_and_recidivism: 'Beschwerden und Aussetzungen',
      automated_means: 'Automatische Mittel',
      human_resources: 'Menschen',
      AMAR: 'Mittlere Zahl der Nutzenden im Monat',
      qualitative: 'Beschreibung in Worten',
    },
    why: {
      AMAR: 'Niemand zählt, wer einen Datensatz liest.',
    },
    qualitative: {
      orders:
        'Anordnungen von Gerichten und Behörden kommen über ein eigenes Formular; bevor etwas geschieht, prüft ein Mensch, ob sie echt sind.',
      notices:
        'Alle können ohne Konto eine Meldung schicken. Jeder genannte Eintrag wird zu einem Fall, über den Menschen nach der Richtlinie des Datensatzes mit einem Grund entscheiden.',
      own: 'Erkennungen und importierte Hinweise weisen auf Einträge hin. Sie entscheiden nichts.',
      automated:
        'Erkennungen suchen nach persönlichen Daten, Geheimnissen, Lizenz- und Urhebervermerken und Hass.',
      accuracy:
        'Die Fehlerquote der Erkennungen ist der Anteil dessen, was Menschen trotz Hinweis behalten haben, ihre Genauigkeit also der Rest. Was sie übersehen, ist nicht gezählt.',
      purposes:
        'Sie weisen Menschen auf Einträge hin, die gegen die Richtlinie des Datensatzes verstoßen könnten.',
      safeguards:
        'Wer prüft, sieht die Stimmen der anderen nicht; rechtliche Ansprüche brauchen zwei Menschen; wer entschieden hat, ist an einer Beschwerde nicht beteiligt; jede Entscheidung steht in einem öffentlichen Protokoll.',
      suspensions:
        'Wer häufig offensichtlich unbegründete Meldungen schickt, wird erst verwarnt und dann auf Zeit ausgesetzt: Die Meldungen werden angenommen und warten auf einen Menschen. Anträge zu eigenen Daten, eingeschränktem Material, Anordnungen von Gerichten und Gegendarstellungen warten nie. Dagegen ist eine Beschwerde möglich, über die jemand anderes entscheidet.',
      counted:
        'Anträge zu den eigenen Daten eines Menschen und eingeschränktes Material werden nur ungefähr gezählt und stehen in keiner anderen Zahl.',
    },
  },
}
