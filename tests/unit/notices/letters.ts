/** Letters written for these tests: every name, work and address is invented. */
export const TAKEDOWN = `From: Rosalind Achterberg <rosalind@lindenpress.example>
Subject: Copyright infringement

Dear agent,

My name is Rosalind Achterberg and I write on behalf of Linden Press Ltd, publisher of the novel "The Glass Orchard".

The following pages hold the whole of it without our permission:
https://github.com/orchard-fan/glass-orchard/blob/main/chapters/01.txt
https://github.com/orchard-fan/glass-orchard/blob/main/chapters/02.txt
https://github.com/quietcopy/orchard-mirror

Our official page for the novel: https://lindenpress.example/the-glass-orchard

Please remove the entire repository and all forks of it.

I have a good faith belief that use of the material described above is not authorized by the copyright owner, its agent, or the law.
I swear, under penalty of perjury, that the information in this notice is accurate and that I am authorized to act on behalf of the owner.

Address: 14 Quay Street
Millbridge MB1 4QX
Phone: +44 20 7946 0018

Sincerely,
Rosalind Achterberg
`

export const FORM = `**Are you the copyright owner or authorized to act on the copyright owner's behalf?**
Yes, I am the copyright owner.

**Please provide a detailed description of the original copyrighted work that has allegedly been infringed. If possible, include a URL to where it is posted online.**
The shader library "Lumen Veil", published at https://github.com/veilworks/lumen-veil

**What files should be taken down? Please provide URLs for each file, or if the entire repository, the repository's URL:**
https://github.com/borrowed/lv-copy
https://gist.github.com/borrowed/0123456789abcdef0123

**Have you searched for any forks of the allegedly infringing files or repositories?**
https://github.com/second/lv-copy

**Type (or copy and paste) the following statement: "I swear, under penalty of perjury, that the information in this notification is accurate."**

**Please type your full legal name below to sign this request:**
Ingmar Tollefsen
`

export const COUNTER = `I am answering the removal with the reference 7QK4-M2XD. My repository https://github.com/hallgrim/tidewheel was taken down.
The complaint names a part of a repository of theirs, https://github.com/otherparty/wheelwork, that I never used.

I swear, under penalty of perjury, that I have a good faith belief that the material was removed as a result of a mistake or misidentification.
I consent to the jurisdiction of the Federal District Court for the district in which my address is located.
I will accept service of process from the person who sent the notification.

Name: Hallgrim Oddsson
Address: 3 Harbour Row, Eastfjord
Phone: +1 202 555 0143
Email: hallgrim@tidewheel.example

/s/ Hallgrim Oddsson
`

export const PARTIAL_RETRACTION = `We retract our notice of 3 March as to all of the repositories named in it, except for the following:
https://github.com/mirrorhall/plain-copy
https://github.com/mirrorhall/second-copy

Regards,
Ottoline Prax
`

export const GERMAN_TAKEDOWN = `Sehr geehrte Damen und Herren,

ich bin Urheberin des Romans „Der gläserne Garten“. Unter der folgenden Adresse ist mein Werk ohne Erlaubnis zu finden:
https://spiegel-regal.example/garten/kapitel-1

Ich fordere Sie auf, diesen Inhalt zu entfernen, denn er verletzt mein Urheberrecht. Nach bestem Wissen ist die Nutzung nicht durch den Rechteinhaber erlaubt.
Ich versichere an Eides statt, dass meine Angaben richtig sind.

Anschrift: Lindenweg 4
12345 Musterstadt
Telefon: 030 23125 019

Mit freundlichen Grüßen
Friederike Auenland
`

export const GERMAN_COUNTER = `Gegendarstellung zu Ihrer Entfernung

Mein Datensatz https://huggingface.co/datasets/auenland/wetterberichte wurde irrtümlich gelöscht. Ich versichere an Eides statt, dass die Entfernung auf einem Irrtum beruht.
Ich unterwerfe mich der Zuständigkeit des Gerichts an meinem Wohnsitz und nehme die Zustellung von Schriftstücken entgegen.

Anschrift: Lindenweg 4, 12345 Musterstadt
Telefon: 030 23125 019

Friederike Auenland
`

export const GERMAN_RETRACTION = `Hiermit ziehe ich meine Meldung vom 3. März vollständig zurück. Betroffen war https://github.com/spiegel/kopie

Mit freundlichen Grüßen
Friederike Auenland
`

export const REVERSAL = `Winnow has reconsidered the takedown notice that was processed on 4 May and has decided to restore https://github.com/orchard-fan/glass-orchard.`

export const MAIL = [
  'Return-Path: <hallgrim@tidewheel.example>',
  'Message-ID: <1@tidewheel.example>',
  'MIME-Version: 1.0',
  'From: =?utf-8?Q?Hallgr=C3=ADm_Oddsson?= <hallgrim@tidewheel.example>',
  'Subject: Counter notice',
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Please restore my repository https://github.com/hallgrim/tide=',
  'wheel, which was removed by mistake =E2=80=93 thank you.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="alert(1)">Please</p>',
  '--b--',
  '',
].join('\r\n')
