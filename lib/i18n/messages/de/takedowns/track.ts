/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { track as english } from '../../en/takedowns/track'

export const track: Translation<typeof english> = {
  complaint: {
    actioned:
      'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Was Sie geschrieben haben, steht wieder in der nächsten Ausgabe, soweit nichts anderes es heraushält.',
    partially_actioned:
      'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Ein Teil dessen, was Sie geschrieben haben, steht wieder in der nächsten Ausgabe, oder mehr davon als bisher.',
    no_action:
      'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Es bleibt, wie es war, oder nichts davon wurde hier durch eine Entscheidung entfernt.',
  },
  title: 'Ihr Antrag',
  heading: 'Ihr Antrag {reference}',
  named: 'Was Sie genannt haben',
  more: '{n, number} weitere anzeigen',
  keep: {
    title: 'Bewahren Sie die Adresse dieser Seite auf',
    text: 'Wer sie hat, sieht diesen Antrag und kann ihn zurückziehen. Sie steht in der E-Mail, die wir Ihnen geschickt haben. Geht sie verloren, <again>lassen Sie sie noch einmal schicken</again>, an dieselbe E-Mail-Adresse.',
    address: 'die Adresse dieser Seite',
  },
  outcome: 'Das Ergebnis',
  contest: {
    title: 'Wenn Sie nicht einverstanden sind',
    text: 'Über alles, worin wir Ihnen nicht gefolgt sind, wird noch einmal entschieden, von Menschen, die an der ersten Entscheidung nicht beteiligt waren. Das können Sie einmal verlangen. Deren Antwort erhalten Sie mit Gründen per E-Mail.',
    grounds: 'Was wurde übersehen?',
    groundsHint:
      'Das lesen diejenigen, die entscheiden. Es wird verschlüsselt gespeichert und nie veröffentlicht.',
    sending: 'Wird abgeschickt …',
    action: 'Noch einmal prüfen lassen',
    done: 'Ihre Beschwerde ist angekommen. Menschen, die an der Entscheidung nicht beteiligt waren, sehen noch einmal hin.',
  },
  who: {
    title: 'Wer was sieht',
    restricted:
      'Diesen Antrag sehen nur die Schutzbeauftragten dieser Instanz. Das öffentliche Protokoll zeigt, dass etwas geschehen ist, nicht was.',
    public:
      'Öffentlich: Das Protokoll zeigt, dass es einen Antrag zu diesem Datensatz gibt, und die Stunde jedes Schritts.',
    reviewers:
      'Die Prüfenden des Datensatzes sehen die Einträge und dass ein Antrag nach ihnen fragt. Nicht, von wem er stammt.',
    erased:
      'Ihr Name, Ihre Adresse und Ihre Worte werden verschlüsselt gespeichert und ein Jahr nach dem Absenden gelöscht, oder später, wenn vom Antrag nichts mehr offen ist und der Antwort nicht mehr widersprochen werden kann.',
    kept: 'Sie bleiben gespeichert, solange wegen dieses Antrags etwas ausgelassen wird: Wer darauf antwortet, muss Sie erreichen können.',
  },
  withdraw: {
    title: 'Den Antrag zurückziehen',
    text: 'Niemand arbeitet mehr daran, und er kann nicht wieder aufgenommen werden. Was bisher entschieden wurde, bleibt.',
    sure: 'Ja, ich ziehe meinen Antrag zurück',
    withdrawing: 'Wird zurückgezogen …',
    action: 'Zurückziehen',
  },
}
