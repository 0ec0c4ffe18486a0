import type { Translation } from '@/lib/i18n/translation'
import type { errors as english } from '../en/errors'

export const errors: Translation<typeof english> = {
  unauthenticated: 'Melden Sie sich dafür an.',
  rateLimited: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es noch einmal.',
  fault:
    'Bei uns ist etwas schiefgegangen. Es wurde nichts gespeichert. Geschieht es wieder, nennen Sie uns {id}.',
  answers: 'Einige Angaben müssen Sie noch einmal ansehen.',
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
}
