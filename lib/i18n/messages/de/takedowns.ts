/** Every word of the pages where a removal is asked for and followed, as in English: one area, so one file. */
import type { Translation } from '@/lib/i18n/translation'
import type { takedowns as english } from '../en/takedowns'

export const takedowns: Translation<typeof english> = {
  title: 'Entfernung beantragen',
  description:
    'Personenbezogene Daten, das eigene Werk, rechtswidrige Inhalte: Beantragen Sie, dass etwas aus einem Datensatz entfernt wird. Ein Konto ist nicht nötig.',
  question: 'Worum geht es Ihnen?',
  lead: 'Alle können beantragen, dass etwas aus einem Datensatz entfernt wird. Das kostet nichts und braucht kein Konto. Ein Mensch entscheidet und nennt Ihnen die Gründe.',
  how: {
    title: 'So läuft es ab',
    say: 'Sie sagen, wo es steht und was Sie verlangen. Das Formular dauert etwa fünf Minuten.',
    confirm:
      'Sie bestätigen Ihre E-Mail-Adresse über einen Link, den wir Ihnen schicken. Bis dahin liest niemand den Antrag.',
    decide: 'Ein Programm sucht die Einträge, die Sie genannt haben. Über jeden davon entscheiden Menschen.',
    outcome:
      'Sie erhalten das Ergebnis mit seinen Gründen und können auf einer eigenen, nicht öffentlichen Seite alles verfolgen.',
  },
  term: {
    title: 'So lange dauert es',
    law: 'ein Monat, wie es das Gesetz vorsieht',
    promise: '{n, plural, one {# Tag} other {# Tage}}, von uns selbst zugesagt',
  },
  public: {
    title: 'Was öffentlich ist',
    text: 'Das öffentliche Protokoll hält fest, dass es einen Antrag zu einem Datensatz gab und wann. Nie, von wem er stammt, was er nennt oder aus welchem Grund. Ihr Name, Ihre Adresse und Ihre Worte werden verschlüsselt, nur von denen gesehen, die Anträge zu diesem Datensatz bearbeiten, und nach einem Jahr gelöscht.',
  },

  forms: {
    name: { label: 'Ihr Name', missing: 'Geben Sie Ihren Namen an' },
    email: {
      label: 'Ihre E-Mail-Adresse',
      hint: 'Wir schicken einen Link zur Bestätigung, danach eine Eingangsbestätigung und das Ergebnis. Sonst nichts.',
      missing: 'Geben Sie Ihre E-Mail-Adresse an',
    },
    privacy: {
      choice: 'Es geht um mich',
      choiceHint:
        'Personenbezogene Daten: ein Name mit Anschrift, eine Telefonnummer, ein Link zu einem Foto, etwas Privates.',
      title: 'Entfernung personenbezogener Daten beantragen',
      law: 'DSGVO, Artikel 17 und 21',
      plain:
        'Sie können verlangen, dass Daten über Sie gelöscht werden, oder ihrer Verwendung widersprechen. Sie müssen nicht sagen, warum, und es kostet nichts. Sie erhalten innerhalb eines Monats eine Antwort.',
      right: {
        label: 'Was verlangen Sie?',
        missing: 'Wählen Sie, was Sie verlangen',
        erasure: 'Die Löschung',
        erasureHint: 'Artikel 17. Sie müssen keinen Grund nennen.',
        objection: 'Ich widerspreche der Verwendung',
        objectionHint: 'Artikel 21. Schreiben Sie unten etwas zu Ihrer Situation.',
      },
      relation: {
        label: 'Wessen Daten sind es?',
        missing: 'Wählen Sie, wessen Daten es sind',
        self: 'Meine',
        child: 'Die meines Kindes',
        agent: 'Die einer Person, für die ich handle',
        deceased: 'Die einer verstorbenen Person aus meiner Familie',
      },
      statement: {
        label: 'Sollten wir noch etwas wissen?',
        hint: 'Zum Beispiel, wenn jemand dadurch in Gefahr ist.',
      },
    },
    copyright: {
      choice: 'Es ist mein Werk, ohne Erlaubnis kopiert',
      choiceHint:
        'Urheberrecht: ein Text, ein Bild oder Programmcode, an dem Sie die Rechte haben oder für den Sie sprechen dürfen.',
      title: 'Eine Kopie Ihres Werks melden',
      law: '17 U.S.C. § 512(c)(3)',
      plain:
        'Das Gesetz zählt auf, was eine solche Mitteilung enthalten muss: Deshalb ist dieses Formular länger als die anderen.',
      work: {
        label: 'Um welches Werk geht es?',
        hint: 'Titel, Urheberin oder Urheber und wo es veröffentlicht wurde. Wenn es viele sind, nennen Sie einige, die für die übrigen stehen.',
        missing: 'Beschreiben Sie das Werk in mindestens 20 Zeichen',
      },
      workUrl: { label: 'Wo ist das Original zu sehen?', hint: 'Eine Adresse im Web.' },
      relation: {
        label: 'Welches Recht haben Sie daran?',
        missing: 'Wählen Sie, welches Recht Sie an dem Werk haben',
        owner: 'Mir gehört das Urheberrecht',
        agent: 'Ich bin befugt, für die Person zu handeln, der es gehört',
      },
      name: {
        label: 'Ihr vollständiger Name',
        hint: 'Er gilt zugleich als Unterschrift unter dieser Mitteilung.',
      },
      postal: {
        label: 'Ihre Postanschrift oder Telefonnummer',
        hint: 'Das Gesetz verlangt eines von beiden. Es wird nie veröffentlicht.',
        missing: 'Geben Sie eine Postanschrift oder eine Telefonnummer an',
      },
      warning:
        'Wer wissentlich falsch angibt, dass die Rechte an einem Werk verletzt sind, kann zum Ersatz von Schaden und Kosten herangezogen werden (17 U.S.C. § 512(f)). Prüfen Sie vor dem Absenden, ob die Verwendung als „fair use“ erlaubt ist.',
    },
    illegal_content: {
      choice: 'Es ist rechtswidrig oder hetzerisch',
      choiceHint: 'Hass, Drohungen, Beleidigungen, ohne Einwilligung verbreitete intime Bilder.',
      title: 'Rechtswidrigen Inhalt melden',
      law: 'Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste), Artikel 16',
      plain:
        'Eine solche Meldung dürfen alle abgeben. Sie müssen nicht wissen, gegen welches Gesetz verstoßen wird; wenn Sie es wissen, nennen Sie es.',
      concern: {
        label: 'Was ist es?',
        missing: 'Wählen Sie, was es ist',
        hate: 'Hass, Drohungen oder Belästigung',
        ncii: 'Ein intimes Bild, ohne Einwilligung verbreitet',
        nciiHint: 'Diesen Antrag sehen nur unsere Schutzbeauftragten.',
        childSafety: 'Sexueller Missbrauch eines Kindes',
        childSafetyHint:
          'Diesen Antrag sehen nur unsere Schutzbeauftragten. Beschreiben Sie das Material nicht und fügen Sie es nicht bei.',
        illegal: 'Etwas anderes, das rechtswidrig ist',
      },
      statement: {
        label: 'Warum halten Sie es für rechtswidrig?',
        hint: 'Einige Sätze. Nennen Sie das Land oder das Gesetz, wenn Sie es wissen.',
        missing: 'Erklären Sie in mindestens 20 Zeichen, warum es rechtswidrig ist',
      },
    },
    opt_out: {
      choice: 'Mit meinem Werk soll keine KI trainiert werden',
      choiceHint: 'Widerspruch: Ihre Texte, Ihre Website, Ihr Konto.',
      title: 'Dem KI-Training widersprechen',
      law: 'Richtlinie (EU) 2019/790, Artikel 4 Absatz 3',
      plain:
        'Sie können sich die Nutzung Ihres Werks für Text und Data Mining vorbehalten. Wenn wir Ihrem Antrag folgen, gilt das auch für jede spätere Fassung des Datensatzes: Was aus derselben Quelle kommt, wird wieder weggelassen.',
      relation: {
        label: 'Inwiefern ist es Ihres?',
        missing: 'Wählen Sie, inwiefern es Ihres ist',
        author: 'Ich habe es geschaffen',
        holder: 'Ich habe die Rechte daran',
        site: 'Ich betreibe die Website oder das Konto, von dem es stammt',
      },
      statement: {
        label: 'Woran können wir sehen, dass es Ihres ist?',
        hint: 'Eine öffentliche Seite, auf der es steht, genügt, oder unten eine E-Mail-Adresse unter der Domain der Website.',
      },
    },
    other: {
      choice: 'Etwas anderes',
      choiceHint: 'Was oben nicht passt.',
      title: 'Etwas anderes beantragen',
      plain: 'Schreiben Sie es uns mit eigenen Worten. Ein Mensch liest es.',
      statement: {
        label: 'Was verlangen Sie, und warum?',
        missing: 'Schreiben Sie uns in mindestens 20 Zeichen, was Sie verlangen',
      },
    },
  },

  attestations: {
    'copyright-1': {
      good_faith: {
        text: 'Ich bin in gutem Glauben davon überzeugt, dass weder die Person, der die Rechte an dem Werk zustehen, noch wer für sie handelt, noch das Gesetz die von mir beschriebene Verwendung erlaubt. Ich habe geprüft, ob sie als „fair use“ erlaubt ist.',
        plain:
          'Sie haben sich die Verwendung angesehen und glauben ehrlich, dass niemand sie erlaubt hat, der sie erlauben könnte.',
        missing: 'Setzen Sie das Häkchen bei der Erklärung in gutem Glauben',
      },
      authority: {
        text: 'Die Angaben in diesem Antrag sind richtig, und ich versichere unter Strafandrohung wegen Meineids („under penalty of perjury“), dass mir ein ausschließliches Recht zusteht, das verletzt wird, oder dass ich befugt bin, für die Person zu handeln, der es zusteht.',
        plain:
          'Alles, was Sie geschrieben haben, ist wahr, und das Werk gehört Ihnen, oder Sie dürfen für die Person sprechen, der es gehört.',
        missing:
          'Setzen Sie das Häkchen dabei, dass das Werk Ihnen gehört oder Sie für die Person sprechen dürfen, der es gehört',
      },
    },
    'privacy-1': {
      subject: {
        text: 'Die Daten, um die es mir geht, betreffen mich oder eine Person, für die ich handeln darf.',
        plain: 'Wir verlangen keinen Ausweis.',
        missing:
          'Setzen Sie das Häkchen dabei, dass es um Daten über Sie geht oder über jemanden, für den Sie handeln dürfen',
      },
    },
    'illegal_content-1': {
      good_faith: {
        text: 'Ich bin in gutem Glauben davon überzeugt, dass die Angaben und Anführungen in dieser Meldung richtig und vollständig sind.',
        plain: 'Sie haben geschrieben, was Sie wissen, und nichts weggelassen, was das Bild verändern würde.',
        missing: 'Setzen Sie das Häkchen bei der Erklärung in gutem Glauben',
      },
    },
    'opt_out-1': {
      authority: {
        text: 'Was ich aufgeführt habe, habe ich geschaffen, oder ich habe die Rechte daran, oder ich betreibe die Website oder das Konto, von dem es stammt, und ich behalte mir seine Nutzung für Text und Data Mining und für das Training von Modellen vor.',
        plain: 'Es ist Ihres, und Sie wollen nicht, dass Maschinen damit trainiert werden.',
        missing: 'Setzen Sie das Häkchen dabei, dass Sie es sich vorbehalten dürfen',
      },
    },
    'other-1': {
      accurate: {
        text: 'Die Angaben in diesem Antrag sind richtig, soweit ich weiß.',
        plain: 'Sie haben geschrieben, was nach Ihrem Wissen stimmt.',
        missing: 'Setzen Sie das Häkchen dabei, dass Ihre Angaben richtig sind',
      },
    },
  },

  form: {
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
    targetsHintSources:
      'Eine Angabe pro Zeile: ein Link, eine Webadresse, eine Domain, ein Pfad, der mit einem Schrägstrich endet, „Autorenname: …“, eine Datei mit Zeile (train.jsonl#12), eine Prüfsumme, eine Quellenkennung. Oder der genaue Wortlaut in Anführungszeichen. Sie können auch einen ganzen Brief einfügen.',
  },
  check: {
    step: 'Schritt 2 von 2',
    title: 'Prüfen Sie Ihre Angaben',
    request: 'Antrag',
    dataset: 'Datensatz',
    where: 'Wo es steht',
    declare: 'Sie erklären',
    empty: 'Leer gelassen',
    whatFollows:
      'Wenn Sie den Antrag abschicken, senden wir einen Link an <address></address>. Der Antrag zählt ab dem Absenden und wird gelesen, sobald Sie auf der verlinkten Seite den Knopf gedrückt haben.',
    send: 'Antrag abschicken',
    change: 'Zurück und ändern',
  },

  target: {
    one: {
      link: 'Link zu einem Eintrag',
      row: 'Zeile',
      digest: 'Prüfsumme',
      quote: 'Textstelle',
      source_id: 'Quellenkennung',
      url: 'Webadresse',
      domain: 'Domain',
      prefix: 'Pfad mit allem darunter',
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
      author: '{n, plural, one {# Autorenname} other {# Autorennamen}}',
    },
    row: 'Zeile {row}',
    rowOfFile: '{file}, Zeile {row}',
    erased: 'Es wurde gelöscht.',
  },
  reading: {
    understood: 'Wir haben {n, plural, one {# Angabe} other {# Angaben}} verstanden: {list}.',
    more: '… und {n, number} weitere',
    notUnderstood: '{n, plural, one {# Zeile} other {# Zeilen}} Ihrer Eingabe haben wir nicht verstanden.',
    line: 'Zeile {line} Ihrer Eingabe, „<text></text>“: {why}',
    lines: '{n, plural, one {# Zeile} other {# Zeilen}} Ihrer Eingabe: {why}',
    why: {
      file_without_row: 'Das ist nur eine Datei. Nennen Sie auch deren Zeile, etwa train.jsonl#12.',
      unknown_link: 'Dieser Link führt zu nichts, worüber wir einen Eintrag finden können.',
      whole_source:
        'Eine ganze Domain oder einen Autorennamen kann nur ein Widerspruch nennen. Führen Sie die Webadressen auf oder geben Sie den genauen Wortlaut an.',
      too_short: 'Das ist zu kurz, um danach zu suchen. Kopieren Sie eine längere Stelle.',
      too_long: 'Das ist zu lang. Kopieren Sie eine kürzere Stelle.',
      too_many: 'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
      letter:
        'Das liest sich wie ein Brief. Setzen Sie den genauen Wortlaut aus dem Datensatz in Anführungszeichen.',
    },
  },

  sent: {
    title: 'Sehen Sie in Ihren E-Mails nach',
    text: 'Wir haben Ihren Antrag erhalten und einen Link an die angegebene Adresse geschickt. Öffnen Sie ihn innerhalb von {n, plural, one {# Stunde} other {# Stunden}} und drücken Sie dort den Knopf. Bis dahin liest niemand den Antrag; wenn Sie nichts tun, wird er gelöscht.',
    letters: 'fünf',
    again: 'schicken Sie den Antrag noch einmal',
  },
  confirm: {
    title: 'Bestätigen Sie Ihren Antrag',
    lead: 'Drücken Sie den Knopf, um zu bestätigen, dass der Antrag und diese Adresse Ihre sind. Danach beginnen Menschen, daran zu arbeiten.',
    confirming: 'Wird bestätigt …',
    action: 'Antrag bestätigen',
    used: {
      title: 'Dieser Antrag ist schon bestätigt',
      lead: 'Der Link gilt einmal. Wo der Antrag steht, zeigt der persönliche Link in der E-Mail „We have received your request“.',
      action: 'Zur Startseite',
    },
    over: {
      title: 'Die Frist zum Bestätigen ist abgelaufen',
      lead: 'Was Sie geschickt haben, und Ihre Adresse wurden gelöscht. Bitte stellen Sie den Antrag noch einmal.',
      action: 'Noch einmal stellen',
    },
  },

  track: {
    title: 'Ihr Antrag',
    heading: 'Ihr Antrag {reference}',
    named: 'Was Sie genannt haben',
    more: '{n, number} weitere anzeigen',
    keep: {
      title: 'Bewahren Sie die Adresse dieser Seite auf',
      text: 'Wer sie hat, sieht diesen Antrag und kann ihn zurückziehen. Sie steht in der E-Mail, die wir Ihnen geschickt haben; eine andere können wir nicht erstellen.',
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
    },
    who: {
      title: 'Wer was sieht',
      restricted:
        'Diesen Antrag sehen nur die Schutzbeauftragten dieser Instanz. Das öffentliche Protokoll zeigt, dass etwas geschehen ist, nicht was.',
      public:
        'Öffentlich: Das Protokoll zeigt, dass es einen Antrag zu diesem Datensatz gibt, und die Stunde jedes Schritts.',
      reviewers:
        'Die Prüfenden des Datensatzes sehen die Einträge und dass ein Antrag nach ihnen fragt. Nicht, von wem er stammt.',
      leads:
        'Leitung und Betreuung des Datensatzes sehen, was Sie geschrieben haben, Ihren Namen und Ihre Adresse.',
      erased:
        'Ihr Name, Ihre Adresse und Ihre Worte werden verschlüsselt gespeichert und nach einem Jahr gelöscht.',
    },
    withdraw: {
      title: 'Den Antrag zurückziehen',
      text: 'Niemand arbeitet mehr daran, und er kann nicht wieder aufgenommen werden. Was bisher entschieden wurde, bleibt.',
      sure: 'Ja, ich ziehe meinen Antrag zurück',
      withdrawing: 'Wird zurückgezogen …',
      action: 'Zurückziehen',
    },
  },
  steps: {
    title: 'Stand des Antrags',
    label: 'Was mit diesem Antrag geschehen ist',
    submitted: 'Sie haben ihn abgeschickt',
    submittedText: 'Von hier an zählt die Frist für eine Antwort.',
    confirmed: 'Sie haben Ihre Adresse bestätigt',
    matched: 'Es wurden Einträge gefunden',
    matchedText: 'Über jeden davon entscheiden Menschen.',
    matchedNothing: 'Nichts davon steht heute im Datensatz',
    matchedNothingText: 'Ein Mensch entscheidet, ob es aus späteren Fassungen herausgehalten wird.',
    noMatch: 'Was Sie genannt haben, wurde nicht gefunden',
    noMatchText:
      'In der neuesten Fassung steht nichts davon in diesem Wortlaut oder an dieser Stelle, deshalb wurde nichts geändert. Sie können einen neuen Antrag mit dem genauen Wortlaut, einer Webadresse oder der Datei und Zeile stellen.',
    outcome: 'Es wurde entschieden',
    appealed: 'Sie haben Einspruch gegen das Ergebnis erhoben',
    appealedText: 'Jetzt entscheiden andere. Von hier an zählt die Frist für eine Antwort.',
    appealDecided: 'Es wurde noch einmal entschieden',
    appealDecidedText: 'Von Menschen, die an der ersten Entscheidung nicht beteiligt waren.',
    withdrawn: 'Sie haben ihn zurückgezogen',
    withdrawnText: 'Niemand arbeitet mehr daran.',
    answer: 'Sie erhalten das Ergebnis mit Gründen',
    by: 'bis {date}',
    find: 'Wir suchen, was Sie genannt haben',
    findText: 'Das macht ein Programm, meist innerhalb weniger Minuten.',
    review: 'Prüfende entscheiden',
  },

  outcome: {
    actioned: 'Mit allem, was wir gefunden haben, haben wir getan, was Sie verlangt haben.',
    partially_actioned:
      'Wir haben einen Teil dessen getan, was Sie verlangt haben. Die Gründe stehen bei jedem Eintrag.',
    no_action:
      'Wir haben den Datensatz nicht geändert. Die Gründe stehen bei jedem Eintrag, ebenso was Sie tun können.',
  },
  follows: {
    nothing: 'In der nächsten Ausgabe ändert sich nichts.',
    change:
      'Die nächste Ausgabe zeigt die Änderung. Kopien, die andere von früheren Ausgaben gemacht haben, sind für uns nicht erreichbar.',
    standing:
      'Die nächste Ausgabe zeigt die Änderung. Ein ständiger Ausschluss hält außerdem aus späteren Fassungen heraus, was aus derselben Quelle kommt. Kopien, die andere von früheren Ausgaben gemacht haben, sind für uns nicht erreichbar.',
  },
  redress: {
    page: 'Wenn Sie nicht einverstanden sind, sagen Sie es auf der Seite Ihres Antrags: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
    below:
      'Wenn Sie nicht einverstanden sind, sagen Sie es unten: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
    again: {
      privacy:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, warum: Dann sieht ein Mensch noch einmal hin.',
      copyright:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      illegal_content:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      opt_out:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und zeigen Sie, dass es Ihres ist: Dann sieht ein Mensch noch einmal hin.',
      other:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    },
    beyond: {
      privacy:
        'Sie können sich auch bei der Datenschutzaufsicht an Ihrem Wohnort beschweren (DSGVO Art. 77) und vor Gericht gehen (Art. 79).',
      copyright: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      illegal_content:
        'Sie können sich auch an eine zertifizierte Streitbeilegungsstelle (Verordnung (EU) 2022/2065, Art. 21) und an ein Gericht wenden.',
    },
  },
  result: {
    notFound: 'Das wurde in der neuesten Fassung nicht gefunden.',
    keptOut: 'Von dort kommt noch nichts, und es wird auch nichts kommen.',
    keptOutWhy:
      'Von dort kommt noch nichts, und es wird auch nichts kommen: {reason} (Version {policy} der Richtlinie).',
    declined: 'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten.',
    declinedWhy:
      'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten: {reason} (Version {policy} der Richtlinie).',
    words: 'Die Entscheidenden fügen hinzu: „{words}“',
    sample: 'Dazu gibt es mehr Einträge: {n, plural, one {# davon wurde} other {# davon wurden}} angesehen.',
    broad:
      'Dazu gibt es mehr Einträge, als wir einzeln ansehen können: Angesehen {n, plural, one {wurde einer} other {wurden #}}. Nennen Sie die übrigen in einem neuen Antrag genauer.',
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
  },

  input: {
    kind: 'Wählen Sie, worum es Ihnen geht',
    sure: 'Setzen Sie das Häkchen, wenn Sie den Antrag zurückziehen möchten',
    grounds: 'Sagen Sie, was übersehen wurde',
    groundsShort: 'Sagen Sie in mindestens einem Satz, was übersehen wurde',
    long: 'Schreiben Sie höchstens {max} Zeichen',
    keptOut: 'Wählen Sie, ob sie herausgehalten werden.',
    reason: 'Wählen Sie einen Grund.',
    dataset: 'Wählen Sie einen Datensatz',
    targets: 'Geben Sie an, wo es steht',
    targetsLong:
      'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
    targetsNone:
      'Nennen Sie mindestens einen Link, eine Zeile, eine Prüfsumme oder eine Webadresse, oder den genauen Wortlaut in Anführungszeichen',
    email: 'Geben Sie eine E-Mail-Adresse wie name@example.org an',
    emailLong: 'Diese Adresse ist zu lang',
    answer: 'Beantworten Sie diese Frage',
    declaredOtherwise: 'Der Wortlaut dieser Erklärung hat sich geändert. Lesen Sie ihn noch einmal',
  },
  errors: {
    dataset: 'Wählen Sie einen Datensatz.',
    targets: 'Wir konnten nicht erkennen, wo es steht.',
    alreadyDone: 'Das ist schon geschehen.',
    expired: 'Die Frist, diesen Antrag zu bestätigen, ist abgelaufen. Bitte stellen Sie ihn noch einmal.',
    unconfirmed: 'Dieser Antrag ist noch nicht bestätigt.',
    closed: 'Dieser Antrag ist abgeschlossen.',
    notNow: 'Das ist beim jetzigen Stand des Antrags nicht möglich.',
    contested: 'Sie haben gegen dieses Ergebnis schon Einspruch erhoben, und darüber wurde entschieden.',
    nothingToContest:
      'Es gibt keine Entscheidung mehr, die noch einmal geprüft werden könnte. Stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde.',
    nothingToDecide: 'In diesem Antrag gibt es nichts mehr zu entscheiden.',
  },
}
