import { describe, expect, it } from 'vitest'
import { parseNotice } from '@/lib/notices/parse-notice'

/** Layouts of letters that a person counts without thinking. Every name, work and address is invented. */
const placesIn = (letter: string) =>
  parseNotice(letter).places.map((place) => place.replace(/^github\.com\//, ''))

type Layout = [name: string, letter: string, places: string[]]

const ASK = 'Please remove the infringing copies of my novel at:'

const WRITTEN: Layout[] = [
  [
    'comma without a space',
    `${ASK}\nhttps://github.com/ana/one,https://github.com/ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'semicolons',
    `${ASK} https://github.com/ana/one;https://github.com/ben/two;github.com/cy/three`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  ['comma without a scheme', `${ASK} github.com/ana/one,github.com/ben/two`, ['ana/one', 'ben/two']],
  ['nothing between', `${ASK}\nhttps://github.com/ana/onehttps://github.com/ben/two`, ['ana/one', 'ben/two']],
  [
    'numbers glued',
    `${ASK}\n1.https://github.com/ana/one\n2.https://github.com/ben/two\n3)github.com/cy/three\n4.github.com/dee/four`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  [
    'a scheme twice',
    `${ASK}\nhttps://https://github.com/ana/one\nhttp://https://github.com/ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a scheme miswritten',
    `${ASK}\nhttps:/github.com/ana/one\nhttps//github.com/ben/two\nhttps: //github.com/cy/three\nhttps://www. github.com/dee/four`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  [
    'clone addresses',
    `${ASK}\ngit@github.com:ana/one.git\ngit://github.com/ben/two.git\nssh://git@github.com/cy/three.git\ngit+https://github.com/dee/four.git`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  [
    'defanged',
    `${ASK}\nhxxps://github[.]com/ana/one\nhxxp://github.com/ben/two\ngithub[dot]com/cy/three\ngithub (dot) com/dee/four\nhttps://github(.)com/eve/five\nhttps[:]//github.com/fay/six`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four', 'eve/five', 'fay/six'],
  ],
  [
    'host in words',
    `${ASK}\ngithub dot com/ana/one\ngithub dot com slash ben slash two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'angle brackets',
    `${ASK}\n<https://github.com/ana/one>, <https://github.com/ben/two/>`,
    ['ana/one', 'ben/two'],
  ],
  [
    'markdown',
    `${ASK}\n- [ana/one](https://github.com/ana/one)\n- [https://github.com/ben/two](https://github.com/ben/two)\n- **https://github.com/cy/three**\n- \`https://github.com/dee/four\`\n- [five][5]\n\n[5]: https://github.com/eve/five`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four', 'eve/five'],
  ],
  [
    'html',
    `${ASK}<br><a href="https://github.com/ana/one">https://github.com/ana/one</a><br/><a href='https://github.com/ben/two?a=1&amp;b=2'>here</a>`,
    ['ana/one', 'ben/two'],
  ],
  [
    'escaped html',
    `${ASK} &lt;a href=&quot;https://github.com/ana/one&quot;&gt;https://github.com/ana/one&lt;/a&gt;&lt;br&gt;&lt;a href=&quot;https://github.com/ben/two&quot;&gt;`,
    ['ana/one', 'ben/two'],
  ],
  [
    'sentence marks',
    `${ASK} (https://github.com/ana/one), "https://github.com/ben/two"; https://github.com/cy/three… and https://github.com/dee/four!`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  [
    'full stop and none',
    `It is https://github.com/ana/one. Again, the address is https://github.com/ana/one`,
    ['ana/one'],
  ],
  [
    'possessive',
    `The files in https://github.com/ana/one's folder and https://github.com/ben/two’s wiki are stolen.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'case, .git, www, branch, file',
    `${ASK}\nhttps://github.com/Ana/One\nhttp://www.github.com/ana/one.git\nhttps://github.com/ana/one/tree/dev\nhttps://github.com/ANA/ONE/blob/main/a.txt#L3\nhttps://github.com/ana/one?tab=readme\nhttps://github.com/ana/one.wiki.git`,
    ['ana/one'],
  ],
  [
    'other doors',
    `${ASK}\nhttps://raw.githubusercontent.com/ana/one/main/a.txt\nhttps://codeload.github.com/ana/one/zip/main\nhttps://api.github.com/repos/ana/one/contents\nhttps://github.com/ana/one/archive/main.zip\nhttps://ana.github.io/one/\nhttps://github.com//ana/one`,
    ['ana/one'],
  ],
  [
    'gists',
    `${ASK}\nhttps://gist.github.com/ana/0123456789abcdef0123\nhttps://gist.github.com/0123456789abcdef0123\nhttps://gist.githubusercontent.com/ana/0123456789abcdef0123/raw/a.py`,
    ['gist.github.com/0123456789abcdef0123'],
  ],
  [
    'accounts',
    `The user https://github.com/ana (gists: https://gist.github.com/ana) stole it: https://github.com/ana/one`,
    ['ana/one'],
  ],
  [
    'invisible signs',
    `${ASK}\nhttps://github.com/\u200bana/\u200bone\nhttps://github.com/ana/one\u200b\nhttps://github.com/ben/two\u00ad-more`,
    ['ana/one', 'ben/two-more'],
  ],
  [
    'dashes of word processors',
    `${ASK}\nhttps://github.com/ana/my\u2011copy\nhttps://github.com/ana/my\u2013other\nhttps://github.com/ana/my-copy`,
    ['ana/my-copy', 'ana/my-other'],
  ],
  [
    'em dash',
    `Take down https://github.com/ana/one—it is mine — and https://github.com/ben/two – also mine.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'two on a line',
    `${ASK}\nhttps://github.com/ana/one https://github.com/ben/two | https://github.com/cy/three / https://github.com/dee/four`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  ['full width', `${ASK}https://github.com/ana/one，https://github.com/ben/two。`, ['ana/one', 'ben/two']],
]

const TORN: Layout[] = [
  [
    'quoted',
    `> Please remove the infringing files:\n> https://github.com/ana/a-very-long-name-of-a-repository-that-wraps-\n> at-the-end/blob/main/file.txt\n> https://github.com/ben/two`,
    ['ana/a-very-long-name-of-a-repository-that-wraps-at-the-end', 'ben/two'],
  ],
  [
    'indented',
    `Please remove:\n  - https://github.com/ana/a-very-long-name-of-a-repository-that-wraps-\n    at-the-end/blob/main/file.txt\n  - https://github.com/ben/two`,
    ['ana/a-very-long-name-of-a-repository-that-wraps-at-the-end', 'ben/two'],
  ],
  [
    'quoted-printable',
    `Please remove the infringing copies: https://github.com/ana/some-long-rep=\nository and https://github.com/ana/some-long-repository/blob/main/x=\n.txt`,
    ['ana/some-long-repository'],
  ],
  [
    'deeply quoted',
    `>> Please remove the infringing files:\n>> https://github.com/an-organisation-of-many-words-and-people/\n>> second-part/blob/main/file.txt`,
    ['an-organisation-of-many-words-and-people/second-part'],
  ],
]

const PARTED: Layout[] = [
  ['labels', `Original: https://github.com/me/own\nInfringing: https://github.com/ana/one`, ['ana/one']],
  [
    'label and an address',
    `Repo: https://github.com/ana/one\nContent: https://github.com/ana/one/blob/main/a.js\nOriginal content: https://github.com/me/own/blob/main/a.js\n\nThis was redistributed without authorization.`,
    ['ana/one'],
  ],
  [
    'label above',
    `Infringing content:\nhttps://github.com/ana/one\n\nOriginal content:\nhttps://github.com/me/own\nhttps://github.com/me/second\n\nThank you.`,
    ['ana/one'],
  ],
  [
    'headings',
    `# Original work\n\nhttps://github.com/me/own\n\n# Infringing repositories\n\n- https://github.com/ana/one\n- https://github.com/ben/two\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'capitals',
    `ORIGINAL WORK\n\nhttps://github.com/me/own\n\nINFRINGING MATERIAL\n\nhttps://github.com/ana/one\n`,
    ['ana/one'],
  ],
  [
    'bold',
    `**Original repository**\n\n* https://github.com/me/own\n\n**Infringing forks**\n\n* https://github.com/ana/one\n* https://github.com/ben/two\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'copy of',
    `https://github.com/ana/one is a copy of https://github.com/me/own\nhttps://github.com/ben/two is a copy of https://github.com/me/other\nPlease remove both.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'prose',
    `I am the author of https://github.com/me/own. Somebody copied it to https://github.com/ana/one without permission. Please take it down.`,
    ['ana/one'],
  ],
  [
    'prose backwards',
    `Please take down https://github.com/ana/one, which was copied from my repository (https://github.com/me/own).`,
    ['ana/one'],
  ],
  [
    'own, then list',
    `My original code is at https://github.com/me/own.\n\nThese repositories infringe my copyright:\n\n1. https://github.com/ana/one\n2. https://github.com/ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'pipe table',
    `Please remove the copies.\n\n| Original | Infringing |\n|---|---|\n| https://github.com/me/own | https://github.com/ana/one |\n| https://github.com/me/second | https://github.com/ben/two |\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'pipe table, other order',
    `Please remove the copies.\n\n| # | Infringing URL | Original work |\n| - | - | - |\n| 1 | https://github.com/ana/one | https://github.com/me/own |\n| 2 | https://github.com/ben/two | https://github.com/me/own |\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'tab table',
    `Please remove these:\nOriginal work\tInfringing copy\nhttps://github.com/me/own\thttps://github.com/ana/one\nhttps://github.com/me/second\thttps://github.com/ben/two\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'allowed list',
    `Please remove https://github.com/ana/one and https://github.com/ben/two.\n\nThe following are licensed and should not be removed:\n\n- https://github.com/partner/copy\n- https://github.com/partner/second\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'allowed in prose',
    `Please do not remove https://github.com/partner/copy, which has our permission. Please remove https://github.com/ana/one.`,
    ['ana/one'],
  ],
  [
    'does not infringe',
    `https://github.com/ana/one infringes our copyright; the authorized mirror https://github.com/partner/copy does not.`,
    ['ana/one'],
  ],
  [
    'removed before',
    `You have already removed these repositories:\nhttps://github.com/old/gone\nhttps://github.com/older/gone\n\nThe same person has put it up again. Please remove:\nhttps://github.com/ana/one\n`,
    ['ana/one'],
  ],
  [
    'previous notice',
    `In our previous notice we reported https://github.com/old/gone, which was taken down. It is back at https://github.com/ana/one. Please remove this infringing copy.`,
    ['ana/one'],
  ],
  [
    'not part',
    `Infringing:\nhttps://github.com/ana/one\n\nNot part of this notice:\nhttps://github.com/ben/two`,
    ['ana/one'],
  ],
  [
    'pictures',
    `Please remove the whole repository.\n\n![https://github.com/ana/one](https://cloud.githubusercontent.com/assets/1/2/a.png)\n\nHere is our name in it:\n\n![Inline image](https://user-images.githubusercontent.com/1/2-3.png)\n![](https://github.com/me/own/assets/1/abc)\n`,
    ['ana/one'],
  ],
  [
    'pictures of mail',
    `Please remove https://github.com/ana/one\n[https://user-images.githubusercontent.com/1/a.png]\n<img src="https://raw.githubusercontent.com/me/own/main/logo.png">`,
    ['ana/one'],
  ],
  [
    'listed pictures',
    `${ASK}\nhttps://user-images.githubusercontent.com/1/a.png\nhttps://github.com/ana/one`,
    ['user-images.githubusercontent.com/1/a.png', 'ana/one'],
  ],
  [
    'signature',
    `Please remove https://github.com/ana/one.\n\nKind regards,\nMe\nhttps://github.com/me\nhttps://github.com/me/own`,
    ['ana/one'],
  ],
  [
    'words of an address',
    `Please remove\nhttps://github.com/ana/original-content\nhttps://github.com/ben/forked-from\nhttps://github.com/cy/three`,
    ['ana/original-content', 'ben/forked-from', 'cy/three'],
  ],
  [
    'forks listed with a number',
    `The repository https://github.com/ana/one and its 2 forks infringe:\n- https://github.com/ben/one (fork of https://github.com/ana/one)\n- https://github.com/cy/one (fork of https://github.com/ana/one)`,
    ['ana/one', 'ben/one', 'cy/one'],
  ],
  [
    'urls label, later own',
    `Infringing URLs:\nhttps://github.com/ana/one\nhttps://github.com/ben/two\n\nMy original repository is https://github.com/me/own and I never allowed it.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'archived proof',
    `Please remove https://github.com/ana/one. Proof: https://web.archive.org/web/2019/https://github.com/me/own`,
    ['ana/one'],
  ],
]

const ANSWERS: Layout[] = [
  [
    'counter, both named',
    `Counter notice. I swear under penalty of perjury that https://github.com/ana/one was removed as a result of a mistake. The other side's repository https://github.com/them/own is different.`,
    ['ana/one'],
  ],
  [
    'counter, labels',
    `I dispute the takedown; it was a mistake or misidentification.\n\nRepo: https://github.com/ana/one\nOriginal content:\nhttps://github.com/them/own/blob/main/a.js\n`,
    ['ana/one'],
  ],
  [
    'counter, removed',
    `I want to dispute the notice. These repositories were taken down by mistake:\nhttps://github.com/ana/one\nhttps://github.com/ana/two`,
    ['ana/one', 'ana/two'],
  ],
  [
    'counter, forked from',
    `This is a counter notice. My repository https://github.com/ana/one was disabled. It is a fork of https://github.com/up/stream, which is free software.`,
    ['ana/one'],
  ],
  [
    'retraction',
    `We retract our notice about https://github.com/ana/one and https://github.com/ben/two, which were removed. Our own project is https://github.com/me/own.`,
    ['ana/one', 'ben/two'],
  ],
]

const GERMAN: Layout[] = [
  [
    'Bezeichnungen',
    `Original: https://github.com/me/own\nKopie: https://github.com/ana/one\nBitte entfernen Sie die Kopie.`,
    ['ana/one'],
  ],
  [
    'Überschriften',
    `Originalwerk\n\nhttps://github.com/me/own\n\nRechtsverletzende Inhalte\n\nhttps://github.com/ana/one\nhttps://github.com/ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'Ausnahmen',
    `Bitte entfernen Sie https://github.com/ana/one.\nNicht entfernt werden sollen:\n- https://github.com/partner/copy`,
    ['ana/one'],
  ],
  [
    'bereits entfernt',
    `Bereits entfernt wurde https://github.com/old/gone. Bitte löschen Sie nun auch https://github.com/ana/one.`,
    ['ana/one'],
  ],
]

describe('what a letter is about is counted as a person would,', () => {
  it.each(WRITTEN)('however its addresses are written: %s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
  it.each(TORN)('where mail tore them: %s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
  it.each(PARTED)('where it tells them from others: %s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
  it.each(ANSWERS)('in an answer to a removal: %s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
  it.each(GERMAN)('in German: %s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
})
