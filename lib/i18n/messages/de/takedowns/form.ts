/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { form as english } from '../../en/takedowns/form'

export const form: Translation<typeof english> = {
  urgent: 'Dies wartet nicht auf ein Formular und fragt weniger:',
  step: 'Schritt 1 von 2',
  back: 'Etwas anderes wählen',
  where: 'Wo steht es?',
  dataset: 'In welchem Datensatz?',
  datasetChoose: 'Wählen Sie einen Datensatz',
  about: 'Worum geht es?',
  who: 'Wer sind Sie?',
  declare: 'Was Sie erklären',
  declareOne: 'Nur eines.',
  declareLaw: 'Die Worte sind von uns; was sie sagen, verlangt das Gesetz: {law}.',
  plainly: 'In einfachen Worten: {plain}',
  warning: 'Bevor Sie weitermachen',
  optional: '{question} (freiwillig)',
  checking: 'Wird geprüft …',
  check: 'Angaben prüfen',
  nothingSent: 'Noch wird nichts abgeschickt.',
  targets: 'Was genau?',
  targetsHint:
    'Eine Angabe pro Zeile: ein Link, eine Webadresse, eine Datei mit Zeile (train.jsonl#12), eine Prüfsumme, eine Quellenkennung. Oder der genaue Wortlaut in Anführungszeichen. Sie können auch einen ganzen Brief einfügen.',
  file: 'Eine Liste oder ein Text als Datei',
  fileHave: 'Ich habe eine Liste oder den Text als Datei',
  fileHint:
    'CSV oder JSON mit bis zu 20.000 Einträgen, höchstens 5 MB: eine Spalte url, oder file und row, oder id, digest, text. Oder eine Textdatei, in der nur der gesuchte Wortlaut steht.',
  fileKept:
    '{n, plural, one {# Eintrag Ihrer Datei gehört} other {# Einträge Ihrer Datei gehören}} dazu. Wählen Sie eine andere Datei, um sie zu ersetzen.',
  fileDrop: 'Die Datei weglassen',
  kept: 'Was Sie eingeben, bleibt in diesem Tab, nur auf diesem Gerät, bis Sie es abschicken oder den Tab schließen.',
  restored: 'Was Sie eingegeben hatten, steht wieder da.',
  forget: 'Mit leerem Formular neu beginnen',
  targetsHintPrivacy:
    'Was Sie wissen, in jeder Zeile eines: eine Webadresse, ein Link, der genaue Wortlaut in Anführungszeichen, Datei und Zeile (train.jsonl#12). Wenn Sie nicht wissen, wo es steht, lassen Sie das Feld leer und sagen weiter unten, wonach wir suchen sollen.',
  targetsHintAnswer:
    'Lassen Sie es leer, wenn Sie alles meinen, was entfernt wurde. Sonst in jeder Zeile eines: ein Link, eine Webadresse, Datei und Zeile (train.jsonl#12) oder der genaue Wortlaut in Anführungszeichen.',
  targetsHintSources:
    'Eine Angabe pro Zeile: ein Link, eine Webadresse, eine Domain, ein Pfad, der mit einem Schrägstrich endet, „Autorenname: …“, eine Datei mit Zeile (train.jsonl#12), eine Prüfsumme, eine Quellenkennung. Oder der genaue Wortlaut in Anführungszeichen. Sie können auch einen ganzen Brief einfügen.',
}
