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
  c2pa: '{entries}. So sagt es die Datei; ihre Signatur wurde nicht geprüft.',
  manifest: {
    kind: 'Ein Manifest wird nur in JPEG, PNG und WebP gesucht, und diese Datei ist von anderer Art.',
    malformed: 'Was dort steht, ergibt kein Bild mit einem Manifest.',
    many: 'In dem Manifest steht mehr, als gelesen wird.',
    twice: 'Die Datei enthält zwei Manifeste oder sagt etwas doppelt und lässt offen, was davon gilt.',
    compressed: 'Das Manifest ist komprimiert.',
    amends: 'Das Manifest ergänzt nur ein früheres, dem nicht nachgegangen wird.',
    elsewhere: 'Genannt wird ein Manifest, das anderswo liegt und nicht geholt wird.',
  },
  errors: {
    kind: 'Nur bei einem Widerspruch gegen die Nutzung.',
    nowhere: 'Dieser Antrag nennt keine Adresse, die man fragen könnte.',
  },
}
