import type { Translation } from '@/lib/i18n/translation'
import type { proofs as english } from '../en/proofs'

export const proofs: Translation<typeof english> = {
  unchecked:
    'Die Unterschrift wurde nicht geprüft: Dieser Browser kann kein Ed25519, oder die Seite kam nicht über https.',
  seen: {
    forget: 'Vergessen, was dieser Browser gesehen hat',
    waiting: {
      title: 'Was Sie beim letzten Mal gesehen haben',
      text: 'Mit JavaScript hebt dieser Browser den Prüfpunkt auf, der ihm gezeigt wird, und beweist bei Ihrem nächsten Besuch, dass davor nichts geändert wurde. Niemand sonst erfährt davon.',
    },
    first: {
      title: 'Dieser Browser sieht das Protokoll zum ersten Mal',
      kept: 'Er hebt den Prüfpunkt über {size, plural, one {# Eintrag} other {# Einträge}} auf und wird bei Ihrem nächsten Besuch beweisen, dass davor nichts geändert wurde.',
      notKept:
        'Er lässt diese Seite den Prüfpunkt nicht aufheben und kann deshalb bei Ihrem nächsten Besuch nicht vergleichen.',
    },
    consistent: 'Stimmt mit dem überein, was Sie beim letzten Mal gesehen haben',
    same: 'Das Protokoll endet noch immer mit {size, plural, one {demselben # Eintrag} other {denselben # Einträgen}} und derselben Wurzel wie <when></when>.',
    grown:
      'Das Protokoll ist seit dem letzten Mal (<when></when>) von {from, number} auf {size, number} Einträge gewachsen und beginnt mit allen {from, number} in derselben Reihenfolge. In diesem Browser bewiesen aus {tiles, plural, one {# Kachel} other {# Kacheln}}.',
    behind: {
      title: 'Sie haben schon einen neueren Stand dieses Protokolls gesehen',
      text: 'Diese Seite kam mit {size, plural, one {# Eintrag} other {# Einträgen}}; dieser Browser hat <when></when> {newer, number} gesehen, die mit diesen beginnen. Ein Zwischenspeicher auf dem Weg kann das für einige Sekunden bewirken. Bleibt es so, sagen Sie es jemandem.',
    },
    contradicted: {
      title: 'Dieses Protokoll widerspricht dem, was es Ihnen früher gezeigt hat',
      cut: 'Es endet bei {size} Einträgen und hatte {shown} gezeigt.',
      roots: 'Es hat zwei Wurzeln für {size} Einträge.',
      rewritten: 'Seine ersten {shown} Einträge sind nicht die, die es gezeigt hatte.',
      proof:
        'Beide Prüfpunkte tragen die Unterschrift des Protokolls: Zusammen beweisen sie es jedem. Heben Sie sie auf, und zeigen Sie sie Menschen, denen Sie vertrauen.',
      before: 'Ihnen früher gezeigt',
      now: 'Ihnen jetzt gezeigt',
    },
    failed: {
      title: 'Das Protokoll ließ sich nicht mit dem vergleichen, was Sie beim letzten Mal gesehen haben',
      text: '{problem}. Was dieser Browser aufgehoben hat, blieb, wie es war.',
    },
  },
  prove: {
    how: 'Ihr Browser holt den unterschriebenen Prüfpunkt und einige Kacheln, hasht die Bytes oben und folgt den Hashes bis zur unterschriebenen Wurzel. Bei einem Server, der über diesen Protokolleintrag lügt, kann das nicht aufgehen.',
    withoutScript:
      'Mit JavaScript kann Ihr Browser hier beweisen, dass dieser Eintrag im Protokoll steht. Ohne JavaScript prüfen Sie das ganze Protokoll auf der Kommandozeile.',
    action: 'In diesem Browser beweisen',
    pending: 'Wird bewiesen …',
    failed: {
      title: 'Das ließ sich nicht beweisen',
      text: '{problem}. Geschieht es wieder, heben Sie diese Seite auf und sagen Sie es Menschen, denen Sie vertrauen: Einem Protokoll, das seine Einträge nicht beweisen kann, darf man nicht glauben.',
    },
    proven: 'Bewiesen: Eintrag {index, number} ist einer von {size, number} im Protokoll',
    provenUnsigned: 'Bewiesen bis auf die Unterschrift, die dieser Browser nicht prüfen kann',
    signed:
      'Der Prüfpunkt über {size, plural, one {# Eintrag} other {# Einträge}} ist mit dem Schlüssel {keyId} des Protokolls unterschrieben.',
    unsigned:
      'Die Unterschrift des Prüfpunkts wurde nicht geprüft: Dieser Browser kann kein Ed25519, oder die Seite kam nicht über https.',
    leaf: 'Die Bytes dieses Eintrags ergeben das Blatt {leaf}.',
    tiles:
      '{n, plural, one {# Kachel wurde geholt; sie führt} other {# Kacheln wurden geholt; jede führt}} zur unterschriebenen Wurzel {root}.',
    hashes:
      '{n, plural, one {# Hash führt} other {# Hashes führen}} vom Blatt an Stelle {index, number} zu dieser Wurzel.',
    key: 'Der Schlüssel kam von dieser Website. <link>Vergleichen Sie ihn</link> mit einem, den Sie anderswoher haben.',
    keep: 'Nachweis als Datei aufheben',
  },
  problem: {
    checkpoint: 'Der Prüfpunkt wurde nicht ausgeliefert ({status})',
    tile: '{path} wurde nicht ausgeliefert ({status})',
    missing: '{path} wird nicht ausgeliefert',
    unsigned: 'Keine Unterschrift ist von einem Schlüssel dieses Protokolls',
    forged: 'Die Unterschrift von {name} passt nicht zum Text',
    otherTile: 'Eine Kachel ist nicht die, aus der die unterschriebene Wurzel entstand ({says})',
    malformed: 'Der Prüfpunkt ist nicht lesbar ({says})',
    unreachable: 'Das Protokoll war nicht zu erreichen ({says})',
    otherEntry: 'Eintrag {index}, wie er hier steht, ist nicht der im unterschriebenen Baum',
  },
}
