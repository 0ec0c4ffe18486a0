/** Every word of what is told to who asks what there is about them, or to correct it, as in English: one area, so one file. */
import type { Translation } from '@/lib/i18n/translation'
import type { rights as english } from '../en/rights'

/** Auskunft und Berichtigung: was Mitarbeitende beantworten, und was wer fragt liest, öffnet und annimmt. */
export const rights: Translation<typeof english> = {
  input: {
    sure: 'Bitte ankreuzen, dass sie so veröffentlicht werden darf, wie sie hier steht',
    recall: 'Bitte sagen, warum sie zurückgerufen wird',
  },
  errors: {
    noAccess: 'Dieser Antrag fragt nicht, was über jemanden vorhanden ist.',
    noCorrection: 'Dieser Antrag verlangt keine Berichtigung.',
    noRestriction: 'Dieser Antrag verlangt keine Einschränkung.',
    nobodyToTell:
      'Von wem der Antrag war, ist gelöscht, also kann es niemandem vorher mitgeteilt werden (DSGVO Art. 18 Abs. 3). Es bleibt eingeschränkt.',
    liftAnnounced: 'Dass sie enden wird, ist schon mitgeteilt.',
    noLift: 'Sie wird nicht enden: Nichts ist mitgeteilt, oder es ist abgesagt oder vorbei.',
    liftWhy: 'Schreiben Sie, warum sie endet: Es steht im Brief.',
    looking: 'Nach dem Genannten wird noch gesucht. Bitte danach antworten.',
    judgeAll:
      'Bitte von jeder Zeile sagen, was mit ihr ist. Seit dem Öffnen der Seite können welche dazugekommen sein.',
    noProof:
      'Nichts zeigt, dass diese Zeile die antragstellende Person betrifft: Bitte erst einen Nachweis verlangen.',
    proofFirst:
      'Nichts zeigt, wer da fragt; nicht einmal, wie viel es gibt, darf gesagt werden. Bitte erst einen Nachweis verlangen oder den Antrag als nicht nachgewiesen ablehnen.',
    begun:
      'Jemand anderes hat begonnen, die Zeilen zu beurteilen, und macht weiter: Alle Zeilen einer Antwort beurteilt dieselbe Person.',
    notThere: '„{words}“ steht nicht in dieser Zeile',
    proposedAnew: 'Das ist nicht mehr der Vorschlag. Bitte noch einmal ansehen.',
    proposedByYou: 'Sie haben es vorgeschlagen. Zustimmen muss jemand anderes.',
    askedByYou: 'Dieser Antrag kommt von Ihrer Adresse. Jemand anderes muss ihn beantworten.',
    answeredByYou:
      'Sie waren an der Antwort davor beteiligt, und dagegen wurde Einspruch erhoben. Antworten muss jetzt jemand anderes.',
    noCopy:
      'Es gibt keine Kopie, die geöffnet werden kann. Vielleicht ist ihre Zeit vorbei: Dann bitte einen neuen Antrag senden.',
    notOpen: 'Von dieser Antwort gibt es keine Kopie, die noch geöffnet werden könnte.',
    noStatement: 'Bitte die Erklärung schreiben, die neben der Zeile stehen soll',
    statementHas:
      'In der Erklärung steht etwas, das nicht mit einem Datensatz veröffentlicht werden darf, etwa eine Adresse, eine Nummer oder eine Beleidigung. Bitte um eine andere bitten.',
    statementUnproven:
      'Eine Erklärung erscheint als die der antragstellenden Person: Bitte erst einen Nachweis verlangen, dass diese Zeile sie betrifft.',
    statementMasked:
      'In dieser Zeile sind schon Stellen geschwärzt; eine Erklärung kann nicht auch noch daneben stehen.',
    statementOther:
      'Neben dieser Zeile steht die Erklärung eines anderen Menschen. Diese Berichtigung kann sie weder ersetzen noch schwärzen. Von wem sie ist, kann es noch einmal verlangen, von der Adresse aus, von der die Zustimmung kam.',
    statementErased:
      'Neben dieser Zeile steht eine Erklärung, und wer ihr zugestimmt hat, wurde gelöscht. Sie kann ersetzt oder geschwärzt werden, sobald gezeigt ist, dass die Zeile von der Person handelt, die jetzt fragt: Verlangen Sie das zuerst.',
    noPassage: 'Bitte schreiben, welche Stelle falsch ist, so wie sie in der Zeile steht',
    notAccepted: 'Der Veröffentlichung der Erklärung ist noch nicht zugestimmt.',
    nothingToAccept: 'Es gibt keine Erklärung mehr, der zugestimmt werden könnte.',
    cannotDecide: 'Über eine dieser Zeilen können Sie nicht selbst entscheiden: {why}',
  },
  staff: {
    title: 'Antwort',
    access:
      'Gefragt wird, was der Datensatz über die Person enthält (Art. 15 DSGVO). Nichts wird herausgenommen und über keine Zeile wird entschieden: Bitte ansehen, was gefunden wurde, und sagen, was sie betrifft.',
    rectification:
      'Verlangt wird eine Berichtigung (Art. 16 DSGVO). Bitte ansehen, was gefunden wurde, und es so berichtigen, dass es annehmbar ist: Falsches schwärzen oder die Erklärung daneben stehen lassen.',
    toAnswer: 'Die Zeilen ansehen und antworten',
    waitsSecond:
      'Eine Antwort ist vorgeschlagen. Jemand anderes muss die Zeilen ansehen und zustimmen, bevor sie herausgegeben werden.',
    waitsRequester:
      'Eine Erklärung ist vorgeschlagen. Ihrer Veröffentlichung muss erst zugestimmt werden; darum wurde gebeten.',
    accepted: 'Der Erklärung wurde zugestimmt. Die Berichtigung kann jetzt ausgeführt werden.',
    toLook: 'Den Vorschlag ansehen',
    looking: 'Nach dem Genannten wird gesucht. Bitte danach antworten.',
    asked: 'Was falsch sein soll',
    heading: 'Antwort auf {reference}',
    back: 'Antrag {reference}',
    nothing: 'Nichts wurde gefunden. Bitte das mitteilen; was gesucht wurde, steht dabei.',
    nothingHint:
      'Ein Programm hat nichts gefunden. Wer noch anders suchen kann (andere Schreibweise, ein ähnlicher Text), sollte das zuerst auf der Seite zur Reichweite tun.',
    rowOf: 'Zeile {row} von {file}',
    rowUnknown: 'Ein Text einer früheren Fassung',
    times: 'Steht in {n, plural, one {# Zeile} other {# Zeilen}}',
    alike: 'Dem Genannten nur ähnlich',
    provenRow: 'Durch die Zeile selbst nachgewiesen: {how}',
    provenSeen:
      'Nachgewiesen, aber nicht durch die Zeile: {how}. Bitte beurteilen, ob diese Zeile dieselbe Person betrifft.',
    unproven: 'Nichts zeigt, dass sie die Person betrifft',
    what: 'Was ist das?',
    verdict: {
      give: 'Betrifft die Person: eine Kopie davon geben',
      others: 'Betrifft die Person, aber Rechte anderer verbieten die Herausgabe (Art. 15 Abs. 4)',
      unproven: 'Betrifft die Person vielleicht, aber nichts zeigt es: nicht geben und nicht erwähnen',
      not_them: 'Betrifft die Person nicht',
      mask: 'Falsches schwärzen',
      statement: 'Stehen lassen, mit der Erklärung daneben',
      keep: 'So lassen, wie es ist: Es ist nicht falsch',
    },
    others: 'Stellen über andere, die in der Kopie fehlen sollen',
    othersHint:
      'Eine pro Zeile, genau wie im Text. Was Programme gefunden haben und niemand nachgewiesen hat, steht schon hier.',
    whereabouts: 'Auch Adresse und Nummer weglassen: sie betreffen jemand anderen',
    wrong: 'Die falschen Stellen',
    wrongHint: 'Eine pro Zeile, genau wie im Text. Sie werden in jeder späteren Ausgabe geschwärzt.',
    statement: 'Die Erklärung, wie sie veröffentlicht werden soll',
    statementHint:
      'Für Zeilen, bei denen sie neben dem Text steht: bis zu 400 Zeichen, keine Adresse, keine Nummer, kein Name anderer. Sie steht für alle in der Liste der Kennzeichnungen jeder späteren Ausgabe. Vorher muss zugestimmt werden.',
    reason: 'Grund für das, was geändert wird',
    keepReason: 'Grund für das, was bleibt',
    none: 'Keiner',
    noLabel:
      'Kein Grund der geltenden Richtlinie erlaubt hier eine Kennzeichnung; eine Erklärung kann deshalb nicht veröffentlicht werden. Die Betreuung kann eine Fassung mit einem solchen Grund veröffentlichen.',
    notAllOf:
      '{n, plural, one {Eine der genannten Angaben steht} other {# der genannten Angaben stehen}} in mehr Texten, als angesehen wurden; hier sind nicht alle ({what}). Das wird mitgeteilt.',
    begun: 'Begonnen',
    judged:
      '{n, plural, one {# Zeile ist} other {# Zeilen sind}} beurteilt. Vorgeschlagen, entschieden und mitgeteilt wird erst, wenn es alle sind.',
    beginAnew: 'Verwerfen und neu beginnen',
    more: 'Es gibt mehr Zeilen als diese. Sie kommen, wenn diese beurteilt sind; was beurteilt ist, bleibt.',
    moreToCorrect:
      'Es gibt mehr Zeilen als diese. Sie kommen, wenn diese beurteilt sind; was beurteilt ist, bleibt. Nach den Gründen und, wenn es eine gibt, der Erklärung wird mit den letzten gefragt; sie gelten für alle.',
    next: 'Das behalten und weitermachen',
    propose: 'Diese Antwort vorschlagen',
    proposing: 'Wird vorgeschlagen …',
    correct: 'So berichtigen',
    correcting: 'Wird festgehalten …',
    tellNothing: 'Mitteilen, dass nichts gefunden wurde',
    telling: 'Wird mitgeteilt …',
    secondHint:
      'Werden Zeilen herausgegeben, muss vorher jemand anderes zustimmen. Betrifft nichts die Person, wird es sofort mitgeteilt.',
    proposed: 'Was vorgeschlagen ist',
    counts:
      '{rows, plural, =0 {Keine Zeile wird} one {# Zeile wird} other {# Zeilen werden}} herausgegeben; wegen der Rechte anderer nicht: {others, number}; nicht von der Person oder nicht nachgewiesen: {rest, number}.',
    agree: 'Zustimmen und die Kopie herausgeben',
    agreeing: 'Wird mitgeteilt …',
    apply: 'Die Berichtigung ausführen',
    applying: 'Wird ausgeführt …',
    drop: 'So nicht mitteilen',
    dropping: 'Wird verworfen …',
    asTheyGet: 'So käme es an',
    nothingHere:
      '{open, select, yes {Noch ist nichts vorgeschlagen: Zuerst sieht eine Leitung des Datensatzes die Zeilen an.} other {Hier ist nichts mehr zu beantworten. Wie es steht, sagt die Seite des Antrags.}}',
    views:
      '{n, plural, =0 {Die Kopie wurde nie geöffnet.} one {Die Kopie wurde einmal geöffnet.} other {Die Kopie wurde #-mal geöffnet.}}',
    until: 'Sie kann bis {date} geöffnet werden.',
    recall: 'Die Kopie zurückrufen',
    recalling: 'Wird zurückgerufen …',
    recallHint:
      'Falls sie zu Unrecht gegeben wurde: Von da an kann niemand sie öffnen oder weiterlesen. Was vorher gespeichert wurde, bleibt gespeichert. Wer sie bekam, erhält einen Brief mit dem, was Sie hier wählen und schreiben; auf der Seite des Antrags steht dasselbe.',
    recalled: 'Sie wurde zurückgerufen: „{why}“.',
    recallReason: 'Warum wird sie zurückgerufen? Das wird mitgeteilt.',
    recallWhy: {
      others: 'Es steht etwas über andere darin',
      not_theirs: 'Es ist nicht mehr sicher, dass sie die Person betrifft',
      wrong: 'Etwas darin ist falsch oder fehlt',
      untold: 'Es darf nicht gesagt werden',
    },
  },
  lift: {
    title: 'Die Einschränkung wird enden',
    overTitle: 'Die Einschränkung hat geendet',
    over: 'Wir haben es Ihnen vorher mitgeteilt. Was allein wegen dieses Antrags herausgelassen wurde, steht in der nächsten Ausgabe wieder. Wenn es heraus soll, senden Sie einen neuen Antrag: einen Widerspruch oder eine Löschung.',
    subject: 'Die Einschränkung wird enden: Antrag {reference}',
    subjectCalledOff: 'Die Einschränkung bleibt: Antrag {reference}',
    subjectLifted: 'Die Einschränkung hat geendet: Antrag {reference}',
    letter:
      'Auf Ihren Antrag {reference} wird etwas über Sie im Datensatz „{dataset}“ aufbewahrt und nicht verwendet. Das wird am {date} enden, und wir müssen es Ihnen vorher mitteilen (DSGVO Art. 18 Abs. 3).',
    page: 'Was Sie einschränken ließen, wird aufbewahrt und nicht verwendet. Das wird am {date} enden.',
    pageHeld:
      'Was Sie einschränken ließen, wird aufbewahrt und nicht verwendet. Das sollte am {date} enden und wartet, solange Ihr Antrag angehalten ist.',
    why: {
      accuracy: 'Sie hatten gesagt, dass es nicht stimmt, und das wurde geprüft: Es stimmt.',
      grounds:
        'Sie hatten widersprochen, und es hat sich ergeben, dass die Gründe für die Verwendung überwiegen.',
      claims: 'Sie hatten es für einen Anspruch gebraucht, und das ist vorbei.',
      other: 'Der Grund steht unten.',
    },
    wrote: 'Wer sich darum kümmert, schreibt dazu:',
    means:
      'Nach diesem Tag steht es in der nächsten Ausgabe wieder, sofern es nicht aus einem anderen Grund draußen bleibt: weil jemand anderes das verlangt oder weil wir selbst etwas gefunden haben.',
    can: 'Wenn Sie das nicht wollen, senden Sie vor diesem Tag einen neuen Antrag: einen Widerspruch oder eine Löschung. Was er nennt, bleibt draußen, bis er beantwortet ist. Sie können sich auch bei der Datenschutzbehörde Ihres Wohnorts beschweren (Art. 77) und vor Gericht gehen (Art. 79).',
    calledOff:
      'Wir hatten Ihnen mitgeteilt, dass die Einschränkung, die Sie im Datensatz „{dataset}“ mit dem Antrag {reference} verlangt haben, enden wird. Sie endet nicht: Was herausgelassen wurde, bleibt aufbewahrt und wird nicht verwendet. Sie müssen nichts tun.',
    lifted:
      'Wie wir Ihnen vorher mitgeteilt haben, hat die Einschränkung geendet, die Sie im Datensatz „{dataset}“ mit dem Antrag {reference} verlangt haben.',
    next: 'Was zurückkommt, steht in der nächsten Ausgabe des Datensatzes. Wenn es heraus soll, senden Sie einen neuen Antrag: einen Widerspruch oder eine Löschung.',
    staff: 'Einschränkung',
    lasts:
      'Was herausgenommen wurde, bleibt aufbewahrt und wird zu nichts verwendet, bis jemand das hier beendet.',
    announced: 'Sie wird am {date} enden: {why}. Wer sie verlangt hat, weiß davon.',
    reason: {
      accuracy: 'es hat sich als richtig erwiesen',
      grounds: 'die Gründe für die Verwendung überwiegen den Widerspruch',
      claims: 'es wird für keinen Anspruch mehr gebraucht',
      other: 'ein anderer Grund, der genannt ist',
    },
    end: 'Die Einschränkung beenden',
    endText:
      'Wer sie verlangt hat, erfährt es jetzt, und sie {n, plural, one {endet # Tag} other {endet # Tage}} später von selbst (DSGVO Art. 18 Abs. 3): Was allein wegen dieses Antrags entschieden wurde, ist dann, wie es vorher war. Bis dahin lässt es sich absagen.',
    reasonLegend: 'Warum endet sie?',
    announce: 'Mitteilen und dann beenden',
    callOff: 'Eingeschränkt lassen',
    recording: 'Wird festgehalten …',
  },
  recalled: {
    subject: 'Wir haben die Kopie für Sie zurückgerufen: Antrag {reference}',
    letter:
      'Wir haben die Kopie dessen zurückgerufen, was der Datensatz „{dataset}“ über Sie enthält und was wir Ihnen auf Ihren Antrag {reference} gegeben haben. Sie hätte so nicht gegeben werden dürfen.',
    page: 'Wir haben die Kopie zurückgerufen, die wir Ihnen gegeben haben. Sie hätte so nicht gegeben werden dürfen.',
    why: {
      others: 'Etwas darin betraf jemand anderen.',
      not_theirs: 'Wir sind nicht mehr sicher, dass alles darin Sie betrifft.',
      wrong: 'Etwas darin war falsch oder fehlte.',
      untold: 'Den Grund dürfen wir Ihnen nicht sagen.',
    },
    wrote: 'Dazu schreibt, wer sich darum kümmert:',
    means:
      'Niemand kann sie mehr öffnen, weder über diesen Link noch mit einem Code, und wer sie offen hatte, kann nicht weiterlesen. Falls Sie sie vorher gespeichert haben, geben Sie nichts weiter, was andere betrifft, und löschen Sie sie bitte. Im Datensatz ändert sich dadurch nichts.',
    next: 'Von selbst geschieht nun nichts mehr. Sie haben weiter das Recht zu erfahren, was es über Sie gibt: Wenn Sie eine andere Kopie möchten, senden Sie einen neuen Antrag. Wenn nicht, müssen Sie nichts tun.',
  },
  track: {
    title: 'Was wir über Sie haben',
    copy: '{rows, plural, =0 {Es gibt etwas über Sie, aber nichts davon kann Ihnen gegeben werden.} one {Eine Kopie der Zeile, die Sie betrifft, liegt bereit.} other {Eine Kopie der # Zeilen, die Sie betreffen, liegt bereit.}}',
    others:
      '{n, plural, one {Eine weitere Zeile fehlt} other {# weitere Zeilen fehlen}} darin, weil die Rechte anderer es verbieten (Art. 15 Abs. 4 DSGVO).',
    until: 'Sie können sie bis {date} öffnen. Danach ist sie weg; fragen Sie wieder, wenn Sie sie brauchen.',
    how: 'Der Link dieser Seite allein öffnet sie nicht: Wir senden einen Code an die Adresse, von der Sie geschrieben haben.',
    over: 'Die Zeit der Kopie ist vorbei. Fragen Sie wieder, wenn Sie eine weitere brauchen.',
    nothing: 'Nichts gefunden',
    noneFound: 'Wir haben nichts über Sie gefunden',
    noneToCorrect: 'Wir haben nichts über Sie gefunden, das zu berichtigen wäre',
    searched: 'Das haben wir in der neuesten Fassung des Datensatzes „{dataset}“ gesucht:',
    none: 'Ein Mensch hat angesehen, was dabei herauskam. Abgesehen von dem, was nur die Schutzbeauftragten sehen dürfen und worüber niemandem etwas gesagt wird, betrifft nichts davon Sie.',
    noneCorrected: 'Deshalb wurde nichts berichtigt.',
    noneOther:
      'Ein anders geschriebener Name, eine andere Adresse oder ein Bild kann trotzdem darin sein. Wenn Sie davon wissen, senden Sie einen neuen Antrag.',
    noneRequest:
      'Was wir von Ihnen haben, ist dieser Antrag. Er wird ein Jahr nach dem Absenden gelöscht, oder wenn Sie der Antwort nicht mehr widersprechen können, falls das später ist.',
    restricted:
      'Über das, was nur die Schutzbeauftragten sehen dürfen, wird hier und anderswo nichts gesagt, ob es etwas gibt oder nicht.',
    sendCode: 'Code senden',
    again: 'Noch einen Code senden',
    sending: 'Wird gesendet …',
    codeSent: 'Gesendet. Er gilt zehn Minuten; bitte ins Postfach schauen.',
    code: 'Die sechs Ziffern',
    open: 'Die Kopie öffnen',
    opening: 'Wird geöffnet …',
    wrong: 'Das ist nicht der Code. Für jeden gibt es drei Versuche.',
    closed: 'Dieser Code gilt nicht mehr. Bitte einen neuen senden lassen.',
    found: 'Ein Mensch sieht an, was gefunden wurde',
    answered: 'Ihnen wurde gesagt, was wir haben',
    answeredNone: 'Ihnen wurde gesagt, dass nichts über Sie gefunden wurde',
    opened: 'Die Kopie wurde geöffnet',
    calledBack: 'Die Kopie wurde zurückgerufen',
    proposed: 'Ein Mensch hat eine Antwort vorbereitet',
    accepted: 'Sie haben der Erklärung zugestimmt',
    statement: {
      title: 'Ihre Erklärung',
      text: 'Das würde in jeder späteren Ausgabe des Datensatzes neben dem stehen, was nach Ihren Worten falsch ist. Alle können es dort lesen, und wer eine Kopie hat, behält es. Sonst wird nichts von Ihnen veröffentlicht.',
      sure: 'So veröffentlichen, wie es hier steht',
      accept: 'Ich stimme zu',
      accepting: 'Wird festgehalten …',
      done: 'Danke. Ausgeführt wird es von der Person, die sich um Ihren Antrag kümmert.',
      otherwise:
        'Wenn es nicht stimmt, antworten Sie auf den Brief, den Sie bekommen haben, oder nehmen Sie den Antrag unten zurück.',
    },
  },
  copy: {
    title: 'Was wir über Sie haben',
    heading: 'Was „{dataset}“ über Sie enthält',
    lead: 'Antrag {reference}, beantwortet am {date}.',
    closes: 'Diese Seite schließt sich um {time}. Um sie wieder zu lesen, lassen Sie noch einen Code senden.',
    save: 'Alles speichern (JSON)',
    saveHint:
      'In einer Form, die auch Programme lesen können. Bitte dort aufheben, wo es niemand sonst liest. Was heruntergeladen wird, wenn diese Seite schließt, kommt noch ganz an.',
    rows: 'Die Zeilen über Sie',
    noRows: 'Es gibt keine, die Ihnen gegeben werden kann.',
    pages: 'Zeilen {from, number} bis {to, number} von {all, number}. In der Datei sind alle.',
    row: 'Zeile {row} von {file}',
    rowUnknown: 'Ein Text einer früheren Fassung',
    from: 'Von',
    id: 'Nummer in der Quelle',
    times: 'Steht in',
    rowsOf: '{n, plural, one {# Zeile} other {# Zeilen}}',
    leftOut:
      '{n, plural, one {Eine Stelle fehlt, weil sie} other {# Stellen fehlen, weil sie}} andere Menschen {n, plural, one {betrifft} other {betreffen}}.',
    marked: 'Was dazu vermerkt ist',
    decided: 'Was darüber entschieden ist',
    releases: 'In den neuesten Ausgaben',
    inRelease: {
      as_it_is: '{release}: unverändert',
      masked: '{release}: mit geschwärzten Stellen',
      left_out: '{release}: nicht enthalten',
    },
    by: {
      detector: 'von einem Programm',
      import: 'beim Einlesen',
      report: 'von einem Menschen',
      takedown: 'durch einen Antrag',
    },
    action: {
      keep: 'bleibt, wie es ist',
      remove: 'herausgenommen',
      redact: 'Stellen geschwärzt',
      restrict: 'nur für angemeldete Kopien',
      label: 'bleibt, mit einer Kennzeichnung',
    },
    notAllOf:
      '{n, plural, one {Eine Ihrer Angaben steht} other {# Ihrer Angaben stehen}} in mehr Texten, als wir angesehen haben; das hier ist also vielleicht nicht alles: {what}. Senden Sie einen weiteren Antrag, der genauer sagt, was Sie meinen.',
    notGiven:
      '{n, plural, one {Eine weitere Zeile betrifft Sie und wird nicht herausgegeben, weil} other {# weitere Zeilen betreffen Sie und werden nicht herausgegeben, weil}} die Rechte anderer es verbieten (Art. 15 Abs. 4 DSGVO).',
    gone: '{n, plural, one {Eine Zeile ist} other {# Zeilen sind}} nicht mehr verfügbar.',
    recipients: 'Wer es bekommen hat',
    releasesOf:
      '{n, plural, =0 {Von diesem Datensatz wurde hier nichts veröffentlicht.} one {Es gibt eine Ausgabe. Jeder kann sie heruntergeladen haben; wir halten nicht fest, wer.} other {Es gibt # Ausgaben. Jeder kann sie heruntergeladen haben; wir halten nicht fest, wer.}}',
    holders: 'Eine Kopie haben bei uns angemeldet:',
    noHolders: 'Niemand hat bei uns eine Kopie angemeldet.',
    information: 'Was Sie wissen dürfen',
    request: 'Was Ihr Antrag über Sie sagt',
    name: 'Name',
    email: 'E-Mail-Adresse',
    keptUntil: 'Gelöscht am',
    files: 'Von Ihnen gesandte Dateien',
    others: 'Andere Anträge von Ihrer Adresse',
    otherRequest: '{reference}: {kind}, {dataset}, gesendet am {date}, {status}',
    restricted: 'Meldungen an die Schutzbeauftragten stehen nicht hier; jede hat ihre eigene private Seite.',
    ask: 'Löschung oder Berichtigung verlangen',
    askText: 'Das geht jederzeit, für alles oder für einen Teil.',
  },
  information: {
    purposes: {
      article: 'Art. 15 Abs. 1 Buchst. a DSGVO',
      title: 'Wozu es verwendet wird',
      text: 'Der Datensatz wird gesammelt und veröffentlicht, damit andere damit arbeiten können, auch um Programme damit zu trainieren. Wir halten seine Zeilen vor, um sie durchzusehen, herauszunehmen, was nicht hineingehört, und Ausgaben zu machen, die das zeigen. Ihr Antrag wird aufbewahrt, um ihn zu beantworten und um zu zeigen, dass er beantwortet wurde.',
    },
    categories: {
      article: 'Art. 15 Abs. 1 Buchst. b DSGVO',
      title: 'Welche Art von Daten es ist',
      text: 'Der Text der Zeilen und woher sie kommen, was Programme und Menschen dazu vermerkt haben und was entschieden wurde. Von Ihrem Antrag: Ihr Name, Ihre Adresse, was Sie geschrieben und gesandt haben, und unsere Briefe an Sie.',
    },
    recipients: {
      article: 'Art. 15 Abs. 1 Buchst. c DSGVO',
      title: 'Wer es bekommt',
      text: 'Ausgaben sind öffentlich: Jeder kann sie herunterladen, und wir halten nicht fest, wer es tut. Wer eine Kopie angemeldet hat, ist oben genannt. Prüfende des Datensatzes lesen Zeilen, ohne zu erfahren, wer danach gefragt hat. Ihren Antrag liest die Leitung des Datensatzes, und die Verwaltung, wo der Antwort eine zweite Person zustimmen muss.',
    },
    storage: {
      article: 'Art. 15 Abs. 1 Buchst. d DSGVO',
      title: 'Wie lange es aufbewahrt wird',
      text: 'Eine Zeile so lange wie die Fassung des Datensatzes, in der sie steht. Was veröffentlicht wurde, bleibt bei denen, die es haben. Ihr Antrag wird ein Jahr nach dem Absenden gelöscht, oder wenn Sie der Antwort nicht mehr widersprechen können, falls das später ist; dass etwas entschieden wurde und wann, bleibt, ohne Sie. Diese Kopie wird nicht aufbewahrt: Sie entsteht bei jedem Öffnen neu.',
    },
    rights: {
      article: 'Art. 15 Abs. 1 Buchst. e DSGVO',
      title: 'Was Sie verlangen können',
      text: 'Dass Zeilen gelöscht, berichtigt oder nicht mehr verwendet werden, und Sie können ihrer Verwendung widersprechen. Das Formular dafür steht unten; es kostet nichts.',
    },
    complaint: {
      article: 'Art. 15 Abs. 1 Buchst. f DSGVO',
      title: 'Wo Sie sich beschweren können',
      text: 'Bei der Datenschutzbehörde dort, wo Sie wohnen, arbeiten oder einen Verstoß vermuten (Art. 77 DSGVO), und bei einem Gericht (Art. 79). Im Vereinigten Königreich ist das der Information Commissioner, in Kalifornien sind es die Privacy Protection Agency und der Attorney General.',
    },
    source: {
      article: 'Art. 15 Abs. 1 Buchst. g DSGVO',
      title: 'Woher es kommt',
      text: 'Bei jeder Zeile steht die Adresse oder die Nummer, die sie in ihrer Quelle hat, soweit der Datensatz sie nennt. Von Ihnen haben wir sie nicht. Mehr weiß vielleicht die Betreuung des Datensatzes.',
    },
    automated: {
      article: 'Art. 15 Abs. 1 Buchst. h DSGVO',
      title: 'Was Programme entscheiden',
      text: 'Programme merken Zeilen nur für Menschen vor und halten heraus, was Menschen herausgenommen haben. Über Sie wird nichts von einem Programm allein entschieden, und hier entsteht kein Profil von Ihnen. Was andere mit einer Ausgabe tun, sehen wir nicht.',
    },
    transfers: {
      article: 'Art. 15 Abs. 2 DSGVO',
      title: 'Wohin in der Welt es geht',
      text: 'Eine öffentliche Ausgabe kann in jedem Land gelesen werden, auch wo Daten weniger geschützt sind.',
    },
  },
}
