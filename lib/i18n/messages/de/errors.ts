import type { Translation } from '@/lib/i18n/translation'
import type { errors as english } from '../en/errors'

export const errors: Translation<typeof english> = {
  unauthenticated: 'Melden Sie sich dafür an.',
  rateLimited: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es noch einmal.',
  fault:
    'Bei uns ist etwas schiefgegangen. Es wurde nichts gespeichert. Geschieht es wieder, nennen Sie uns {id}.',
  answers: 'Sehen Sie sich einige Angaben noch einmal an.',
  readOnly:
    'Winnow ist zurzeit schreibgeschützt: Die Datenbank ist älter als das, was das Protokoll schon gezeigt hat. Es wurde nichts gespeichert; zuerst muss ein Betreiber das Protokoll wiederherstellen (winnow log recover).',
  notFound: {
    page: 'Diese Seite wurde nicht gefunden.',
    account: 'Dieses Konto wurde nicht gefunden.',
    application: 'Diese Bewerbung wurde nicht gefunden.',
    archive: 'Dieses Archiv wurde nicht gefunden.',
    bulk: 'Diese Sammelentscheidung wurde nicht gefunden.',
    case: 'Dieser Fall wurde nicht gefunden.',
    check: 'Dieser Kontrollfall wurde nicht gefunden.',
    dataset: 'Dieser Datensatz wurde nicht gefunden.',
    draw: 'Diese Ziehung wurde nicht gefunden.',
    entry: 'Dieser Eintrag wurde nicht gefunden.',
    exclusion: 'Dieser Ausschluss wurde nicht gefunden.',
    file: 'Diese Datei wurde nicht gefunden.',
    item: 'Dieser Eintrag wurde nicht gefunden.',
    letter: 'Dieser Brief wurde nicht gefunden.',
    link: 'Dieser Link wurde nicht gefunden.',
    proof: 'Dieser Nachweis wurde nicht gefunden.',
    queue: 'Diese Warteschlange wurde nicht gefunden.',
    release: 'Diese Ausgabe wurde nicht gefunden.',
    request: 'Dieser Antrag wurde nicht gefunden.',
    revision: 'Diese Fassung wurde nicht gefunden.',
    table: 'Diese Tabelle wurde nicht gefunden.',
    view: 'Diese Ansicht wurde nicht gefunden.',
    detector: 'Dieser Detektor wurde nicht gefunden.',
    digest: 'Ein Text mit dieser Prüfsumme wurde nicht gefunden.',
    reference: 'Ein Antrag mit dieser Nummer wurde nicht gefunden.',
  },
  noAccountFor: 'Ein Konto für {email} wurde nicht gefunden.',
  noDatasetCalled: 'Der Datensatz {slug} wurde nicht gefunden.',
  noReleaseCalled: 'Die Ausgabe {version} wurde nicht gefunden.',
  noItemOf: 'Ein Eintrag mit der Prüfsumme {digest} wurde in der neuesten Fassung von {slug} nicht gefunden.',
  call: {
    foreign: 'Dieser Aufruf kam von einer anderen Website.',
    tooLarge: 'Der Inhalt ist größer als 4 MiB.',
    notJson: 'Der Inhalt ist kein JSON.',
    notObject: 'Der Inhalt muss ein JSON-Objekt sein.',
  },
  notAllowed: 'Das ist nicht erlaubt.',
  denied: {
    report: {
      export: 'Berichte dieses Datensatzes gibt nur eine seiner Leitungen heraus.',
      export_all: 'Berichte aller Datensätze gibt nur die Verwaltung heraus.',
    },
    case: {
      view: 'Die Fälle dieses Datensatzes sieht nur sein Team.',
      review: 'Die Fälle dieses Datensatzes entscheiden nur seine Prüfenden und Leitungen.',
      override: 'Von einer Entscheidung kann nur eine Leitung dieses Datensatzes abweichen.',
      bulk: 'Viele Fälle auf einmal kann nur eine Leitung dieses Datensatzes entscheiden.',
      export: 'Die Fälle eines Datensatzes nehmen nur seine Leitungen und seine Betreuung als Datei mit.',
      search: 'Die Texte der Fälle durchsucht nur eine Leitung dieses Datensatzes.',
      appeal: 'Hier erhebt nur das Team dieses Datensatzes Einspruch; alle anderen tun es über ihren Antrag.',
    },
    viewing: {
      set: 'Wie Texte in allen Datensätzen gezeigt werden, bestimmt nur die Verwaltung.',
    },
    reports: {
      limit: 'Wie viel die Meldungen einer Person verbergen, bestimmt nur die Verwaltung.',
    },
    view: {
      share: 'Die gemeinsamen Ansichten des Teams ändert nur eine Leitung dieses Datensatzes.',
    },
    source: {
      decide: 'Nur die Leitungen und die Betreuung dieses Datensatzes schließen Quellen aus.',
    },
    queue: {
      edit: 'Die Warteschlangen ändern nur die Leitungen und die Betreuung dieses Datensatzes.',
    },
    golden: {
      edit: 'Die Kontrollfälle sieht und erstellt nur eine Leitung dieses Datensatzes.',
    },
    detector: {
      settle: 'Was aus einem angehaltenen Detektor wird, bestimmt nur eine Leitung dieses Datensatzes.',
    },
    flags: {
      export: 'Die Meldungen dieses Datensatzes führen nur seine Leitungen und seine Betreuung aus.',
    },
    dataset: {
      import: 'Eine Fassung kann nur die Betreuung dieses Datensatzes einlesen.',
      edit: 'Diesen Datensatz kann nur seine Betreuung ändern.',
      create: 'Einen Datensatz kann nur die Verwaltung eintragen.',
    },
    policy: {
      edit: 'Die Richtlinie ändern nur die Leitungen und die Betreuung dieses Datensatzes.',
    },
    copies: {
      vet: 'Wer Kopien dieses Datensatzes hat, prüfen nur seine Betreuung und die Verwaltung.',
      vet_all: 'Wer Kopien aller Datensätze hat, prüft nur die Verwaltung.',
    },
    release: {
      publish: 'Eine Ausgabe kann nur die Betreuung dieses Datensatzes veröffentlichen.',
    },
    takedown: {
      view: 'Die Anträge zu diesem Datensatz sehen nur seine Leitungen und seine Betreuung.',
      handle: 'Die Anträge zu diesem Datensatz bearbeitet nur eine seiner Leitungen.',
      answer: 'Für die Betreuung antworten nur Leitungen und Betreuung dieses Datensatzes.',
      agree: 'Zweite Person kann nur die Verwaltung oder eine Leitung des Datensatzes sein.',
    },
    team: {
      view: 'Das sieht nur das Team dieses Datensatzes.',
    },
    volunteer: {
      answer: 'Wer diesen Datensatz prüfen möchte, bekommt die Antwort nur von einer seiner Leitungen.',
    },
    metrics: {
      view: 'Die Kennzahlen dieses Datensatzes lesen nur seine Leitungen, seine Betreuung und die Verwaltung.',
      view_all: 'Die Kennzahlen aller Datensätze liest nur die Verwaltung.',
    },
    reviewers: {
      compare: 'Die Prüfenden vergleicht nur eine Leitung dieses Datensatzes.',
    },
    promise: {
      edit: 'Was dieser Datensatz zusagt, ändern nur seine Leitungen und seine Betreuung.',
    },
    audit: {
      read: 'Die Revision dieses Datensatzes lesen nur seine Leitungen und seine Betreuung.',
    },
    people: {
      manage: 'Konten kann nur die Verwaltung bearbeiten.',
    },
    role: {
      grant: 'Rollen kann nur die Verwaltung vergeben und entziehen.',
    },
    mailbox: {
      read: 'Das Postfach kann nur die Verwaltung lesen.',
    },
    restricted: {
      handle: 'Gesperrte Einträge bearbeiten nur Schutzbeauftragte.',
    },
    content: {
      erase: 'Nur Schutzbeauftragte löschen.',
    },
    draw: {
      open: 'Gezogene Einträge öffnet nur die Revision.',
      announce:
        'Entscheidungen ziehen lassen nur die Leitungen und die Betreuung dieses Datensatzes, die Verwaltung und die Revision.',
      announce_site: 'Entscheidungen aller Datensätze ziehen lassen nur die Verwaltung und die Revision.',
    },
  },
}
