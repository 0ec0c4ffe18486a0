import type { Translation } from '@/lib/i18n/translation'
import type { reservations as english } from '../en/reservations'

export const reservations: Translation<typeof english> = {
  title: 'Was die Website vorbehält',
  text: 'Eine Website kann selbst sagen, dass ihre Inhalte nicht ausgewertet oder für das Training genutzt werden dürfen. Fragen Sie nach: Was dort steht, wird mit Adresse und Zeit bei diesem Antrag aufbewahrt.',
  ask: 'Websites fragen',
  asking: 'Wird gefragt …',
  asked: 'Es wird gefragt. Laden Sie die Seite in einer Minute neu.',
  none: 'Noch wurde nicht gefragt.',
  nowhere: 'Er nennt keine Adresse, die man fragen könnte.',
  caption: 'Was gefunden wurde',
  place: 'Wo',
  says: 'Was dort steht',
  when: 'Wann',
  of: 'Zu {address}',
  state: {
    found: 'Vorbehalten',
    none: 'Nichts vorbehalten',
    failed: 'Ließ sich nicht feststellen',
  },
  source: {
    tdmFile: 'TDMRep-Datei',
    tdmHeader: 'TDMRep-Kopfzeile',
    tdmMeta: 'TDMRep in der Seite',
    robotsTag: 'X-Robots-Tag oder robots-Meta',
    robotsTxt: 'robots.txt',
    c2pa: 'C2PA-Manifest',
  },
  tdm: {
    reserved: 'Rechte vorbehalten (1)',
    reservedPolicy: 'Rechte vorbehalten (1), Bedingungen unter {policy}',
    free: 'Nicht vorbehalten (0)',
  },
  robots: {
    disallowed: 'Disallow: {rule} (für {agent})',
    allowed: 'Allow: {rule} (für {agent})',
  },
  nothing: 'Nichts',
  unread: 'Nicht gelesen: {why}',
  embedded: 'In ein Bild oder eine andere Datei eingebettete Manifeste werden nicht gelesen.',
  errors: {
    kind: 'Nur bei einem Widerspruch gegen die Nutzung.',
    nowhere: 'Dieser Antrag nennt keine Adresse, die man fragen könnte.',
  },
}
