import type { Translation } from '@/lib/i18n/translation'
import type { log as english } from '../en/log'

export const log: Translation<typeof english> = {
  title: 'Das Protokoll',
  lead: 'Jede Entscheidung, jeder Antrag, jede Richtlinie, Rolle und Ausgabe ist ein Protokolleintrag. Einträge kommen hinzu, geändert wird keiner: Wer einen alten Prüfpunkt aufhebt, kann es beweisen. Personenbezogene Daten stehen nicht darin.',
  entries: 'Protokolleinträge',
  none: {
    title: 'Dazu gibt es keinen Protokolleintrag',
    text: 'Wählen Sie etwas anderes, oder alles.',
  },
  programs: 'Für Programme: <link>{address}</link>',
  head: {
    empty: {
      title: 'Das Protokoll ist leer',
      text: 'Sein erster Prüfpunkt wird unterschrieben, sobald der Hintergrunddienst läuft.',
    },
    checkpoint: 'Neuester Prüfpunkt: Name, Größe, Wurzel-Hash, Unterschrift',
    key: 'Schlüssel, der ihn prüft (signed note, Ed25519)',
    programs:
      'Für Programme: <link>{address}</link>. <how>So prüfen Sie es selbst</how>, allein mit openssl.',
  },
  witnesses: {
    title: 'Zeugen',
    lead: 'Jeder von ihnen hebt auf, was er gesehen hat, und unterschreibt nur, was daraus folgt: Ein Protokoll, das zwei Verläufe zeigt, bräuchte ihre Hilfe. Ihre Unterschriften sind Zeilen des Prüfpunkts.',
    witness: 'Zeuge',
    state: 'Stand',
    size: 'Unterschrieben bis',
    last: 'Zuletzt unterschrieben',
    silent: 'schweigt',
    since: 'seit <when></when>',
    signs: 'unterschreibt',
    notAsked: 'noch nicht gefragt',
    entries: '{n, number} Einträge',
  },
  facets: { what: 'Was', everything: 'Alles', dataset: 'Datensatz', all: 'Alle' },
  table: {
    caption: 'Protokolleinträge, neueste zuerst',
    index: 'Nummer',
    entry: 'Nummer',
    happened: 'Was geschah',
    what: 'Was',
    when: 'Wann',
    leaf: 'Blatt-Hash',
    subject: 'Protokolleintrag {index}',
  },
  entry: {
    title: 'Protokolleintrag {index, number}',
    titleOf: 'Protokolleintrag {index, number}',
    kind: 'Art',
    id: 'Kennung',
    private: 'Nicht öffentlicher Teil',
    commitment:
      '<digest></digest> legt ihn fest: Diese Zahl verrät nichts, und wer die Öffnung hat, kann beweisen, was darin stand.',
    commitmentSubject: 'die Festlegung',
    bytes: 'Die genauen Bytes',
    hashed: 'Was gehasht wurde, Byte für Byte',
    byHand: 'Der Blatt-Hash, selbst berechnet',
    prove: 'Nachweis',
    later: 'Späterer Eintrag',
    earlier: 'Früherer Eintrag',
    place: '{place, number} von {size, number}',
  },
  key: {
    title: 'Der Schlüssel des Protokolls',
    lead: 'Wer diesen Schlüssel hat, spricht als das Protokoll. Vergleichen Sie ihn mit einem, den Sie anderswoher haben: Eine Seite kann nur für sich selbst bürgen.',
    current:
      '{origin}: Name, Schlüsselkennung und öffentlicher Ed25519-Schlüssel, wie signed notes ihn schreiben',
    former: 'Frühere Schlüssel, mit denen ältere Prüfpunkte unterschrieben sind',
    programs: 'Für Programme: <one>{address}</one> und mit allen früheren Schlüsseln <all>{every}</all>',
    openssl: {
      title: 'Einen Prüfpunkt allein mit openssl prüfen',
      fetch: 'Holen',
      check: 'Unterschrift prüfen: openssl 3.0 oder neuer und coreutils',
      says: 'Die Antwort lautet „Signature Verified Successfully“. Der Prüfpunkt hat drei Zeilen: den Namen des Protokolls, die Zahl seiner Einträge und die Wurzel über alle. Heben Sie die Datei auf: Zusammen mit einer späteren zeigt sie, ob etwas geändert wurde.',
    },
    whole: {
      title: 'Das ganze Protokoll prüfen',
      command: 'Jede Kachel, jeder Eintrag, und dass es mit dem beginnt, was Sie aufgehoben haben',
      others:
        'Sie müssen unserem Programm nicht trauen. Das Protokoll ist ein <link>tlog-tiles</link>-Log wie die von Certificate Transparency; jedes Werkzeug dafür liest es unter der Adresse <code>{address}</code>.',
    },
    change: {
      title: 'Wenn der Schlüssel wechselt',
      both: 'Der Name des Protokolls ändert sich nie, sein Schlüssel vielleicht. Eine Zeit lang ist dann jeder Prüfpunkt mit beiden unterschrieben, damit Sie den neuen Schlüssel mit dem prüfen können, den Sie kennen. Frühere Schlüssel bleiben für immer auf dieser Seite: Was mit ihnen unterschrieben wurde, gilt weiter und lässt sich weiter prüfen.',
      neither:
        'Ein Prüfpunkt, der weder mit dem Schlüssel unterschrieben ist, den Sie kennen, noch mit einem, der zusammen mit diesem unterschrieben hat, gehört nicht zu diesem Protokoll.',
    },
  },
  type: {
    decision: 'Entscheidungen',
    takedown: 'Anträge auf Entfernung',
    suppression: 'Ständige Ausschlüsse',
    policy: 'Richtlinien',
    role: 'Rollen',
    revision: 'Fassungen',
    release: 'Ausgaben',
    release_notice: 'Hinweise zu Ausgaben',
    profile: 'Profile',
    erasure: 'Löschungen',
    audit_draw: 'Ziehungen',
    audit_seed: 'Ergebnisse von Ziehungen',
    sealed: 'Gesperrtes',
  },
  says: {
    decision: 'Über einen Eintrag von {dataset} wurde nach der Richtlinie {policy} entschieden.',
    takedown: '{event}.',
    suppression: 'Die ständigen Ausschlüsse von {dataset} wurden geändert.',
    policy: 'Version {number} der Richtlinie von {dataset} trat in Kraft ({policy}).',
    defaultPolicy: 'Version {number} der Standardrichtlinie trat in Kraft ({policy}).',
    role: 'In {dataset} wurde eine Rolle vergeben oder entzogen.',
    siteRole: 'Auf dieser Website wurde eine Rolle vergeben oder entzogen.',
    revision:
      'Fassung {number} von {dataset} wurde eingelesen: {good, plural, one {# Zeile} other {# Zeilen}}, {bad, number} in Quarantäne.',
    release:
      'Ausgabe {version} von {dataset} wurde veröffentlicht: von {rows, plural, one {# Zeile} other {# Zeilen}} {untouched, plural, one {ist #} other {sind #}} unverändert, {redacted, number} geschwärzt, {removed, number} entfernt, {restricted, number} eingeschränkt.',
    release_notice:
      'Ausgabe {version} von {dataset} wurde {notice, select, withdrawn {zurückgezogen} superseded_for_legal_reasons {aus rechtlichen Gründen ersetzt} other {aus rechtlichen Gründen entfernt; ihre Dateien gibt es nicht mehr}}.',
    profile: {
      added: 'Ausgaben von {dataset} werden auch für das Profil {profile} veröffentlicht.',
      ended: 'Ausgaben von {dataset} werden nicht mehr für das Profil {profile} veröffentlicht.',
    },
    erasure:
      'Der nicht öffentliche Teil des Protokolleintrags {of} wurde vernichtet. Seine Nachweise bleiben gültig.',
    audit_draw:
      '{k, plural, one {# Entscheidung} other {# Entscheidungen}} {where, select, dataset {zu {dataset}} other {zu allen Datensätzen}} unter den Protokolleinträgen {from} bis {to} {k, plural, one {wird} other {werden}} für die Revision gezogen, durch {by, select, witness {das, was ein Zeuge als Nächstes unterschreibt} other {den nächsten Prüfpunkt}}.',
    audit_seed:
      'Die Ziehung, die der Protokolleintrag {of} angekündigt hat, ist mit dem Prüfpunkt der Größe {size} erfolgt.',
    sealed: 'Etwas Gesperrtes wurde festgehalten. Weder was noch wo ist öffentlich.',
  },
  takedown: {
    submitted: 'Zu {dataset} wurde ein Antrag auf Entfernung gestellt',
    confirmed: 'Zu {dataset} wurde ein Antrag auf Entfernung bestätigt',
    matched: 'Zu {dataset} wurden einem Antrag auf Entfernung Einträge zugeordnet',
    no_match: 'Zu {dataset} ließ sich einem Antrag auf Entfernung kein Eintrag zuordnen',
    case_decided: 'Zu {dataset} wurde ein Fall eines Antrags auf Entfernung entschieden',
    message: 'Zu {dataset} wurde eine Nachricht zu einem Antrag auf Entfernung gesendet',
    needs_info: 'Zu {dataset} wurden weitere Angaben zu einem Antrag auf Entfernung erbeten',
    info_given: 'Zu {dataset} wurden weitere Angaben zu einem Antrag auf Entfernung gemacht',
    clock_paused: 'Zu {dataset} wurde die Frist eines Antrags auf Entfernung angehalten',
    clock_resumed: 'Zu {dataset} läuft die Frist eines Antrags auf Entfernung weiter',
    extended: 'Zu {dataset} wurde die Frist eines Antrags auf Entfernung verlängert',
    outcome: 'Zu {dataset} wurde das Ergebnis eines Antrags auf Entfernung festgestellt',
    counter_notice: 'Zu {dataset} ging eine Gegenerklärung ein',
    appealed: 'Zu {dataset} wurde gegen das Ergebnis eines Antrags auf Entfernung Einspruch eingelegt',
    appeal_decided: 'Zu {dataset} wurde über einen Einspruch entschieden',
    retracted: 'Zu {dataset} wurde ein Antrag auf Entfernung widerrufen',
    reopened: 'Zu {dataset} wurde ein Antrag auf Entfernung wieder aufgenommen',
    withdrawn: 'Zu {dataset} wurde ein Antrag auf Entfernung zurückgezogen',
    expired: 'Zu {dataset} verfiel ein Antrag auf Entfernung unbestätigt',
  },
  opened: {
    decision:
      '{action, select, keep {Behalten} remove {Entfernt} redact {Geschwärzt} restrict {Eingeschränkt} other {Gekennzeichnet}}: {scope, select, content {ein Eintrag} occurrence {eine Zeile} other {die Zeilen einer Quelle}} in {dataset} als „{category}“, Grund „{reason}“{replaces, select, yes {, anstelle einer früheren Entscheidung} other {}}.',
    takedown:
      '{event} ({kind, select, copyright {Urheberrecht} privacy {Datenschutz} illegal_content {rechtswidriger Inhalt} opt_out {Widerspruch} counter_notice {Gegendarstellung} licence {Lizenz} publicity {Persönlichkeitsrecht} court_order {gerichtliche Anordnung} retraction {Rücknahme} other {Anderes}}, {request}), von {actor}.',
    suppression:
      'Ein ständiger Ausschluss nach {kind, select, digest {Prüfsumme} source_id {Quellenkennung} url {Adresse} domain {Domain} prefix {Adressanfang} author {Urheberschaft} other {{kind}}} wurde in {dataset} {change, select, added {hinzugefügt} other {beendet}}, von {actor}.',
    role: {
      granted:
        'In {dataset} wurde {person} die Rolle „{role, select, reviewer {Prüfung} lead {Leitung} maintainer {Betreuung} admin {Verwaltung} safety_officer {Schutzbeauftragte} auditor {Revision} other {{role}}}“ gegeben, von {actor}.',
      revoked:
        'In {dataset} wurde {person} die Rolle „{role, select, reviewer {Prüfung} lead {Leitung} maintainer {Betreuung} admin {Verwaltung} safety_officer {Schutzbeauftragte} auditor {Revision} other {{role}}}“ entzogen, von {actor}.',
      grantedOnSite:
        'Auf dieser Website wurde {person} die Rolle „{role, select, reviewer {Prüfung} lead {Leitung} maintainer {Betreuung} admin {Verwaltung} safety_officer {Schutzbeauftragte} auditor {Revision} other {{role}}}“ gegeben, von {actor}.',
      revokedOnSite:
        'Auf dieser Website wurde {person} die Rolle „{role, select, reviewer {Prüfung} lead {Leitung} maintainer {Betreuung} admin {Verwaltung} safety_officer {Schutzbeauftragte} auditor {Revision} other {{role}}}“ entzogen, von {actor}.',
    },
    erasure:
      'Der nicht öffentliche Teil des Protokolleintrags {of} wurde vernichtet ({basis, select, right_to_erasure {Recht auf Löschung} consent_withdrawn {widerrufene Einwilligung} court_order {Anordnung eines Gerichts oder einer Behörde} unlawful_content {rechtswidriger Besitz} retention_over {Ende der Aufbewahrungsfrist} never_confirmed {nie bestätigte Adresse} other {{basis}}}), von {actor}. Seine Nachweise bleiben gültig.',
    sealed: 'Gesperrt: {what}, von {actor}.',
    sealedIn: 'Gesperrt: {what} in {dataset}, von {actor}.',
    by: '{sentence} Von {actor}.',
    askedBy: '{sentence} Verlangt von {actor}.',
  },
  sealed: {
    decision: 'eine Entscheidung',
    takedown: 'ein Vorgang zu einem Antrag auf Entfernung',
    suppression: 'eine Änderung der ständigen Ausschlüsse',
    policy: 'eine Version der Richtlinie',
    role: 'eine Änderung von Rollen',
    revision: 'eine Fassung',
    release: 'eine Ausgabe',
    release_notice: 'ein Hinweis zu einer Ausgabe',
    profile: 'eine Änderung von Profilen',
    erasure: 'eine Löschung',
    audit_draw: 'die Ankündigung einer Ziehung',
    audit_seed: 'das Ergebnis einer Ziehung',
  },
  /** Im Dativ, hinter „von“; `request` und `numbered` stehen in Klammern. */
  somebody: {
    system: 'dem Programm',
    visitor: 'jemandem ohne Konto',
    requester: 'der antragstellenden Person',
    request: 'ein Antrag',
    numbered: 'Antrag {reference}',
  },
}
