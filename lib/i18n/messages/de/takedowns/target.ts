/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { target as english } from '../../en/takedowns/target'

export const target: Translation<typeof english> = {
  one: {
    link: 'Link zu einem Eintrag',
    row: 'Zeile',
    digest: 'Prüfsumme',
    quote: 'Textstelle',
    source_id: 'Quellenkennung',
    url: 'Webadresse',
    domain: 'Domain',
    prefix: 'Pfad mit allem darunter',
    host: 'Host ohne seine Subdomains',
    near: 'Text und was ihm fast gleicht',
    author: 'Autorenname',
  },
  count: {
    link: '{n, plural, one {# Link zu einem Eintrag} other {# Links zu Einträgen}}',
    row: '{n, plural, one {# Zeile} other {# Zeilen}}',
    digest: '{n, plural, one {# Prüfsumme} other {# Prüfsummen}}',
    quote: '{n, plural, one {# Textstelle} other {# Textstellen}}',
    source_id: '{n, plural, one {# Quellenkennung} other {# Quellenkennungen}}',
    url: '{n, plural, one {# Webadresse} other {# Webadressen}}',
    domain: '{n, plural, one {# Domain} other {# Domains}}',
    prefix: '{n, plural, one {# Pfad mit allem darunter} other {# Pfade mit allem darunter}}',
    host: '{n, plural, one {# Host} other {# Hosts}}',
    near: '{n, plural, one {# Text und was ihm fast gleicht} other {# Texte und was ihnen fast gleicht}}',
    author: '{n, plural, one {# Autorenname} other {# Autorennamen}}',
  },
  row: 'Zeile {row}',
  rowOfFile: '{file}, Zeile {row}',
  erased: 'Es wurde gelöscht.',
  notShown: 'Den Wortlaut liest die Leitung des Datensatzes.',
  none: 'Nichts ist aufgeführt: Gemeint ist ein früherer Antrag als Ganzes, oder die Liste wurde gelöscht.',
}
