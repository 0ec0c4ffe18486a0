/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { result as english } from '../../en/takedowns/result'

export const result: Translation<typeof english> = {
  notFound: 'Das wurde in der neuesten Fassung nicht gefunden.',
  keptOut: 'Von dort kommt noch nichts, und es wird auch nichts kommen.',
  keptOutWhy:
    'Von dort kommt noch nichts, und es wird auch nichts kommen: {reason} (Version {policy} der Richtlinie).',
  declined: 'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten.',
  declinedWhy:
    'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten: {reason} (Version {policy} der Richtlinie).',
  notMeant: {
    other_thing:
      '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Es ist ein anderer Text} other {Es sind andere Texte}}, als Sie beschreiben. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
    other_person:
      '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Er stammt von jemand anderem oder handelt davon} other {Sie stammen von jemand anderem oder handeln davon}}. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
    of_many:
      '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: Viele haben dieselben Worte geschrieben; sie gehören niemandem allein. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
    alike:
      '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Er ähnelt} other {Sie ähneln}} nur dem, was Sie genannt haben. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
  },
  words: 'Die Entscheidenden fügen hinzu: „{words}“',
  sample: 'Dazu gibt es mehr Einträge: {n, plural, one {# davon wurde} other {# davon wurden}} angesehen.',
  alike:
    'Mehr Zeilen gleichen ihm, als einzeln angesehen wurden. Nennen Sie die übrigen in einem neuen Antrag genauer.',
  rest: 'Dazu gibt es mehr Einträge, als angesehen wurden. Alle, die angesehen wurden, bleiben, und ebenso die übrigen. Wo es mit einem der übrigen anders ist, nennen Sie ihn in einem neuen Antrag.',
  broad:
    'Dazu gibt es mehr Einträge, als wir einzeln ansehen können: Angesehen {n, plural, one {wurde einer} other {wurden #}}. Nennen Sie die übrigen in einem neuen Antrag genauer.',
  noRoom:
    'Das wurde nicht angesehen: Was im Antrag davor steht, ist so viel, wie ein Antrag fassen kann. Nennen Sie es in einem neuen Antrag.',
  decided: {
    remove:
      '{n, plural, one {Der Eintrag wird} other {# Einträge werden}} weggelassen: {reason} (Version {policy} der Richtlinie).',
    redact:
      'In {n, plural, one {dem Eintrag} other {# Einträgen}} werden die Stellen geschwärzt: {reason} (Version {policy} der Richtlinie).',
    restrict:
      '{n, plural, one {Der Eintrag steht} other {# Einträge stehen}} künftig nur in der Ausgabe für eingetragene Empfänger: {reason} (Version {policy} der Richtlinie).',
    label:
      '{n, plural, one {Der Eintrag bleibt} other {# Einträge bleiben}}, mit einer Kennzeichnung für alle, die den Datensatz nutzen: {reason} (Version {policy} der Richtlinie).',
    keep: '{n, plural, one {Der Eintrag bleibt} other {# Einträge bleiben}}: {reason} (Version {policy} der Richtlinie).',
  },
}
