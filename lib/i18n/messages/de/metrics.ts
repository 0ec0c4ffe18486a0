import type { Translation } from '@/lib/i18n/translation'
import type { metrics as english } from '../en/metrics'

export const metrics: Translation<typeof english> = {
  title: 'Kennzahlen',
  lead: 'Wie die Prüfung jedes Datensatzes läuft.',
  none: {
    title: 'Keine Kennzahlen für Sie',
    text: 'Leitung und Betreuung eines Datensatzes sowie die Verwaltung lesen, wie seine Prüfung läuft.',
  },
  of: 'Kennzahlen von {dataset}',
  ofLead:
    'Wie die Prüfung läuft, in Zahlen über die Arbeit. Prüfende stehen unter ihrem Pseudonym; gesperrte Fälle sind in keiner Zahl enthalten.',
  denied: 'Sie können diese Kennzahlen nicht lesen',
  onlyLeads: 'Nur eine Leitung dieses Datensatzes vergleicht seine Prüfenden.',
  periods: 'Zeitraum',
  period: { '7': 'Letzte 7 Tage', '30': 'Letzte 30 Tage', '90': 'Letzte 90 Tage', all: 'Gesamt' },
  csv: 'CSV<hidden>: {title}</hidden>',
  chart: {
    interval: '95-%-Intervall',
    last: '{value} in der letzten Woche',
    noneLast: 'nichts in der letzten Woche',
    most: 'höchstens {value}',
  },
  row: {
    week: 'Woche vom {week}',
    pair: '{first} und {second}',
    all: 'Gesamt',
    allQueues: 'Alle Warteschlangen',
    noQueue: 'In keiner Warteschlange',
    retiredQueue: '{queue} (stillgelegt)',
    queue: 'Warteschlange {queue}',
    policy: 'Version {version} der Richtlinie',
  },
  column: {
    redactedRounds: 'Runden mit zwei Schwärzungen',
    redactions: 'Schwärzungen darin',
    f1: 'F1',
    f1From: 'F1 95 % von',
    f1To: 'F1 95 % bis',
    jaccard: 'Jaccard',
    queue: 'Warteschlange',
    inbound: 'Eingang',
    decisions: 'Entscheidungen',
    open: 'Offen',
    oldest: 'Ältester',
    votesMeasured: 'Gemessene Stimmen',
    handlingMedian: 'Bearbeitung, Median',
    handlingMost: 'Bearbeitung, 9 von 10 in höchstens',
    casesDecided: 'Entschiedene Fälle',
    waitingMedian: 'Wartezeit, Median',
    waitingMost: 'Wartezeit, 9 von 10 in höchstens',
    action: 'Maßnahme',
    share: 'Anteil',
    upheld: 'Bestätigt',
    overturned: 'Aufgehoben',
    overturnRate: 'Aufhebungsquote',
    from: '95 % von',
    to: '95 % bis',
    week: 'Woche ab',
    alpha: 'Krippendorffs α',
    alphaFrom: 'α 95 % von',
    alphaTo: 'α 95 % bis',
    fleiss: 'Fleiss’ κ',
    cohen: 'Cohens κ',
    cohenMean: 'Cohens κ, Mittel der Paare',
    among: 'Bereich',
    rounds: 'Runden mit zwei Stimmen',
    votesInThem: 'Stimmen darin',
    sameAction: 'Gleiche Maßnahme',
    reviewer: 'Prüfende Person',
    reviewers: 'Prüfende',
    unusual: 'Was auffällt',
    with: 'Mit',
    common: 'Gemeinsame Runden',
    byChance: 'Durch Zufall',
    othersCommon: 'Runden mit anderen',
    othersSame: 'Gleiche Maßnahme mit anderen',
    detector: 'Detektor',
    type: 'Art',
    judged: 'Beurteilte Meldungen',
    right: 'Richtig',
    precision: 'Genauigkeit',
    votes: 'Stimmen',
    median: 'Median',
    othersMedian: 'Median der anderen',
    shareOfTime: 'Anteil an deren Zeit',
    answered: 'Beantwortet',
    asExpected: 'Wie erwartet',
    atLeast: 'Mindestens',
    atMost: 'Höchstens',
    now: 'Jetzt',
  },
  flow: {
    title: 'Was eingeht, entschieden wird und wartet',
    about:
      'Eingang: Fälle, die im Zeitraum eröffnet wurden, auch wiedereröffnete. Ein Fall zählt dort, wo er jetzt ist. Offen und Ältester: Stand jetzt.',
    empty: 'Nichts ist eingegangen, und nichts wartet.',
  },
  times: {
    title: 'Wie lange es dauert',
    about:
      'Bearbeitung: vom Öffnen eines Falls bis zur Stimme, wie der Browser der prüfenden Person es gemessen hat. Wartezeit: von der Eröffnung oder Wiedereröffnung eines Falls bis zur geltenden Entscheidung.',
    empty: 'In diesem Zeitraum hat niemand abgestimmt, und nichts wurde entschieden.',
  },
  outcomes: {
    title: 'Entscheidungen nach Maßnahme',
    about: 'Jede Entscheidung des Zeitraums, auch solche, die eine spätere ersetzt hat.',
    empty: 'In diesem Zeitraum wurde nichts entschieden.',
  },
  overturned: {
    title: 'Aufgehoben',
    about:
      'Von den Entscheidungen des Zeitraums jene, die seither durch einen Einspruch oder unmittelbar durch eine Leitung ersetzt wurden: aufgehoben, wenn Maßnahme oder Stellen abweichen, sonst bestätigt. Neue Funde, die einen Fall wiedereröffnen, zählen zu keinem von beiden.',
  },
  weeks: {
    title: 'Woche für Woche',
    about:
      'Wochen beginnen am Montag, UTC; die erste und die letzte können durch den Zeitraum verkürzt sein. Die Übereinstimmung ist die der Stimmen dieser Woche; das Mittel wird über Paare mit mindestens {least} gemeinsamen Runden darin gebildet.',
    empty: 'In diesem Zeitraum ist nichts geschehen.',
  },
  agreement: {
    title: 'Übereinstimmung',
    about:
      'Zwischen den Maßnahmen, die in abgeschlossenen Runden gewählt wurden, ohne die Schlichtung durch eine Leitung. Krippendorffs α und Fleiss’ κ sind um den Zufall bereinigt: 1 ist vollkommen, 0 ist, was der Zufall ergibt. Das Intervall wird über die Runden gezogen. Cohens κ ist das Mittel über Paare mit mindestens {least} gemeinsamen Runden.',
    empty: 'In diesem Zeitraum ist keine Runde mit einer Stimme abgeschlossen worden.',
  },
  agreementWeeks: {
    title: 'Übereinstimmung nach Warteschlange und Richtlinie, Woche für Woche',
    about:
      'Von den Stimmen jeder Woche, ab ihrem Montag, die letzte zuerst. Cohens κ ist das Mittel über Paare mit mindestens {least} gemeinsamen Runden in dieser Woche.',
  },
  pairs: {
    title: 'Übereinstimmung je zweier Prüfender',
    about:
      'Cohens κ für je zwei Prüfende mit mindestens {least} gemeinsamen Runden, die mit den meisten zuerst.',
    empty: 'In diesem Zeitraum haben keine zwei Prüfenden {least} gemeinsame Runden.',
  },
  passages: {
    title: 'Übereinstimmung bei den Stellen',
    about:
      'Von den Zeichen, die in Runden markiert wurden, in denen sich mindestens zwei für Schwärzen entschieden. F1 ist das Mittel über ihre Paare: 1, wo beide dasselbe markierten, 0, wo nichts gemeinsam ist. Jaccard: von beiden markiert, geteilt durch von einem der beiden markiert. Das Intervall ist über die Runden gezogen.',
    empty: 'In diesem Zeitraum ist keine Runde zu Ende gegangen, in der sich zwei für Schwärzen entschieden.',
  },
  detectors: {
    title: 'Genauigkeit der Detektoren',
    about:
      'Eine Meldung ist richtig, wenn Menschen den Eintrag entfernt, geschwärzt, eingeschränkt oder gekennzeichnet haben, und falsch, wenn sie ihn behalten haben; haben sie einige Stellen verworfen, ist sie für die übrigen richtig. Über das, was ein Detektor übersehen hat, sagt das nichts.',
    empty: 'In diesem Zeitraum haben Menschen keinen Fall entschieden, den ein Detektor gemeldet hatte.',
  },
  speed: {
    title: 'Viel schneller als andere',
    about:
      'Prüfende, deren mittlere Zeit (Median) für eine Stimme höchstens ein Drittel der Zeit der anderen beträgt, unter denen mit mindestens {least} Stimmen: wie ihr Browser sie gemessen hat, und nie mehr, als verging, seit sie den Fall übernahmen oder er für sie aufgedeckt wurde. Das kann gute Gründe haben: leichte Fälle, Übung, ein zweiter Bildschirm. Fragen Sie nach.',
  },
  alike: {
    title: 'Viel häufiger einig als andere, oder nur unter sich',
    about:
      'Konten, hinter denen dieselbe Person stehen könnte, denn mehrere Konten sind ein Quorum. Öfter einig: Paare, und Gruppen, in denen jede Person mit einer anderen in {always} ihrer Runden übereinstimmt, die einander weit öfter zustimmen als allen anderen und als es der Zufall ergäbe. Nur unter sich: Personen, die {only} ihrer gemeinsamen Runden untereinander haben, während in denselben Warteschlangen auch andere abstimmen. Mit mindestens {least} gemeinsamen Runden, gezählt für je zwei. Das kann gute Gründe haben: dieselben Fälle, Schulung, Sprache oder Zeiten. Fragen Sie nach.',
    kind: { alike: 'sind sich öfter einig als mit anderen', closed: 'treffen fast nur aufeinander' },
  },
  nobody: 'Niemand.',
  checks: {
    title: 'Antworten auf Kontrollfälle',
    about:
      'Im Zeitraum beantwortete Kontrollfälle ohne die zurückgezogenen; das Intervall ist das von Wilson, 95 %. Was daraus folgt, entscheiden die letzten {last} Antworten und nie weniger als {least}.',
    empty: 'In diesem Zeitraum hat niemand einen Kontrollfall beantwortet.',
  },
  capped: {
    decisions:
      'Es gibt möglicherweise mehr: Von den Entscheidungen werden nur die neuesten {most} jeder Art gezählt.',
    casesAndDecisions:
      'Es gibt möglicherweise mehr: Von den Fällen und Entscheidungen werden nur die neuesten {most} jeder Art gezählt.',
    votesAndDecisions:
      'Es gibt möglicherweise mehr: Von den Stimmen und Entscheidungen werden nur die neuesten {most} jeder Art gezählt.',
    redactions:
      'Es gibt möglicherweise mehr: Von den Schwärzungen werden nur die neuesten {most} jeder Art gezählt.',
    votes: 'Es gibt mehr: Nur die neuesten Stimmen des Zeitraums werden gezählt.',
    pairs: 'Die ersten {shown} von {all} Paaren.',
    weeks: 'Die letzten {shown} von {all} Zeilen. Ein kürzerer Zeitraum zeigt alle seine eigenen.',
  },
  undefined: {
    noOverlap: 'Noch kein Eintrag wurde von zwei Personen beurteilt; es gibt also nichts zu vergleichen.',
    noVariation:
      'Alle haben immer „{label, select, keep {behalten} remove {entfernen} redact {schwärzen} restrict {einschränken} label {kennzeichnen} other {{label}}}“ gewählt: Die Übereinstimmung durch Zufall ist 1, ein um den Zufall bereinigter Koeffizient also nicht definiert.',
    nothingMarked:
      'Alle haben immer nichts markiert: Die Übereinstimmung durch Zufall ist 1, ein um den Zufall bereinigter Koeffizient also nicht definiert.',
    everythingMarked:
      'Alle haben immer alles markiert: Die Übereinstimmung durch Zufall ist 1, ein um den Zufall bereinigter Koeffizient also nicht definiert.',
    fewShared:
      'Noch keine zwei Personen haben {least} gemeinsame Runden; es gibt also kein Paar zu vergleichen.',
    ratingsVary:
      'Einträge haben zwischen {fewest} und {most} Urteile; Fleiss’ κ braucht für jeden gleich viele, Krippendorffs α nicht.',
  },
}
