/* Longer than most: every letter is here, one after the other, as their templates are. */
import type { Translation } from '@/lib/i18n/translation'
import type { letters as english } from '../en/letters'

export const letters: Translation<typeof english> = {
  more: '… und {n, plural, one {# weiteres} other {# weitere}}.',
  wrote: {
    handler: 'Die Person, die den Antrag bearbeitet, schreibt:',
    looked: 'Die Person, die Ihren Antrag angesehen hat, schreibt:',
    adds: 'Die Person, die Ihren Antrag bearbeitet, fügt hinzu:',
    lead: 'Die Leitung schreibt:',
  },

  confirm: {
    subject: 'Bitte bestätigen Sie Ihren Antrag {reference}',
    asked:
      'Jemand hat mit einem Antrag zu einem Datensatz diese Adresse angegeben. Wenn Sie das waren, öffnen Sie bitte diesen Link und drücken Sie dort auf den Knopf:',
    once: 'Der Link gilt einmal, innerhalb von {hours, number} Stunden. Bis dahin liest niemand den Antrag.',
    notYou:
      'Wenn Sie es nicht waren, müssen Sie nichts tun. Der Antrag und diese Adresse werden dann gelöscht.',
  },
  receipt: {
    subject: 'Wir haben Ihren Antrag {reference} erhalten',
    kind: {
      copyright: 'Urheberrecht',
      privacy: 'Datenschutz',
      illegal_content: 'rechtswidriger Inhalt',
      opt_out: 'Widerspruch',
      counter_notice: 'Gegendarstellung',
      licence: 'Lizenz',
      publicity: 'Persönlichkeitsrecht',
      court_order: 'gerichtliche Anordnung',
      retraction: 'Rücknahme',
      complaint: 'Beschwerde über eine Entfernung',
      other: 'anderes Anliegen',
    },
    confirmed: 'Ihr Antrag {reference} ({kind}) zum Datensatz „{dataset}“ ist bestätigt.',
    page: 'Dieser private Link zeigt, wie es um Ihren Antrag steht; dort können Sie ihn auch zurückziehen. Bewahren Sie ihn gut auf: Wer den Link hat, sieht den Antrag.',
    again:
      'Wenn Sie ihn verlieren, lassen Sie ihn mit der Nummer des Antrags noch einmal an diese Adresse senden:',
    people:
      'Über jeden Eintrag entscheidet ein Mensch. Ein Programm sucht nur die Einträge, die Sie genannt haben.',
  },
  link: {
    subject: 'Die Seite Ihres Antrags {reference}',
    asked:
      'Jemand hat uns gebeten, den Link zum Antrag {reference} noch einmal zu senden. Wenn Sie das nicht waren, müssen Sie nichts tun: Er ging an niemanden außer Ihnen.',
    private:
      'Der Link führt zur privaten Seite des Antrags. Wer ihn hat, sieht die Seite; geben Sie ihn deshalb nicht weiter.',
  },
  quiet: {
    subject: 'Zu Ihrer Nachricht {reference}',
    news: 'Zu der Nachricht {reference}, die Sie uns gesandt haben, gibt es etwas Neues.',
    page: 'Es steht auf der privaten Seite, deren Link Sie haben.',
    link: 'Dieser private Link führt dorthin. Wer den Link hat, sieht es; geben Sie ihn deshalb nicht weiter.',
    links:
      'Diese privaten Links führen zu ihren Teilen. Wer einen Link hat, sieht, wohin er führt; geben Sie sie deshalb nicht weiter.',
  },

  needsInfo: {
    subject: 'In Ihrem Antrag {reference} fehlt etwas',
    undecided: 'Über Ihren Antrag {reference} zum Datensatz „{dataset}“ können wir noch nicht entscheiden.',
    missing: 'Dies fehlt oder ist so nicht verwendbar:',
    missingByLaw: 'Dies ist verlangt ({law}) und fehlt oder ist so nicht verwendbar:',
    where:
      'Bitte geben Sie es auf dieser Seite an. Gefragt wird nur nach dem, was fehlt; alles Übrige bleibt, wie Sie es geschrieben haben.',
  },
  needsIdentity: {
    subject: 'Bitte zeigen Sie, dass es Sie betrifft: Antrag {reference}',
    why: 'Bevor wir Ihren Antrag {reference} zum Datensatz „{dataset}“ weiter bearbeiten, müssen wir sicher sein, dass das Genannte Sie betrifft oder Ihnen gehört: Sonst könnte es jeder herausnehmen lassen.',
    where: 'Was zu tun ist, steht auf dieser Seite. Bitte senden Sie keine Kopie eines Dokuments per E-Mail.',
  },
  closes:
    'Hören wir nichts von Ihnen, erinnern wir Sie einmal und schließen den Antrag am {date}. Einen neuen können Sie jederzeit senden.',
  reminder: {
    subject: 'Wir warten noch auf Sie: Antrag {reference}',
    asked:
      'Vor zwei Wochen haben wir Sie um etwas gebeten, das Ihr Antrag {reference} zum Datensatz „{dataset}“ braucht. Wir haben nichts von Ihnen gehört.',
    closes:
      'Hören wir weiterhin nichts, schließen wir ihn am {date}. Was fehlt und wo Sie es angeben können, steht auf dieser Seite:',
  },
  code: {
    subject: 'Ihr Code',
    row: 'Jemand bittet uns, etwas aus einem Datensatz herauszunehmen, und diese Adresse steht darin. Wenn Sie das sind, geben Sie diesen Code auf der Seite Ihres Antrags ein:',
    copy: 'Jemand möchte die Kopie dessen öffnen, was wir über Sie haben. Wenn Sie das sind, geben Sie diesen Code auf der Seite Ihres Antrags ein:',
    minutes: 'Er gilt {n, plural, one {# Minute} other {# Minuten}}.',
    rowNotYou:
      'Wenn Sie es nicht waren, müssen Sie nichts tun. Geben Sie den Code niemandem: Ohne ihn geschieht nichts in Ihrem Namen.',
    copyNotYou:
      'Wenn Sie es nicht waren, müssen Sie nichts tun. Geben Sie den Code niemandem: Wer ihn und den Link zu Ihrem Antrag hat, kann die Kopie lesen.',
  },

  held: {
    subject: 'Ihr Antrag {reference} ist angehalten',
    held: 'Ihr Antrag {reference} zum Datensatz „{dataset}“ ist angehalten. {reason}',
    nothing: 'Sie müssen nichts tun. Wir schreiben Ihnen wieder, wenn es weitergeht.',
  },
  resumed: {
    subject: 'Ihr Antrag {reference} geht weiter',
    resumed:
      'Ihr Antrag {reference} zum Datensatz „{dataset}“ ist nicht mehr angehalten. Er geht dort weiter, wo er stand.',
  },
  ownerTold: {
    subject: 'Die Betreuung kennt jetzt Ihren Anspruch: Antrag {reference}',
    passed:
      'Wir haben der Betreuung des Datensatzes „{dataset}“ mitgeteilt, was Sie mit Ihrem Antrag {reference} geltend machen: was nach Ihren Angaben geschehen ist und wo. Ihren Namen und Ihre Adresse erfährt sie nicht.',
    until:
      'Sie hat bis zum {date} Zeit, es zu ändern oder zu sagen, warum nicht, und auf Wunsch einen Arbeitstag mehr. Danach entscheiden Menschen.',
  },
  clock: {
    subject: 'Die Frist für die Antwort auf Ihren Antrag {reference} hat sich geändert',
    about: 'Es geht um Ihren Antrag {reference}.',
    aboutLaw: 'Es geht um Ihren Antrag {reference} ({law}).',
    paused:
      'Die Frist ruht ab heute, denn {reason}. Solange sie ruht, zählt kein Tag. Wir teilen Ihnen mit, wenn sie weiterläuft.',
    resumed: 'Die Frist läuft ab heute weiter. Die Tage, an denen sie ruhte, zählen nicht.',
    extended:
      'Wir brauchen länger, denn {reason}. Die ganze Frist beträgt jetzt {length}, gerechnet von dem Tag an, an dem wir Ihren Antrag erhalten haben.',
    until: 'Sie bekommen bis zum {until} eine Antwort.',
    dates: 'Alle Termine stehen auf dieser Seite:',
  },

  outcome: {
    subject: 'Das Ergebnis Ihres Antrags {reference}',
    subjectAgain: 'Das Ergebnis Ihres Einspruchs, Antrag {reference}',
    decided: 'Über Ihren Antrag {reference} zum Datensatz „{dataset}“ ist entschieden.',
    decidedAnew: 'Über Ihren Antrag {reference} zum Datensatz „{dataset}“ ist neu entschieden.',
    decidedAgain:
      'Sie haben gegen das Ergebnis Ihres Antrags {reference} zum Datensatz „{dataset}“ Einspruch erhoben. Entschieden haben Menschen, die an der ersten Entscheidung nicht beteiligt waren.',
    anew: 'Seit unserer letzten Antwort wurde etwas, worauf sie beruhte, anders entschieden. Diese Antwort tritt an ihre Stelle.',
    named: 'Sie haben genannt:',
    more: '… und {n, plural, one {# weiteres} other {# weitere}}; alles steht hinter dem Link unten.',
    without: 'Ausgabe {name} enthält es schon nicht mehr.',
    first:
      'Von diesem Datensatz wurde hier noch nichts veröffentlicht: Die erste Ausgabe wird es nicht enthalten.',
    ahead:
      'Ausgabe {name} wird die erste sein, die es nicht mehr enthält. Sie erscheint spätestens am {date}.',
    cutOff:
      'Eine Ausgabe gibt wieder, was bis zu dem Tag entschieden ist, an dem sie entsteht. Wenn sie da ist, bekommen Sie einen Brief mit dem Beleg.',
  },
  done: {
    subject: 'Es ist erledigt: Ihr Antrag {reference}',
    published:
      'Ausgabe {name} des Datensatzes „{dataset}“ ist veröffentlicht, ohne das, was auf Ihren Antrag {reference} hin entfernt wurde. Der Beleg, dass sie im öffentlichen Protokoll steht:',
    copies:
      'Frühere Ausgaben bleiben bei denen, die Kopien davon haben. Wer hier eine Kopie eingetragen hat, wird gebeten, die neue anzuwenden; auf Ihrer Seite steht, wie viele das bestätigt haben und welche anderen Orte des Datensatzes bereinigt sind:',
  },
  notFound: {
    subject: 'Was Sie genannt haben, wurde nicht gefunden: Antrag {reference}',
    looked:
      'Wir haben in der neuesten Fassung des Datensatzes „{dataset}“ gesucht und nichts hiervon gefunden:',
    closed:
      'Deshalb wurde nichts geändert, und Ihr Antrag ist geschlossen. Das muss nicht das Ende sein: Der Text kann in anderen Worten oder unter einer anderen Adresse darin stehen. Senden Sie dann einen neuen Antrag mit dem genauen Wortlaut, einer Webadresse oder mit Datei und Zeile.',
  },
  rejected: {
    subject: 'Wir nehmen Ihren Antrag {reference} nicht an',
    closed:
      'Ihr Antrag {reference} zum Datensatz „{dataset}“ ist geschlossen, ohne dass über das Genannte entschieden wurde.',
  },
  withdrawn: {
    subject: 'Sie haben Ihren Antrag {reference} zurückgezogen',
    withdrawn:
      'Ihr Antrag {reference} zum Datensatz „{dataset}“ ist zurückgezogen. Niemand arbeitet mehr daran.',
    notYou:
      'Wenn Sie das nicht waren, hat jemand anderes Ihren privaten Link. Senden Sie den Antrag noch einmal: Er bekommt einen neuen.',
  },
  again: {
    subject: 'Ihr Antrag wird noch einmal angesehen: {reference}',
    reopened:
      'Seit unserer Antwort auf Ihren Antrag {reference} zum Datensatz „{dataset}“ wurde etwas davon anders entschieden und wird noch einmal angesehen. Unsere Antwort gilt nicht mehr; Sie bekommen eine neue. Sie müssen nichts tun.',
    takenBack:
      'Unsere Antwort zum Datensatz „{dataset}“ war eine gemeinsame Entscheidung über viele Anträge, und sie wurde zurückgenommen. Ihr Antrag wird noch einmal für sich angesehen, und Sie bekommen eine neue Antwort. Sie müssen nichts tun.',
    sameTime: 'Die Frist, in der wir antworten müssen, bleibt dieselbe.',
  },
  returned: {
    subject: 'Es kam zurück und bleibt draußen: Ihr Antrag {reference}',
    read: 'Fassung {revision, number} des Datensatzes „{dataset}“ wurde eingelesen. Sie enthält {n, plural, one {# Zeile} other {# Zeilen}} von dem, was auf Ihren Antrag {reference} hin weggelassen wurde.',
    caught:
      'Die dauerhafte Regel hat {n, plural, one {sie} other {sie alle}} erfasst: In keiner Ausgabe {n, plural, one {ist sie} other {sind sie}} enthalten. Sie müssen nichts tun.',
  },

  answered: {
    subjectCopy: 'Was wir über Sie haben: Antrag {reference}',
    subjectNothing: 'Wir haben nichts über Sie gefunden: Antrag {reference}',
    subjectNothingToCorrect:
      'Wir haben nichts über Sie gefunden, das zu berichtigen wäre: Antrag {reference}',
    copy: 'Sie haben mit dem Antrag {reference} gefragt, was der Datensatz „{dataset}“ über Sie enthält. {n, plural, =0 {Es gibt etwas über Sie, aber nichts davon kann Ihnen gegeben werden.} one {Eine Kopie der Zeile, die Sie betrifft, liegt bereit.} other {Eine Kopie der # Zeilen, die Sie betreffen, liegt bereit.}}',
    nothing:
      'Sie haben mit dem Antrag {reference} gefragt, was der Datensatz „{dataset}“ über Sie enthält. Wir haben in seiner neuesten Fassung nach dem Folgenden gesucht, und ein Mensch hat angesehen, was gefunden wurde. Abgesehen von dem, was nur die Schutzbeauftragten sehen dürfen und worüber niemandem etwas gesagt wird, betrifft nichts darin Sie:',
    nothingToCorrect:
      'Sie haben mit dem Antrag {reference} verlangt, dass etwas im Datensatz „{dataset}“ berichtigt wird. Wir haben in seiner neuesten Fassung nach dem Folgenden gesucht, und ein Mensch hat angesehen, was gefunden wurde. Abgesehen von dem, was nur die Schutzbeauftragten sehen dürfen und worüber niemandem etwas gesagt wird, betrifft nichts darin Sie; deshalb wird nichts berichtigt:',
    others:
      '{n, plural, one {Eine weitere Zeile fehlt} other {# weitere Zeilen fehlen}} in der Kopie, weil die Rechte anderer es verbieten (Art. 15 Abs. 4 DSGVO).',
    open: 'Die Kopie steht bis zum {date} auf der Seite unten, zum Lesen und zum Speichern. Zum Öffnen brauchen Sie einen Code, den wir an diese Adresse senden; der Link allein zeigt sie niemandem. Dabei steht, wozu die Daten verwendet werden, wer sie bekommen hat, woher sie kommen und was Sie verlangen können.',
    otherwise:
      'Ein anders geschriebener Name, eine andere Adresse oder ein Bild kann trotzdem darin sein. Wenn Sie davon wissen, nennen Sie es uns in einem neuen Antrag.',
    unproven:
      'Zeilen, von denen nichts zeigt, dass sie Sie betreffen, sind in der Kopie nicht enthalten und nicht mitgezählt. Haben Sie noch eine andere Adresse oder Website, die im Datensatz steht, fragen Sie noch einmal und weisen Sie auch diese nach.',
    request:
      'Was wir von Ihnen haben, ist dieser Antrag: Ihr Name, Ihre Adresse und was Sie geschrieben haben. Er wird ein Jahr nach dem Absenden gelöscht oder, wenn das später ist, sobald Sie gegen diese Antwort nicht mehr Einspruch erheben können; auf Ihren Wunsch auch früher.',
    restricted:
      'Über das, was nur die Schutzbeauftragten sehen dürfen, wird hier nichts gesagt, ob es etwas gibt oder nicht.',
  },
  statementOffered: {
    subject: 'Bitte lesen Sie, was veröffentlicht würde: Antrag {reference}',
    asked:
      'Sie haben mit dem Antrag {reference} verlangt, dass etwas im Datensatz „{dataset}“ berichtigt wird. Der Text selbst wird nicht umgeschrieben. Daneben stehen kann, in jeder späteren Ausgabe und für alle lesbar, diese Erklärung von Ihnen:',
    agree:
      'Sonst wird dabei nichts von Ihnen veröffentlicht. Veröffentlicht wird sie nur, wenn Sie auf der Seite unten zustimmen. Wer eine Ausgabe hat, behält, was darin steht.',
    otherwise:
      'Wenn sie nicht stimmt, sagen Sie es in einem neuen Antrag, oder ziehen Sie diesen auf derselben Seite zurück. Die Frist für unsere Antwort läuft weiter.',
  },

  retracted: {
    subject: 'Ihr Antrag {reference} ist zurückgenommen',
    subjectPart: 'Ein Teil Ihres Antrags {reference} ist zurückgenommen',
    whole: 'Sie haben Ihren Antrag {reference} zum Datensatz „{dataset}“ zurückgenommen.',
    part: 'Sie haben einen Teil Ihres Antrags {reference} zum Datensatz „{dataset}“ zurückgenommen. Der Rest bleibt bestehen.',
    strangers: 'Dies gehört nicht zu jenem Antrag; deshalb wurde daran nichts geändert:',
    next: 'Was zurückkommt, steht in der nächsten Ausgabe des Datensatzes. Ausgaben, die ohne es veröffentlicht wurden, bleiben, wie sie sind.',
  },
  stillHeld: {
    subject: 'Noch nicht zurückgenommen: Ihr Antrag {reference}',
    held: 'Sie wollten Ihren Antrag {named} zurücknehmen. Er ist zurzeit angehalten, weil ein Gericht es angeordnet hat oder ein Verfahren darüber anhängig ist; das stand in unserem Brief dazu. Bis er weitergeht, kann nichts daran geändert werden, und es wurde nichts geändert.',
    later:
      'Wir schreiben Ihnen, wenn er weitergeht. Dann können Sie ihn auf seiner privaten Seite zurücknehmen oder durch ein weiteres Schreiben wie dieses.',
  },
  notBound: {
    subject: 'Wir konnten auf Ihren Antrag {reference} hin nichts tun',
    retraction:
      'Sie wollten einen Antrag zurücknehmen. Unter dieser Nummer gibt es keinen, der von Ihrer Adresse kam und zurückgenommen werden kann:',
    retractionHow:
      'Bitte prüfen Sie die Nummer in dem Brief, der den Antrag bestätigt hat, und senden Sie von derselben Adresse. Haben Sie den privaten Link, können Sie ihn auf seiner Seite zurücknehmen, gleich von welcher Adresse Sie schreiben.',
    counter:
      'Sie wollten auf eine Entfernung antworten. Unter dieser Nummer gibt es keine, die auf einen Antrag zum Urheberrecht hin erfolgte und auf die geantwortet werden kann:',
    counterHow:
      'Bitte prüfen Sie die Nummer in dem Brief oder in der Begründung, durch die Sie von der Entfernung erfahren haben, und welche der Einträge Sie nennen. Worauf Sie schon geantwortet haben, müssen Sie nicht noch einmal antworten; gegen eine Entfernung aus einem anderen Grund erheben Sie auf der Seite des Falls Einspruch.',
  },
  complaint: {
    subject: 'Das Ergebnis Ihrer Beschwerde {reference}',
    looked:
      'Sie haben sich darüber beschwert, dass etwas von Ihnen Geschriebenes aus dem Datensatz „{dataset}“ entfernt wurde. Menschen, die an diesen Entscheidungen nicht beteiligt waren, haben sie noch einmal geprüft.',
    none: 'Nichts von dem, was Sie genannt haben, wurde hier durch eine Entscheidung entfernt.',
    back: '{n, plural, one {Ein Text wird} other {# Texte werden}} in der nächsten Ausgabe wieder enthalten sein, soweit nichts anderes dem entgegensteht.',
    part: '{n, plural, one {Ein Text wird} other {# Texte werden}} zum Teil wieder enthalten sein: Es fehlt weniger als bisher.',
    stays: '{n, plural, one {Bei einem Text} other {Bei # Texten}} bleibt es bei der früheren Entscheidung.',
  },

  counterCopy: {
    subject: 'Eine Gegendarstellung zu Ihrem Antrag {reference}',
    copy: 'Jemand hat eine Gegendarstellung (17 U.S.C. § 512(g)(3)) zu dem gesandt, was auf Ihren Antrag {reference} zum Datensatz „{dataset}“ hin geschehen ist. Sie betrifft {size}. Dies ist eine Kopie:',
    declares: 'Darin wird erklärt:',
    declaresIn:
      'Darin wird erklärt, in der Sprache, in der es der Person vorlag, die sie gesandt hat ({language}):',
    returns:
      'Was entfernt wurde, kommt nach dem {earliest} zurück, zehn Geschäftstage nach Eingang der Gegendarstellung, und spätestens am {latest}, es sei denn, Sie teilen uns vorher mit, dass Sie Klage auf eine gerichtliche Anordnung erhoben haben, die der anderen Seite die Verletzung Ihres Werks untersagt (17 U.S.C. § 512(g)(2)(C)).',
    tell: 'Um uns das mitzuteilen, antworten Sie auf diesen Brief mit dem Gericht, dem Aktenzeichen und dem Tag der Klage, und nennen Sie den Antrag {reference}.',
    only: 'Name, Anschrift und Telefonnummer erhalten Sie nur für diese Auseinandersetzung.',
  },
  counterAccepted: {
    subject: 'Ihre Gegendarstellung {reference} ging an die andere Seite',
    complete:
      'Ihre Gegendarstellung {reference} zum Datensatz „{dataset}“ ist vollständig. Eine Kopie mit Ihrem Namen, Ihrer Anschrift und Ihrer Telefonnummer ging an die Person, die die Entfernung beantragt hat.',
    returns:
      'Was sie betrifft ({size}), kommt nach dem {earliest} und bis zum {latest} zurück, es sei denn, die andere Seite teilt uns vorher mit, dass sie vor Gericht gegangen ist.',
  },
  counterUnreached: {
    subject: 'Ihre Gegendarstellung {reference} ist vollständig',
    complete:
      'Ihre Gegendarstellung {reference} zum Datensatz „{dataset}“ ist vollständig. Weitergeben können wir sie nicht: Die Angaben der Person, die die Entfernung beantragt hat, sind gelöscht.',
    decided:
      'Was sie betrifft ({size}), kommt nicht vor dem {earliest} zurück und nicht von selbst: Dann entscheidet darüber jemand, der Anträge bearbeitet, weil die andere Seite vorher nicht vor Gericht gehen konnte. Sie hören davon.',
  },
  counterSize: {
    items: '{n, plural, one {einen Eintrag} other {# Einträge}}',
    rules: 'was {n, plural, one {eine dauerhafte Regel auslässt} other {# dauerhafte Regeln auslassen}}',
    both: '{items} und {rules}',
  },
  counterRefused: {
    subject: 'Ihre Gegendarstellung {reference} ist nicht vollständig',
    missing:
      'Wir können Ihre Gegendarstellung {reference} zum Datensatz „{dataset}“ nicht weitergeben. Das Gesetz (17 U.S.C. § 512(g)(3)) verlangt mehr:',
    next: 'An die andere Seite ging nichts, und die Frist, nach der das Material zurückkommt, hat nicht begonnen. Sie können eine weitere Gegendarstellung mit dem Fehlenden senden.',
  },
  counterMoot: {
    subject: 'Es gibt nichts mehr zu beantworten: Gegendarstellung {reference}',
    moot: 'Die Entfernung, auf die Ihre Gegendarstellung {reference} zum Datensatz „{dataset}“ antwortet, besteht nicht mehr: Die Person, die sie beantragt hatte, hat das zurückgenommen, oder es wurde anders entschieden. Was allein deswegen entfernt war, ist wieder wie vorher und steht in der nächsten Ausgabe; über Ihre Gegendarstellung muss nicht mehr entschieden werden.',
  },
  counterEnded: {
    subject: {
      restored: 'Zurückgestellt: Antrag {reference}',
      kept_down: 'Bleibt entfernt: Antrag {reference}',
      fell: 'Gegendarstellung zurückgenommen: Antrag {reference}',
    },
    restored: {
      claimant:
        'Seit der Gegendarstellung zu Ihrem Antrag {reference} zum Datensatz „{dataset}“ sind zehn Geschäftstage vergangen, und von einer Klage wurde uns nichts mitgeteilt. Wie das Gesetz es vorsieht (17 U.S.C. § 512(g)(2)(C)), ist zurückgestellt, worum es darin geht.',
      filer:
        'Worum es in Ihrer Gegendarstellung {reference} zum Datensatz „{dataset}“ ging, ist zurückgestellt. Es steht in der nächsten Ausgabe.',
      maintainer:
        'Worum es in einer Gegendarstellung zum Antrag {reference} zu Ihrem Datensatz „{dataset}“ ging, ist zurückgestellt. Es steht in der nächsten Ausgabe.',
    },
    kept_down: {
      claimant:
        'Wir haben festgehalten, dass Sie vor Gericht gegangen sind. Worum es in der Gegendarstellung zu Ihrem Antrag {reference} zum Datensatz „{dataset}“ geht, bleibt entfernt.',
      filer:
        'Die Person, die die Entfernung beantragt hat, hat uns rechtzeitig eine Klage mitgeteilt. Worum es in Ihrer Gegendarstellung {reference} zum Datensatz „{dataset}“ geht, bleibt deshalb entfernt, bis ein Gericht entscheidet (17 U.S.C. § 512(g)(2)(C)).',
      maintainer:
        'Zum Antrag {reference} wurde rechtzeitig Klage erhoben. Worum es in einer Gegendarstellung dazu ging, bleibt aus Ihrem Datensatz „{dataset}“ entfernt.',
    },
    fell: {
      claimant:
        'Die Gegendarstellung zu Ihrem Antrag {reference} zum Datensatz „{dataset}“ wurde von der Person zurückgenommen, die sie gesandt hatte. Wegen dieser Gegendarstellung kommt nichts zurück.',
      filer:
        'Sie haben Ihre Gegendarstellung {reference} zum Datensatz „{dataset}“ zurückgenommen. Worum es darin geht, bleibt entfernt.',
      maintainer:
        'Eine Gegendarstellung zum Antrag {reference} zu Ihrem Datensatz „{dataset}“ wurde von der Person zurückgenommen, die sie gesandt hatte. Wegen dieser Gegendarstellung kommt nichts zurück.',
    },
  },

  senderWarned: {
    subject: 'Eine Warnung zu den Anträgen, die Sie senden',
    found:
      'Wir haben Anträge von Ihrer Adresse geprüft und diese für offensichtlich unbegründet befunden: {references}.',
    warning:
      'Dies ist eine Warnung; noch ändert sich nichts. {from, plural, one {Kommt noch ein solcher Antrag} other {Kommen noch # solche Anträge}} hinzu, können Ihre Anträge eine Zeit lang angehalten werden, bevor jemand sie bearbeitet. Ein Antrag zu Ihren eigenen personenbezogenen Daten, zu intimen Bildern oder zum Schutz eines Kindes wird nie angehalten.',
    contest:
      'Wenn Sie mit diesem Befund nicht einverstanden sind: Auf der Seite des Antrags steht, wie Sie Einspruch erheben.',
  },
  senderSuspended: {
    subject: 'Ihre Anträge werden eine Zeit lang angehalten',
    found:
      'Nach unserer Warnung wurden weitere Anträge von Ihrer Adresse für offensichtlich unbegründet befunden: {references}.',
    held: 'Bis zum {date} wird ein Antrag von Ihrer Adresse angenommen und wartet, bis ihn eine Leitung angesehen hat; keiner wird ungelesen abgelehnt. Ein Antrag zu Ihren eigenen personenbezogenen Daten, zu intimen Bildern oder zum Schutz eines Kindes wird wie jeder andere bearbeitet.',
    contest:
      'Sie können dem auf der Seite des Antrags kostenlos widersprechen: Darüber entscheidet jemand, der daran nicht beteiligt war.',
  },
  senderAnswered: {
    subjectLifted: 'Ihre Anträge werden nicht mehr angehalten',
    subjectUpheld: 'Ihre Anträge bleiben eine Zeit lang angehalten',
    contested:
      'Sie haben widersprochen, dass Ihre Anträge angehalten werden ({reference}). Darüber hat jemand entschieden, der daran nicht beteiligt war.',
    lifted: 'Es war falsch, sie anzuhalten. Von jetzt an werden sie wie alle anderen bearbeitet.',
    upheld:
      'Sie bleiben bis zum {date} angehalten. Sie können sich weiterhin an eine zertifizierte außergerichtliche Streitbeilegungsstelle oder an ein Gericht wenden.',
  },
  appealDecided: {
    subjectUpheld: 'Es bleibt bei der Entscheidung, gegen die Sie Einspruch erhoben haben',
    subjectChanged: 'Auf Ihren Einspruch hin wurde anders entschieden',
    decided:
      'Sie haben gegen eine Entscheidung im Datensatz „{dataset}“ Einspruch erhoben ({before}). Menschen, die daran nicht beteiligt waren, haben entschieden: {now}. Der Grund: {reason} (Version {policy} der Richtlinie).',
    upheld:
      'Es bleibt dabei. Sie können sich weiterhin an eine zertifizierte außergerichtliche Streitbeilegungsstelle (Art. 21 der Verordnung (EU) 2022/2065) oder an ein Gericht wenden.',
    changed: 'Die nächste Ausgabe zeigt die Änderung.',
    people: 'Entschieden hat kein Programm: Das waren Prüfende, denen Ihre Gründe vorlagen.',
  },

  copyConfirm: {
    subject: 'Bitte bestätigen Sie Ihre Adresse für Neues zu einem Datensatz',
    asked:
      'Jemand hat diese Adresse angegeben, um zu erfahren, was aus Kopien eines Datensatzes entfernt werden muss. Wenn Sie das waren, öffnen Sie bitte diesen Link und drücken Sie dort auf den Knopf:',
    once: 'Der Link gilt einmal, innerhalb von {hours, number} Stunden. Wenn Sie es nicht waren, müssen Sie nichts tun: Diese Adresse wird dann gelöscht.',
  },
  copyWelcome: {
    subject: 'Sie sind mit Ihrer Kopie eingetragen',
    told: 'Von jetzt an erfahren Sie von neuen Ausgaben, von Ausgaben, die nicht mehr benutzt werden dürfen, und davon, was zwischen zwei Ausgaben entfällt. Auf dieser Seite sagen Sie, welche Ausgabe Sie angewandt haben; dort bestellen Sie auch die Briefe ab oder tragen sich aus:',
    secret: 'Behalten Sie die Adresse der Seite für sich: Wer sie hat, kann all das tun.',
  },
  copyApproved: {
    subject: 'Sie dürfen die eingeschränkte Liste dessen lesen, was ansteht',
    checked:
      'Es wurde geprüft, wer Sie sind. Von jetzt an enthält die signierte Liste dessen, was zwischen zwei Ausgaben des Datensatzes „{dataset}“ entfällt, für Sie auch die eingeschränkten Zeilen. Sie hat eine eigene Adresse, die auf Ihrer Seite steht:',
    only: 'Was die eingeschränkte Liste über die öffentliche hinaus enthält, ist allein für Ihre Kopie bestimmt: Bitte wenden Sie es an (winnow apply --pending), und geben Sie weder die Liste noch den Unterschied weiter. Dies kann jederzeit widerrufen werden.',
  },
  copyRevoked: {
    subject: 'Sie lesen wieder die öffentliche Liste dessen, was ansteht',
    revoked:
      'Die Erlaubnis, die eingeschränkte Liste dessen zu lesen, was zwischen zwei Ausgaben des Datensatzes „{dataset}“ entfällt, wurde widerrufen. Bitte löschen Sie, was Sie davon haben. Die Liste, die alle haben, steht weiterhin auf Ihrer Seite, und von Ausgaben erfahren Sie wie bisher:',
  },
  copyNews: {
    subject: 'Was mit Ihrer Kopie eines Datensatzes zu tun ist',
    news: 'Es gibt Neues zum Datensatz „{dataset}“, von dem Sie eine Kopie haben.',
    release: 'Ausgabe {name} ist veröffentlicht. Bitte wenden Sie sie auf Ihre Kopie an (winnow apply).',
    notice: {
      withdrawn: 'Ausgabe {name} wurde zurückgezogen: Bitte benutzen Sie sie nicht mehr.',
      superseded_for_legal_reasons:
        'Ausgabe {name} wurde aus rechtlichen Gründen ersetzt: Bitte wenden Sie die neueste Ausgabe an.',
      removed_for_legal_reasons:
        'Ausgabe {name} wurde aus rechtlichen Gründen entfernt: Bitte löschen Sie sie, und wenden Sie die neueste Ausgabe an.',
      other: 'Zur Ausgabe {name} gibt es einen Hinweis.',
    },
    pending:
      'Schon vor der nächsten Ausgabe {n, plural, one {entfällt # Zeile} other {entfallen # Zeilen}} der Ausgabe {name}. Die signierte Liste, nur für Sie (winnow apply --pending):',
    applied:
      'Wenn Sie es angewandt haben, teilen Sie es bitte auf Ihrer Seite mit. Dort bestellen Sie auch diese Briefe ab:',
  },

  lookup: {
    subject: 'Steht es in unseren Datensätzen? Ihr Link zum Nachsehen',
    asked:
      'Jemand hat gefragt, ob Zeilen, die zu diesem Postfach gehören, in unseren Datensätzen stehen. Wenn Sie das waren, öffnen Sie bitte diese Seite und drücken Sie auf den Knopf:',
    sees: 'Wer den Link hat, sieht, wie viele Zeilen es sind, und sonst nichts. Nach {days, plural, one {# Tag} other {# Tagen}} sind der Link und die Antwort gelöscht.',
    notYou: 'Wenn Sie es nicht waren, müssen Sie nichts tun: Ohne diesen Link sieht niemand eine Antwort.',
  },

  volunteerConfirm: {
    subject: 'Bitte bestätigen Sie, dass Sie beim Prüfen helfen möchten',
    asked:
      'Jemand hat mit einer Bewerbung diese Adresse angegeben: um zu prüfen, was nicht in einen Datensatz gehört. Wenn Sie das waren, öffnen Sie bitte diesen Link und drücken Sie dort auf den Knopf:',
    once: 'Der Link gilt einmal, innerhalb von {hours, number} Stunden. Bis dahin liest niemand die Bewerbung.',
    notYou:
      'Wenn Sie es nicht waren, müssen Sie nichts tun. Die Bewerbung und diese Adresse werden dann gelöscht.',
  },
  volunteerAnswer: {
    subjectAccepted: 'Sie können jetzt prüfen',
    subjectDeclined: 'Ihre Bewerbung, beim Prüfen zu helfen',
    accepted:
      'Eine Leitung des Datensatzes „{dataset}“ hat Ihre Bewerbung angenommen. Vielen Dank. Vor Ihrem ersten Fall wählen Sie, was Sie sehen wollen:',
    declined:
      'Eine Leitung des Datensatzes „{dataset}“ hat Ihre Bewerbung abgelehnt. Vielen Dank trotzdem. Vielleicht suchen andere Datensätze nach Prüfenden:',
    recused:
      'Weil Sie ein eigenes Interesse angegeben haben, bleiben seine Fälle vorerst anderen überlassen. Ändern können Sie das dort, wo Sie wählen, was Sie sehen.',
    erased:
      'Was Sie geschrieben haben, wird nach einigen Monaten gelöscht, ebenso Ihr Konto, wenn Sie es sonst nicht verwenden.',
  },
  volunteerLapsed: {
    subject: 'Ihre Bewerbung ist abgelaufen',
    lapsed:
      'Ihre Bewerbung, den Datensatz „{dataset}“ zu prüfen, hat innerhalb von {days, plural, one {# Tag} other {# Tagen}} niemand beantwortet; sie ist deshalb abgelaufen und wird gelöscht. Das tut uns leid. Sie können sie noch einmal senden oder einen anderen Datensatz suchen:',
  },

  staff: {
    volunteer: {
      subject: 'Jemand möchte beim Prüfen helfen',
      waiting:
        'Jemand hat seine Adresse bestätigt und möchte den Datensatz „{dataset}“ prüfen. Sie gehören zu seinen Leitungen. Hier nehmen Sie an oder lehnen ab:',
      ends: 'Ohne Antwort läuft die Bewerbung nach {days, plural, one {# Tag} other {# Tagen}} ab.',
    },
    urgent: {
      subject: 'Etwas wartet auf Sie',
      waits:
        'Es ist etwas eingegangen, das Sie vor allem anderen ansehen sollten. Es steht ganz oben auf dieser Seite:',
      once: 'Was innerhalb der Stunde noch dazukommt: Einen weiteren Brief darüber bekommen Sie nicht.',
    },
    inSight: {
      subject: 'Etwas wartet auf Sie und ist noch zu sehen',
      waits:
        'Jemand hat heute mehr gemeldet, als von selbst ausgeblendet wird. Was seitdem von dieser Person gemeldet wurde, liegt Ihnen vor und bleibt zu sehen, bis Sie es angesehen haben. Weit oben auf dieser Seite stehen ihr Name, alles davon, ein Knopf, der es ausblendet, und was sich gegenüber der Person tun lässt, wenn es nicht stimmt:',
      once: 'Was diese Person heute noch meldet: Einen weiteren Brief darüber bekommen Sie nicht.',
    },
    nobody: {
      subjectOfficer: 'Niemand ist hier Schutzbeauftragte oder Schutzbeauftragter',
      subjectLead: 'Niemand bearbeitet die Anträge zu einem Datensatz',
      officer:
        'Niemand mit einem Konto gehört hier zu den Schutzbeauftragten. Was nur diese sehen dürfen, sieht dann niemand an, und bei manchem zählt das Gesetz Stunden.',
      lead: 'Ein Antrag zum Datensatz „{dataset}“ ist bis zu einem Tag zu beantworten, der nahe oder schon vorbei ist. Niemand mit einem Konto gehört hier zur Leitung; deshalb wird niemand erinnert, und er kann unbeantwortet bleiben.',
      give: 'Hier geben Sie jemandem die Rolle:',
    },
    reminder: {
      subjectOver: 'Anträge sind überfällig',
      subjectNear: 'Anträge sind bald fällig',
      over: 'Diese Anträge hätten beantwortet sein müssen:',
      near: 'Diese müssen bald beantwortet werden:',
      was: '{reference} war fällig am {until}',
      wasWhat: '{reference}, „{dataset}“, {law}, war fällig am {until}',
      is: '{reference} ist fällig am {until}',
      isWhat: '{reference}, „{dataset}“, {law}, ist fällig am {until}',
      more: 'Und {n, plural, one {# weiterer} other {# weitere}}.',
      all: 'Alle:',
      daily: 'Einen solchen Brief bekommen Sie höchstens einmal am Tag.',
    },
    detector: {
      subject: 'Ein Detektor Ihres Datensatzes pausiert',
      found:
        'Der Detektor {detector}, Version {version}, ist für den Datensatz „{dataset}“ neu. Im laufenden Import hat er in {hits, number} von {rows, number} Zeilen etwas gefunden ({share}); das ist mehr als erlaubt.',
      paused:
        'Er pausiert: Der Import läuft weiter, und was er findet, wird beiseitegelegt und eröffnet keine Fälle. Eine Leitung sieht sich eine Stichprobe an und lässt seine Meldungen weiter zu oder verwirft sie:',
    },
    releaseDue: {
      subject: 'Eine Ausgabe Ihres Datensatzes wird von selbst veröffentlicht',
      due: 'Entfernungen, die zum Datensatz „{dataset}“ entschieden sind, müssen bis zum {due} veröffentlicht sein.',
      dueProfile:
        'Entfernungen, die zum Datensatz „{dataset}“, Profil {profile}, entschieden sind, müssen bis zum {due} veröffentlicht sein.',
      itself:
        'Am {date} erscheint von selbst eine Ausgabe: aus derselben Fassung wie die letzte, mit deren Einstellungen und ohne das, was bis dahin als zu entfernen entschieden ist.',
      before: 'Vorher können Sie selbst veröffentlichen:',
    },
    releaseMade: {
      subject: 'Eine Ausgabe Ihres Datensatzes wurde von selbst veröffentlicht',
      made: 'Ausgabe {release} des Datensatzes „{dataset}“ wurde von selbst veröffentlicht, weil Entfernungen jetzt veröffentlicht sein mussten. {n, plural, =0 {Kein Antrag ist} one {# Antrag ist} other {# Anträge sind}} damit erledigt.',
      places:
        'Sie hat die Fassung und die Einstellungen der Ausgabe davor. Für Sie bleiben die anderen Orte, an denen es den Datensatz gibt.',
    },
    releaseRefused: {
      subject: 'Eine Ausgabe Ihres Datensatzes ist fällig und konnte nicht von selbst erscheinen',
      no_release:
        'Bisher wurde nichts veröffentlicht; deshalb gibt es keine Einstellungen, mit denen es geschehen könnte. Bitte veröffentlichen Sie die erste Ausgabe selbst:',
      importing:
        'Zurzeit wird eine Fassung eingelesen. Bis dahin wird es jede Viertelstunde wieder versucht; steht der Import still, beenden Sie ihn oder lassen Sie ihn weiterlaufen:',
      erasing:
        'Zurzeit werden Zeilen aus den gespeicherten Dateien gelöscht. Bis dahin wird es jede Viertelstunde wieder versucht:',
    },
    owner: {
      subject: 'Ein Anspruch zu {dataset}: bitte antworten Sie bis zum {date}',
      claims:
        'Mit dem Antrag {reference} ({kind}) wird etwas zum Datensatz „{dataset}“ geltend gemacht, den Sie betreuen. Hier steht es in den Worten der Person, die es geltend macht:',
      names: 'Genannt wird:',
      more: '… und {n, plural, one {# weiteres} other {# weitere}}, auf der Seite des Antrags.',
      until:
        'Sie haben bis zum Ende des {date} Zeit. Ändern Sie, was nicht stimmt (eine Namensnennung, eine Lizenz, die Zeilen selbst: Lesen Sie dazu eine neue Fassung ein), oder sagen Sie, warum der Anspruch nicht besteht. Teilen Sie uns auf dieser Seite mit, welches von beiden; dort können Sie auch um einen weiteren Arbeitstag bitten:',
      silence:
        'Hören wir nichts, entscheiden Menschen ohne Sie. Wird etwas entfernt, bekommen Sie die Gründe und können es noch einmal prüfen lassen oder mit einer Gegendarstellung antworten:',
    },
    statement: {
      subject: 'Begründung: {dataset}, Antrag {reference}',
      reasons:
        'Etwas im Datensatz „{dataset}“, den Sie betreuen, ist nach dem Antrag {reference} beschränkt. Dies sind die Gründe (Verordnung (EU) 2022/2065, Artikel 17):',
      page: 'Dasselbe auf einer Seite:',
    },
    otherSide: {
      subject: 'Neues zum Antrag {reference}',
      about: 'Zum Antrag {reference} und Ihrem Datensatz „{dataset}“:',
    },
    author: {
      subject: 'Eine Quelle Ihres Datensatzes hat mehr als einmal Rechte verletzt',
      followed:
        '{n, plural, one {# Antrag} other {# Anträgen}} zum Urheberrecht über Zeilen ein und desselben Urhebers in Ihrem Datensatz „{dataset}“ wurde stattgegeben: {references}.',
      warning:
        'Dies ist eine Warnung. Sind es {from, number}, frühestens in {days, plural, one {# Tag} other {# Tagen}}, kann eine Leitung alles von diesem Urheber auslassen (17 U.S.C. § 512(i)). Einer zählt nicht mehr, wenn er zurückgenommen, anders entschieden oder durch eine Gegendarstellung beantwortet ist, oder nach einem Jahr.',
      contest:
        'Wenn Sie nicht einverstanden sind, erheben Sie auf den Seiten der Fälle Einspruch gegen die Entscheidungen, oder senden Sie eine Gegendarstellung.',
    },
  },
}
