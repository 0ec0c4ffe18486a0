import type { Translation } from '@/lib/i18n/translation'
import type { otherSide as english } from '../en/otherSide'

export const otherSide: Translation<typeof english> = {
  errors: {
    nothingToRetract: 'Nichts davon ist noch verlangt, oder war es je.',
    notAlone:
      'Was rechtswidrig, geschützt oder gerichtlich angeordnet ist, kommt nicht zurück, weil es dem Absender so lieber ist.',
    mark: 'Markieren Sie mindestens eines.',
    checked: 'Über diese Gegendarstellung hat inzwischen jemand entschieden.',
    notChecked: 'Zuerst muss jemand sie vollständig finden.',
    againFirst:
      'Die Entfernung, auf die sie antwortet, ruht oder wird noch einmal geprüft. Weitergegeben wird sie, wenn das beantwortet ist; ihre Tage zählen ab ihrem Eingang.',
    looking:
      'Seit ihrem Eingang wurde viel entschieden. Darin wird nach ihren Worten gesucht; danach kann sie gehört werden.',
    lookedFor: 'Danach wurde gesucht oder wird gerade gesucht.',
    ownRule: 'Sie haben eine Regel gemacht, die das Genannte heraushält. Ansehen muss es jemand anderes.',
    dismissRule:
      'Sie haben eine Regel gemacht, die das Genannte heraushält. Dass sie nicht angenommen wird, muss jemand anderes sagen.',
    dismissDecision:
      'Sie haben etwas entfernt, das sie nennt. Dass sie nicht angenommen wird, muss jemand anderes sagen.',
    secondPerson: 'Sie haben sie selbst vollständig gefunden; zustimmen muss jemand anderes.',
    own: 'Sie kam von Ihrer eigenen Adresse: Andere entscheiden darüber.',
    ownAnswered: 'Sie antwortet auf einen Antrag von Ihrer eigenen Adresse: Andere entscheiden darüber.',
    notCountered: 'Hier wartet nichts darauf, zurückgestellt zu werden.',
    byItself: 'Die Gegenseite weiß davon: Es kommt von selbst zurück, wenn die Tage vorbei sind.',
    notYet: 'Die zehn Geschäftstage sind noch nicht vorbei.',
    noContact: 'Wer sie gesendet hat, ist nicht mehr bekannt.',
    notEnough: 'Dafür ist noch nicht genug festgehalten.',
    notWarned: 'Zuerst muss gewarnt werden, und dann ist Zeit zu lassen.',
    already: 'Das ist schon geschehen.',
    ownDecision: 'Sie haben es selbst entschieden; antworten muss jemand anderes.',
    neverHeld: 'Ein Antrag dieser Art wird nie angehalten.',
  },
  lookFirst: {
    waits:
      'Nach dem Genannten wurde noch nicht gesucht. Ablehnen lässt sie sich, wenn das geschehen ist: Erst dann steht fest, wer daran beteiligt war.',
    runs: 'Nach dem Genannten wird noch gesucht. Ablehnen lässt sie sich, wenn das vorbei ist: Erst dann steht fest, wer daran beteiligt war.',
    failed:
      'Die Suche nach dem Genannten ist gescheitert. Ablehnen lässt sie sich, wenn danach gesucht wurde: Erst dann steht fest, wer daran beteiligt war. Bitte noch einmal suchen lassen.',
    asked:
      'Wer sie gesendet hat, wurde um etwas gebeten, bevor nach dem Genannten zu Ende gesucht war. Ablehnen lässt sie sich, wenn die Antwort da und das geschehen ist: Erst dann steht fest, wer daran beteiligt war.',
  },
  input: {
    extent: 'Sagen Sie, wie viel Sie zurücknehmen.',
    identified: 'Sagen Sie, woran zu sehen war, dass es um ihr Material geht.',
    missing: 'Markieren Sie mindestens eines, das fehlt.',
    court: 'Den Namen des Gerichts.',
    caseNumber: 'Das Aktenzeichen.',
    filedOn: 'Den Tag der Klage, spätestens heute.',
    finding: 'Wählen Sie eines.',
    days: 'Von 1 bis 90 Tagen.',
    grounds: 'Einige Worte, mindestens 10 Zeichen.',
  },
  retracted: {
    reversed:
      '{n, plural, =0 {Keine Entscheidung wurde geändert.} one {# Eintrag ist wieder wie vor dem Antrag.} other {# Einträge sind wieder wie vor dem Antrag.}}',
    stays: {
      flagged:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Die Entscheidung beruht auch auf einem eigenen Fund.',
      other_request:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Das verlangt auch jemand anderes.',
      same_request:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Auch etwas anderes, das der Antrag nennt, führt dorthin.',
      before:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} wie entschieden: Das war schon vor dem Antrag so.',
      court:
        '{n, plural, one {# Eintrag bleibt} other {# Einträge bleiben}} entfernt: Ein Gericht ist damit befasst.',
      open: '{n, plural, one {# Eintrag wird} other {# Einträge werden}} gerade ohnehin von Menschen neu angesehen.',
      kept: '{n, plural, one {# Eintrag war} other {# Einträge waren}} nicht entfernt; dort war nichts zu tun.',
    },
    rules:
      '{n, plural, one {# dauerhafte Regel, die} other {# dauerhafte Regeln, die}} spätere Fassungen davon freihielt, endete.',
    rulesStay:
      '{n, plural, one {# dauerhafte Regel bleibt} other {# dauerhafte Regeln bleiben}}: Das verlangt auch jemand anderes.',
  },
  putBack: {
    done: '{n, plural, =0 {Keine Entscheidung wurde geändert.} one {# Eintrag ist zurückgestellt.} other {# Einträge sind zurückgestellt.}}',
  },
  news: {
    retracted: 'Der Antrag wurde von der Person zurückgenommen, die ihn gestellt hatte.',
    retractedPart: 'Ein Teil des Antrags wurde von der Person zurückgenommen, die ihn gestellt hatte.',
    countered:
      'Eine Gegendarstellung zu {n, plural, one {# Eintrag} other {# Einträgen}}{rules, plural, =0 {} one { und zu dem, was eine dauerhafte Regel auslässt,} other { und zu dem, was # dauerhafte Regeln auslassen,}} wurde weitergegeben. Worum es darin geht, kommt nach dem {earliest} und bis zum {latest} zurück, wenn nicht vorher eine Klage mitgeteilt wird.',
    counteredUnreached:
      'Eine Gegendarstellung zu {n, plural, one {# Eintrag} other {# Einträgen}}{rules, plural, =0 {} one { und zu dem, was eine dauerhafte Regel auslässt,} other { und zu dem, was # dauerhafte Regeln auslassen,}} ist vollständig. Die Angaben der Gegenseite sind gelöscht, sie erfährt nichts davon; deshalb kommt nichts von selbst zurück: Jemand muss das auf der Seite des Antrags entscheiden, nach dem {earliest} und bis zum {latest}.',
  },
  copy: {
    where: 'Was entfernt wurde, und wo es stand',
    all: 'Alles, was auf den Antrag hin entfernt wurde.',
  },
  elements: {
    signature: 'Die Unterschrift: Ihr voller Name (A).',
    material: 'Was entfernt wurde, und wo es vorher stand (B).',
    mistake:
      'Die Erklärung unter Strafandrohung, dass es irrtümlich oder durch Verwechslung entfernt wurde (C).',
    contact: 'Ihr Name, Ihre Anschrift und Ihre Telefonnummer (D).',
    jurisdiction: 'Dass Sie ein Bundesgericht und die Zustellung anerkennen (D).',
    not_theirs:
      'Wir konnten nicht erkennen, dass es Ihr Material ist oder dass Sie für dessen Inhaber handeln.',
  },
  identified: {
    maintainer: 'Betreut den Datensatz, nach der bestätigten Adresse',
    row_identifier: 'Verfügt über die Adresse oder das Konto in den Zeilen',
    domain: 'Verfügt über die Domain, von der die Zeilen kommen',
    agent_letter: 'Handelt für jemanden, nach einem Schreiben',
    document_seen: 'Ein Dokument wurde gesehen und nicht behalten',
  },
  staff: {
    title: 'Die andere Seite',
    complaint: {
      title: 'Die Beschwerde',
      found:
        '{n, plural, =0 {Keine Entscheidung hat entfernt, was sie nennt.} one {# Entscheidung hat entfernt, was sie nennt:} other {# Entscheidungen haben entfernt, was sie nennt:}}',
      text: 'Wenn jemand gesehen hat, dass der Text von dieser Person ist, gehen diese Entscheidungen an Menschen, die nicht daran beteiligt waren. Vorher erfährt sie nichts.',
      textNone:
        'Wenn jemand gesehen hat, dass der Text von dieser Person ist, bekommt sie eine Antwort. Vorher erfährt sie nichts.',
      rules:
        '{n, plural, one {Eine dauerhafte Regel hält} other {# dauerhafte Regeln halten}} das Genannte heraus, wo keine Entscheidung es betrifft:',
      rulesText:
        'Eine Regel wird nicht mit den Entscheidungen angefochten: Bitte selbst ansehen. Soll sie enden, beenden Sie sie auf ihrer Seite, bevor Sie weitergehen; dann wird mitgeteilt, dass es zurück ist, sonst, dass die Regel bleibt und was stattdessen möglich ist.',
      how: 'Wie hat sich gezeigt, dass es ihr Text ist?',
      choose: 'Wählen',
      hear: 'Noch einmal prüfen lassen',
      hearNone: 'Sagen, dass es ihr Text ist',
      recording: 'Wird festgehalten …',
      heard: 'Nachgewiesen: {how}.',
    },
    takenBack: 'Von der antragstellenden Person zurückgenommen',
    takenBackInPart: 'Von der antragstellenden Person zum Teil zurückgenommen',
    link: {
      counters: {
        to: 'Eine Gegendarstellung zum Antrag <link>{reference}</link>',
        from: 'Beantwortet durch die Gegendarstellung <link>{reference}</link>',
      },
      retracts: {
        to: 'Nimmt den Antrag <link>{reference}</link> zurück',
        from: 'Zurückgenommen durch das Schreiben <link>{reference}</link>',
      },
      revises: {
        to: 'Eine neue Fassung des Antrags <link>{reference}</link>',
        from: 'Neu gefasst durch den Antrag <link>{reference}</link>',
      },
      duplicates: {
        to: 'Verlangt dasselbe wie <link>{reference}</link>',
        from: 'Dasselbe verlangt <link>{reference}</link>',
      },
    },
    counter: {
      state: {
        filed:
          'Eine Gegendarstellung zu {n, plural, one {# Eintrag} other {# Einträgen}}{rules, plural, =0 {} one { und zu dem, was eine dauerhafte Regel auslässt,} other { und zu dem, was # dauerhafte Regeln auslassen,}} ist da. Sie geht an die Gegenseite, wenn zwei Personen sie vollständig finden.',
        checked: 'Eine Person hat die Gegendarstellung vollständig gefunden. Eine zweite muss zustimmen.',
        valid:
          'Die Gegenseite hat eine Kopie der Gegendarstellung. Worum es darin geht ({n, plural, one {# Eintrag} other {# Einträge}}{rules, plural, =0 {} one { und was eine dauerhafte Regel auslässt} other { und was # dauerhafte Regeln auslassen}}), kommt nach dem {earliest}, spätestens am {latest} zurück, wenn nicht vorher eine Klage festgehalten wird.',
        unreached:
          'Niemand konnte es der Gegenseite sagen: Ihre Angaben wurden gelöscht. Worum es darin geht ({n, plural, one {# Eintrag} other {# Einträge}}{rules, plural, =0 {} one { und was eine dauerhafte Regel auslässt} other { und was # dauerhafte Regeln auslassen}}), kommt nur zurück, wenn jemand das nach dem {earliest} entscheidet.',
        restored: 'Worum es in der Gegendarstellung geht, ist zurückgestellt.',
        kept_down: 'Die Gegenseite ist vor Gericht gegangen: Es bleibt entfernt.',
        refused: 'Die Gegendarstellung war nicht vollständig; wer sie sandte, weiß, was fehlt.',
        lapsed:
          'Die Gegendarstellung gilt nicht mehr: Sie wurde zurückgenommen oder geschlossen, wartet auf eine Antwort, oder der Antrag, um den es ging, wurde zurückgenommen.',
      },
      strangers:
        '{n, plural, one {Eines der genannten Dinge wurde} other {# der genannten Dinge wurden}} nicht auf diesen Antrag hin entfernt.',
      filing: 'Klage: {court}, {caseNumber}, erhoben am {date}.',
      filingErased: 'Klage erhoben am {date}; die Einzelheiten wurden gelöscht.',
      againFirst:
        'Die Entfernung, auf die sie antwortet, ruht oder wird noch einmal geprüft. Weitergegeben wird sie, wenn das beantwortet ist; ihre Tage zählen ab ihrem Eingang.',
      identified: 'Woran ist zu sehen, dass es um ihr Material geht?',
      choose: 'Wählen',
      check: 'Sie ist vollständig',
      approveText:
        'Die Gegenseite erhält sie ganz, mit Name, Anschrift und Telefonnummer. Die Tage bis zur Rückkehr zählen dann ab dem Eingang.',
      approveUnreached:
        'Die Gegenseite ist nicht zu erreichen: Ihre Angaben wurden gelöscht, auf ihren Wunsch oder nach Ablauf der Frist. Sie erfährt nichts davon und kann nicht rechtzeitig klagen, also kommt nichts von selbst zurück: Nach dem zehnten Geschäftstag muss das jemand entscheiden.',
      approve: 'Zustimmen und weitergeben',
      approveAlone: 'Zustimmen, obwohl niemand zu erreichen ist',
      putBackText:
        'Die zehn Geschäftstage sind vorbei. Die Gegenseite konnte von der Gegendarstellung nichts erfahren.',
      putBack: 'Trotzdem zurückstellen',
      missing: 'Was fehlt',
      refuse: 'Mitteilen, was fehlt',
      fileText:
        'Bevor das Material zurückkommt, kann die Gegenseite eine Klage mitteilen. Halten Sie sie hier fest.',
      court: 'Gericht',
      caseNumber: 'Aktenzeichen',
      filedOn: 'Tag der Klage',
      file: 'Klage festhalten',
      recording: 'Wird festgehalten …',
    },
    authors: {
      title: 'Wiederholte Verletzung',
      text: 'Befolgte Urheberrechtsanträge gegen denselben Urheber, jeder {strikeDays, number} Tage lang. Ab {warnFrom, number} kann eine Leitung warnen; ab {leaveOutFrom, number}, frühestens {warnedDays, number} Tage nach der Warnung, den Urheber auslassen.',
      strikes: '{n, plural, one {# befolgter Antrag} other {# befolgte Anträge}} ({references}).',
      warned: 'Gewarnt am {date}.',
      leftOut: 'Durch eine dauerhafte Regel ausgelassen.',
      warn: 'Warnen',
      reason: 'Grund',
      choose: 'Wählen',
      leaveOut: 'Diesen Urheber auslassen',
      recording: 'Wird festgehalten …',
    },
    sender: {
      title: 'Wer ihn gesendet hat',
      counts:
        '{n, plural, one {# bestätigter Antrag} other {# bestätigte Anträge}} von dieser Adresse in {days, number} Tagen, {unfounded, number} davon offensichtlich unbegründet.',
      warned: 'Gewarnt am {date}.',
      suspended: 'Anträge werden bis zum {date} angehalten.',
      held: 'Zur Prüfung angehalten',
      heldText:
        'Der Absender ist bis zum {date} ausgesetzt. Dann geht der Antrag von selbst weiter, oder jetzt, wenn Sie ihn angesehen haben.',
      letThrough: 'Freigeben',
      contested: 'Sie widersprechen',
      finding: 'War dieser Antrag offensichtlich unbegründet?',
      findingHint: 'Nur was jeder auf den ersten Blick sieht, nicht was bloß abgelehnt wurde.',
      unfounded: 'Offensichtlich unbegründet',
      notUnfounded: 'Nein',
      record: 'Festhalten',
      warn: 'Warnung senden',
      suspendText:
        'Bedenken Sie, wie viele es waren, wie groß ihr Anteil ist, wie schwer sie wiegen und was gewollt war.',
      days: 'Tage, höchstens {most, number}',
      suspend: 'Ihre Anträge anhalten',
      answer: 'Ihre Antwort, als jemand, der daran nicht beteiligt war',
      lift: 'Es war falsch, sie anzuhalten',
      uphold: 'Sie bleiben angehalten',
      answerAction: 'Antworten',
      recording: 'Wird festgehalten …',
    },
  },
  track: {
    counter: {
      titleMine: 'Ihre Gegendarstellung',
      titleTheirs: 'Eine Gegendarstellung',
      mine: {
        filed: 'Menschen prüfen, ob sie vollständig ist.',
        checked: 'Menschen prüfen, ob sie vollständig ist.',
        valid:
          'Sie ist vollständig und ging an die Gegenseite. Worum es geht, kommt nach dem {earliest} und bis zum {latest} zurück, wenn sie nicht vorher vor Gericht geht.',
        unreached:
          'Sie ist vollständig, aber wir können der Gegenseite nicht mehr schreiben. Worum es geht, kommt nicht vor dem {earliest} zurück, und dann, wenn jemand hier es entscheidet.',
        restored: 'Worum es geht, ist zurückgestellt.',
        kept_down:
          'Die Gegenseite ist vor Gericht gegangen. Es bleibt entfernt, bis ein Gericht entscheidet.',
        refused: 'Sie war nicht vollständig. Der Brief sagt, was fehlt; Sie können eine weitere senden.',
        lapsed:
          'Sie gilt nicht mehr: Sie haben sie zurückgenommen, sie wurde geschlossen, oder der Antrag, um den es ging, wurde zurückgenommen.',
      },
      theirs: {
        valid:
          'Jemand hat auf Ihren Antrag geantwortet; eine Kopie haben Sie per Mail. Was entfernt wurde, kommt nach dem {earliest} und bis zum {latest} zurück, wenn Sie uns nicht vorher mitteilen, dass Sie vor Gericht gegangen sind.',
        unreached:
          'Jemand hat auf Ihren Antrag geantwortet. Eine Kopie konnten wir Ihnen nicht senden, weil Ihre Angaben gelöscht sind. Was entfernt wurde, kommt nicht vor dem {earliest} zurück, und dann, wenn jemand hier es entscheidet; gehen Sie deswegen vor Gericht, schreiben Sie uns.',
        restored:
          'Die Zeit ist um, und von einer Klage wissen wir nichts: Worum es ging, ist zurückgestellt.',
        kept_down: 'Sie sind vor Gericht gegangen: Es bleibt entfernt.',
      },
    },
    suspended: {
      title: 'Ihre Anträge werden eine Zeit lang angehalten',
      text: 'Bis zum {date} warten Anträge von Ihrer Adresse, bis ein Mensch sie angesehen hat. Keiner wird ungelesen abgelehnt.',
      contested: 'Sie haben widersprochen. Jemand, der daran nicht beteiligt war, antwortet.',
      grounds: 'Warum das falsch ist',
      contest: 'Widersprechen',
      sending: 'Wird gesendet …',
    },
    retract: {
      title: 'Zurücknehmen',
      textCounter:
        'Worum es in Ihrer Gegendarstellung geht, bleibt dann entfernt, wenn nicht auch jemand anderes der Entfernung widerspricht.',
      text: 'Was nur Ihretwegen entschieden wurde, ist dann wie zuvor. Was auch andere verlangten, bleibt.',
      extent: 'Wie viel nehmen Sie zurück?',
      whole: 'Alles',
      part: 'Nur was ich unten markiere',
      except: 'Alles außer dem, was ich unten markiere',
      which: 'Was Sie genannt haben',
      whichHint: 'Nötig, wenn Sie nicht alles zurücknehmen.',
      long: 'Um einen Teil einer so langen Liste zurückzunehmen, senden Sie eine Rücknahme mit der Liste.',
      sure: 'Ich bin sicher',
      action: 'Zurücknehmen',
      recording: 'Wird zurückgenommen …',
    },
  },
}
