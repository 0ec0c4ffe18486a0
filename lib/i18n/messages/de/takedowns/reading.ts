/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { reading as english } from '../../en/takedowns/reading'

export const reading: Translation<typeof english> = {
  understood:
    'Verstanden als {n, plural, one {# Angabe} other {# Angaben}} in {datasets, plural, one {# Datensatz} other {# Datensätzen}} ({list}){missed, plural, =0 {} one {; # Zeile nicht verstanden} other {; # Zeilen nicht verstanden}}.',
  nothing: 'Noch nichts verstanden; {missed, plural, one {# Zeile} other {# Zeilen}} nicht verstanden.',
  otherDatasetAnswer:
    'Einige dieser Links führen zu einem anderen Datensatz. Hier nennen sie nichts: Es geht um einen Datensatz allein.',
  otherDataset:
    'Links in einen anderen Datensatz werden dort ein eigener Antrag, mit eigener Nummer, Frist und Antwort. Sie bestätigen alle auf einmal.',
  fromFile: 'Aus Ihrer Datei',
  toFind: 'Wonach wir suchen sollen',
  fileLine: 'Eintrag {line}, „<text></text>“: {why}',
  more: '… und {n, number} weitere',
  line: 'Zeile {line} Ihrer Eingabe, „<text></text>“: {why}',
  lines: '{n, plural, one {# Zeile} other {# Zeilen}} Ihrer Eingabe: {why}',
  whyNotFound: {
    too_short:
      'Das ist zu kurz: Wir suchen ab 8 Zeichen. Schreiben Sie dazu, was daneben stehen kann, oder geben Sie an, wo es steht.',
    too_long: 'Das ist zu lang: Wir suchen nach höchstens 5.000 Zeichen. Kopieren Sie eine kürzere Stelle.',
  },
  why: {
    file_without_row: 'Das ist nur eine Datei. Nennen Sie auch deren Zeile, etwa train.jsonl#12.',
    unknown_link: 'Dieser Link führt zu nichts, worüber wir einen Eintrag finden können.',
    whole_source:
      'Eine ganze Domain oder einen Autorennamen kann nur ein Widerspruch nennen. Führen Sie die Webadressen auf oder geben Sie den genauen Wortlaut an.',
    too_short: 'Das ist zu kurz, um danach zu suchen. Kopieren Sie eine längere Stelle.',
    too_long: 'Das ist zu lang. Kopieren Sie eine kürzere Stelle.',
    too_many: 'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
    placeholder: 'Das ist noch der Text einer Vorlage. Setzen Sie Ihre eigene Angabe ein.',
    not_read: 'Darüber können wir keinen Eintrag finden. Setzen Sie genauen Wortlaut in Anführungszeichen.',
    letter:
      'Das liest sich wie ein Brief. Setzen Sie den genauen Wortlaut aus dem Datensatz in Anführungszeichen.',
  },
}
