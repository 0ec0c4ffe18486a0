/**
 * Words in which people say what a letter is about and what it is not. Every name, work and address is invented. Long, because it is one list of
 * letters and what each is about, and says nothing else.
 */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '@/lib/notices/parse-notice'

const placesIn = (letter: string) =>
  parseNotice(letter).places.map((place) => place.replace(/^github\.com\//, ''))

const g = 'https://github.com/'

const WORDINGS: [name: string, letter: string, places: string[]][] = [
  [
    'removed from a place',
    `Please remove our book from ${g}ana/one and from ${g}ben/two.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'copies of a work at a place',
    `Unauthorized copies of my course at ${g}ana/one and ${g}ben/two must be removed.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a copy of the own work at its place',
    `${g}ana/one is a copy of my library at ${g}me/own. Please remove it.`,
    ['ana/one'],
  ],
  [
    'fork chain',
    `Please disable ${g}ana/one and its forks ${g}ben/one, ${g}cy/one and ${g}dee/one.`,
    ['ana/one', 'ben/one', 'cy/one', 'dee/one'],
  ],
  [
    'pairs with an arrow, the work first',
    `Original -> Copy\n${g}me/a -> ${g}ana/one\n${g}me/b -> ${g}ben/two\n\nPlease remove the copies.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'pairs with labels',
    `Original: ${g}me/a\nCopy: ${g}ana/one\n\nOriginal: ${g}me/b\nCopy: ${g}ben/two\n\nPlease take the copies down.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'the original in brackets',
    `${g}ana/one (original: ${g}me/a)\n${g}ben/two (original: ${g}me/b)\nPlease take down.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'numbered files',
    `Please take down these files:\n1) ${g}ana/one/blob/main/a.pdf\n2) ${g}ana/one/blob/main/b.pdf\n3) ${g}ben/two/raw/main/c.pdf`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a form whose work is on the same host',
    `**Please provide a detailed description of the original copyrighted work that has allegedly been infringed.**\n${g}me/own\n\n**What files should be taken down? Please provide URLs for each file**\n${g}ana/one. It was copied from ${g}me/own.\n\n**Have you searched for any forks?**\nYes: ${g}ben/one\n\n**Is the work licensed under an open source license?**\nNo`,
    ['ana/one', 'ben/one'],
  ],
  [
    'no forks',
    `**What files should be taken down? Please provide URLs for each file**\n\nThe entire repository ${g}ana/one\n\n**Have you searched for any forks of the allegedly infringing files?**\n\nYes, none found of ${g}ana/one.\n`,
    ['ana/one'],
  ],
  [
    'a form with quoted questions',
    `> What files should be taken down? Please provide URLs for each file, or if the entire repository, the repository's URL:\n${g}ana/one\n> Have you searched for any forks of the allegedly infringing files or repositories?\n${g}ben/one\n> What would be the best solution for the alleged infringement?\nRemove. See ${g}me/own for how it should be.`,
    ['ana/one', 'ben/one'],
  ],
  [
    'a form that names it where it asks for the work',
    `**Please provide a detailed description of the original copyrighted work.**\nMy game. It has been leaked at ${g}ana/one\n\n**What files should be taken down?**\nAll of them, the entire repository.\n`,
    ['ana/one'],
  ],
  [
    'a form that names it at its end',
    `**What files should be taken down? Please provide URLs**\nThe whole repository named below.\n\n**Do you have the alleged infringer's contact information?**\n${g}ana\n\n**Is there anything else?**\nThe repository is ${g}ana/one`,
    ['ana/one'],
  ],
  [
    'issues and pull requests',
    `Please remove ${g}ana/one. The owner was told in ${g}ana/one/issues/3 and my pull request ${g}me/own/pull/1.`,
    ['ana/one'],
  ],
  [
    'the violated licence',
    `${g}ana/one violates the licence of ${g}me/own (see ${g}me/own/blob/main/LICENSE). Please remove it.`,
    ['ana/one'],
  ],
  [
    'based on the work',
    `The project ${g}ana/one is based on our code ${g}me/own without permission. Take it down.`,
    ['ana/one'],
  ],
  [
    'all forks but one',
    `Please disable all forks of ${g}ana/one, namely ${g}ben/one and ${g}cy/one, but not ${g}partner/one, which is licensed.`,
    ['ana/one', 'ben/one', 'cy/one'],
  ],
  [
    'with an exception',
    `Please remove ${g}ana/one and ${g}ben/two. With the exception of ${g}partner/one, nobody has a licence.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'headings for what was removed before',
    `## Previously removed\n\n- ${g}old/a\n- ${g}old/b\n\n## New infringements\n\n- ${g}ana/one\n- ${g}ben/two\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a letter quoted below',
    `Please see my letter below.\n\nOn Monday, Ana wrote:\n> Dear team, please remove these infringing repositories:\n>\n> - ${g}ana/one\n> - ${g}ben/two\n>\n> My own work: ${g}me/own\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a list of HTML',
    `<p>Please remove the infringing copies:</p><ul><li>${g}ana/one</li><li><a href="${g}ben/two">two</a></li></ul>`,
    ['ana/one', 'ben/two'],
  ],
  [
    'numbers in brackets',
    `(1) ${g}ana/one (2) ${g}ben/two (3) ${g}cy/three -- please remove`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  ['footnotes', `The copies[1][2] infringe.\n\n[1] ${g}ana/one\n[2] ${g}ben/two`, ['ana/one', 'ben/two']],
  [
    'a footnote for the work',
    `They copied my library[1] into two projects[2][3]. Please remove these.\n\n[1] my library: ${g}me/own\n[2] ${g}ana/one\n[3] ${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'an organisation',
    `All repositories of https://github.com/orgs/ana/repositories infringe, as ${g}ana/one shows. Remove them.`,
    ['ana/one'],
  ],
  [
    'queries and anchors',
    `Remove the stolen ${g}ana/one?utm=1#readme-ov-file and ${g}Ana/One#x`,
    ['ana/one'],
  ],
  [
    'marks behind',
    `Remove ${g}ana/one:, ${g}ben/two); ${g}cy/three]. ${g}dee/four"`,
    ['ana/one', 'ben/two', 'cy/three', 'dee/four'],
  ],
  [
    'the example of a form',
    `Please provide links such as https://github.com/USERNAME/REPO. Infringing: ${g}ana/one`,
    ['ana/one'],
  ],
  [
    'other hosts',
    `Remove the infringing https://gitlab.com/ana/one, https://bitbucket.org/ben/two and https://huggingface.co/datasets/cy/three/resolve/main/a.csv`,
    ['gitlab.com/ana/one', 'bitbucket.org/ben/two', 'huggingface.co/datasets/cy/three'],
  ],
  [
    'remarks behind',
    `Please remove the following:\n${g}ana/one\n${g}ben/one (fork)\n${g}cy/one (fork of a fork, 12 stars, last commit 2019)\n${g}dee/one`,
    ['ana/one', 'ben/one', 'cy/one', 'dee/one'],
  ],
  ['the owner of the work', `I am the owner of ${g}me/own. ${g}ana/one infringes it.`, ['ana/one']],
  [
    'a leak',
    `An employee published our internal code at ${g}emp/leak. Please remove it. ${g}emp/leak contains our keys.`,
    ['emp/leak'],
  ],
  [
    'two leaks',
    `Our source code was leaked: ${g}emp/leak\nOur software is stolen in this repository: ${g}emp/leak2`,
    ['emp/leak', 'emp/leak2'],
  ],
  [
    'where the work was found',
    `I found my work at ${g}ana/one and ${g}ben/two. I want it removed.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'what holds the work',
    `The repository ${g}ana/one contains my book. ${g}ben/two contains my book as well. Both infringe.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'where the work is posted',
    `My copyrighted book is posted without permission here: ${g}ana/one/book.pdf. Please remove.`,
    ['ana/one'],
  ],
  [
    'to what it was uploaded',
    `User ana uploaded my project to ${g}ana/one . Please remove this infringing repo.`,
    ['ana/one'],
  ],
  [
    'pirated from a website',
    `Pirated from our website https://me.example, the files are on ${g}ana/one. Remove`,
    ['ana/one'],
  ],
  [
    'retraction: only except',
    `We withdraw our notice except for the following:\n\n${g}ana/one\n${g}ben/two`,
    [],
  ],
  [
    'retraction: a list and its notice',
    `We hereby retract the takedown notice for the following repositories:\n\n- ${g}ana/one\n- ${g}ben/two\n\nOur original notice: https://github.com/github/dmca/blob/master/2019/x.md`,
    ['ana/one', 'ben/two'],
  ],
  [
    'counter: a form',
    `**What files were taken down? Please provide URLs for each file**\n${g}ana/one\n${g}ana/two\n\n**Do you want to make changes to your repository or do you want to dispute the notice?**\nDispute.\n\n**Is there anything else you think we should know about why you believe the material was removed as a result of a mistake?**\nMy work is original; theirs is ${g}them/own and the notice also names ${g}other/x.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'counter: the author',
    `My repository ${g}ana/one was disabled by mistake. I am the author of ${g}ana/one and of ${g}ana/two, which was disabled as well. I dispute the notice.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'counter: an original',
    `I dispute the takedown of ${g}ana/one. It is my original work.\nPlease restore it.`,
    ['ana/one'],
  ],
  [
    'a table of forks',
    `Please remove:\n\n| Repository | Forked from |\n| --- | --- |\n| ${g}ana/one | ${g}me/own |\n| ${g}ben/two | ${g}me/own |`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a table with numbers',
    `| Infringing repository | Stars |\n|---|---|\n| ${g}ana/one | 3 |\n| ${g}ben/two | 4 |`,
    ['ana/one', 'ben/two'],
  ],
  [
    'CSV with a head',
    `Please remove the copies:\noriginal,infringing\n${g}me/own,${g}ana/one\n${g}me/own2,${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a list in German',
    `Die folgenden Repositories verletzen mein Urheberrecht:\n1. ${g}ana/one\n2. ${g}ben/two\nMein eigenes Projekt: ${g}me/own\nBitte löschen.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a copy in German',
    `${g}ana/one ist eine Kopie von ${g}me/own. Bitte löschen Sie ${g}ana/one.`,
    ['ana/one'],
  ],
  [
    'owned files at a place',
    `I own the copyright in the files at ${g}ana/one. Please remove them.`,
    ['ana/one'],
  ],
  [
    'what a company owns',
    `My company owns ${g}me/own. The repository ${g}ana/one is an unauthorized copy.`,
    ['ana/one'],
  ],
  [
    'what is published by the sender',
    `We publish our SDK at ${g}me/own. ${g}ana/one removed our notices.`,
    ['ana/one'],
  ],
  [
    'where the work is available',
    `Our SDK is available at ${g}me/own\n\nThe infringing repository:\n${g}ana/one`,
    ['ana/one'],
  ],
  [
    'compared with the work',
    `Compare ${g}me/own/blob/main/a.c with ${g}ana/one/blob/main/a.c. The latter infringes. Remove ${g}ana/one.`,
    ['ana/one'],
  ],
  [
    'the licence of the work',
    `Please remove ${g}ana/one. See our licence at ${g}me/own/blob/main/LICENSE.`,
    ['ana/one'],
  ],
  [
    'what the answer about forks names',
    `What files should be taken down? Please provide URLs for each file:\n${g}ana/one\nHave you searched for any forks of the allegedly infringing files or repositories?\nNo forks. The author also has ${g}ana/unrelated which is fine.`,
    ['ana/one', 'ana/unrelated'],
  ],
  [
    'a paragraph below each address',
    `The following repositories infringe:\n\n${g}ana/one\nContains chapter 1 to 12 of my original book, copied word by word.\n\n${g}ben/two\nContains the cover of my original book.\n\n${g}cy/three\nContains the official artwork.`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  [
    'a line about the work above each address',
    `Item 1 - my original photo, copied without permission:\n${g}ana/one/blob/main/a.jpg\n\nItem 2 - my official logo:\n${g}ben/two/blob/main/b.png`,
    ['ana/one', 'ben/two'],
  ],
  [
    'work and address by turns',
    `Original work 1: My Song\nInfringing URL 1: ${g}ana/one\nOriginal work 2: My Tune\nInfringing URL 2: ${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'numbered labels',
    `1. Original work: ${g}me/own\n2. Infringing repository: ${g}ana/one\n3. Infringing fork: ${g}ben/one`,
    ['ana/one', 'ben/one'],
  ],
  [
    'the points of the law',
    `(i) Signature: Jo\n(ii) Identification of the copyrighted work: ${g}me/own\n(iii) Identification of the material that is claimed to be infringing: ${g}ana/one and ${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'the points of the law as headings',
    `Identification of copyrighted works:\n${g}me/own\n\nIdentification of infringing material:\n${g}ana/one\n${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'the work described in a paragraph',
    `Description of the original work:\nA parser I wrote, ${g}me/own, published 2015.\n\nLocation of the copies:\n${g}ana/one`,
    ['ana/one'],
  ],
  [
    'stolen from the work, line by line',
    `${g}ana/one was stolen from ${g}me/own\n${g}ben/two was stolen from ${g}me/own too\nPlease act.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a notice quoted below',
    `On 3 May you wrote that ${g}ana/one is still up. Please remove it.\n\n> Original notice: please remove ${g}ana/one and ${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
  [
    'an account and its repositories',
    `User: ${g}ana\nRepositories: ${g}ana/one, ${g}ana/two\nPlease remove.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'owner and repository by turns',
    `Owner: ${g}ana\nRepo: ${g}ana/one\n\nOwner: ${g}ben\nRepo: ${g}ben/two\nInfringing.`,
    ['ana/one', 'ben/two'],
  ],
  ['where a screenshot is', `Remove ${g}ana/one. Screenshot: ${g}me/shots/blob/main/1.png`, ['ana/one']],
  [
    'a list of evidence',
    `Remove ${g}ana/one.\n\nEvidence:\n- ${g}me/own/commit/abc\n- ${g}me/own/releases`,
    ['ana/one'],
  ],
  [
    'pages of one repository',
    `Please disable access to:\n\n* ${g}ana/one/\n* ${g}ana/one/releases/\n* ${g}Ana/One/wiki\n* https://ana.github.io/one\n* https://ana.github.io\n`,
    ['ana/one', 'ana/ana.github.io'],
  ],
  [
    'hosted sites',
    `Please disable https://ana.github.io/one/index.html, https://ana.github.io/two.html and https://ben.github.io/`,
    ['ana/one', 'ana/ana.github.io', 'ben/ben.github.io'],
  ],
  [
    'a release and its asset',
    `Please remove https://github.com/ana/one/releases/download/v1/x.zip and https://objects.githubusercontent.com/github-production-release-asset/1/2`,
    ['ana/one', 'objects.githubusercontent.com/github-production-release-asset/1/2'],
  ],
  [
    'a German form',
    `Welches Werk wurde verletzt?\n${g}me/own\nWelche Inhalte sollen entfernt werden?\n${g}ana/one\n${g}ben/two\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'the own work in German',
    `Ich bin Urheberin von ${g}me/own. Unter ${g}ana/one steht eine Kopie ohne meine Erlaubnis. Bitte löschen.`,
    ['ana/one'],
  ],
  [
    'an exception in German',
    `Bitte sperren Sie ${g}ana/one und ${g}ben/two, nicht aber ${g}partner/x.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a table with remarks',
    `| Repository | Status |\n|---|---|\n| ${g}ana/one | infringing |\n| ${g}ben/two | infringing |\n`,
    ['ana/one', 'ben/two'],
  ],
  [
    'the work twice',
    `Infringing material: ${g}ana/one\nOriginal: see ${g}me/own and ${g}me/own/wiki\nI ask you to remove it.`,
    ['ana/one'],
  ],
  [
    'a fork of the own repository',
    `My repository is ${g}me/own. The fork ${g}ana/own removed the licence; please disable it.`,
    ['ana/own'],
  ],
  [
    'an upload of something private',
    `Somebody has re-uploaded my private repository as ${g}ana/one; I deleted mine. Remove it please.`,
    ['ana/one'],
  ],
  [
    'another notice',
    `As in https://github.com/github/dmca/blob/master/2019/01/2019-01-01-me.md, please also remove ${g}ana/one.`,
    ['ana/one'],
  ],
  [
    'what does not infringe, behind the address',
    `${g}ana/one infringes our copyright, please remove it. ${g}ben/two does not infringe and should stay.`,
    ['ana/one'],
  ],
  [
    'a package that links to it',
    `The npm package https://www.npmjs.com/package/x links to ${g}ana/one which infringes. Remove ${g}ana/one.`,
    ['ana/one'],
  ],
  [
    'pairs with an arrow',
    `Infringing -> Original\n${g}ana/one -> ${g}me/a\n${g}ben/two -> ${g}me/b`,
    ['ana/one', 'ben/two'],
  ],
  [
    'columns with room between',
    `Original                      Infringing\n${g}me/a      ${g}ana/one\n${g}me/b      ${g}ben/two\nPlease remove.`,
    ['ana/one', 'ben/two'],
  ],
  ['what is to be kept', `Please keep ${g}partner/one online. Remove ${g}ana/one.`, ['ana/one']],
  [
    'what is to be left alone',
    `Leave ${g}partner/one alone: it has a licence. ${g}ana/one has none; take it down.`,
    ['ana/one'],
  ],
  [
    'what was resolved before',
    `Resolved since our first letter: ${g}old/one\nStill online: ${g}ana/one, ${g}ben/two\nPlease remove these.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'where in the work the code is',
    `To whom it may concern,\n\nThe repo at ${g}ana/one contains code from our product, see ${g}me/own/blob/main/x.c#L10 for the code in question.\nWe request removal.`,
    ['ana/one'],
  ],
  [
    'what each file was copied from',
    `Links to infringing material:\n\n1. ${g}ana/one/blob/main/a.c (copied from ${g}me/own/blob/main/a.c)\n2. ${g}ana/one/blob/main/b.c (copied from ${g}me/own/blob/main/b.c)\n`,
    ['ana/one'],
  ],
  [
    'a form with remarks',
    `What files should be taken down? Please provide URLs for each file, or if the entire repository, the repository's URL:\n\n- ${g}ana/one\n- ${g}ben/two (same files)\n\nThey are copies of https://me.example/product\n\nHave you searched for any forks of the allegedly infringing files or repositories?\nSee ${g}ana/one/network/members - the forks ${g}cy/one and ${g}dee/one\n`,
    ['ana/one', 'ben/two', 'cy/one', 'dee/one'],
  ],
  [
    'the website of the work',
    `Our website https://me.example sells the theme. A nulled version is distributed here https://github.com/ana/theme and here: github.com/ben/theme/archive/master.zip`,
    ['ana/theme', 'ben/theme'],
  ],
  [
    'copied from here to there',
    `Hi, someone copied my repo https://github.com/me/own to https://github.com/ana/own and removed the license file. Please remove it. Thanks`,
    ['ana/own'],
  ],
  [
    'who copied what',
    `Hi, https://github.com/ana/own copied my repo https://github.com/me/own. Please remove it. Thanks`,
    ['ana/own'],
  ],
  [
    'mine and theirs',
    `My repo: https://github.com/me/own\nTheir repo: https://github.com/ana/own\nPlease take it down.`,
    ['ana/own'],
  ],
  [
    'original and violating, labelled',
    `Original author: me (https://github.com/me)\nOriginal repo: https://github.com/me/own\nViolating repo: https://github.com/ana/own`,
    ['ana/own'],
  ],
  [
    'a fork in brackets',
    `The repositories ${g}ana/one, ${g}ana/two (and its fork ${g}ben/two), and ${g}cy/three contain our keys; disable them.`,
    ['ana/one', 'ana/two', 'ben/two', 'cy/three'],
  ],
  [
    'used files of the work',
    `The project ${g}ana/one uses files of my project ${g}me/own (commit ${g}me/own/commit/abc) without permission. I request its removal.`,
    ['ana/one'],
  ],
  [
    'identical to the work',
    `I request the takedown of the following URL(s):\n${g}ana/one\n${g}ana/two\n\nReason: both are identical to ${g}me/own`,
    ['ana/one', 'ana/two'],
  ],
  [
    'three kinds of quotation marks',
    `Please remove "${g}ana/one", '${g}ben/two' and \u201c${g}cy/three\u201d.`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  [
    'line ends of mail',
    `Dear GitHub,\r\n\r\nPlease remove\r\n\r\n${g}ana/one\r\n\r\n${g}ben/two\r\n\r\nThey infringe.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'indented, with files',
    `Repository infringing:\n\t${g}ana/one\n\tfiles: a.c, b.c\n\t${g}ben/two\n\tfiles: c.c`,
    ['ana/one', 'ben/two'],
  ],
  [
    'everything of an account',
    `Please disable:\nhttps://github.com/ana/one (and everything under https://github.com/ana/)\nas it infringes.`,
    ['ana/one'],
  ],
  [
    'two labels on a line',
    `Infringing content URL: ${g}ana/one/blob/main/1.md Original content URL: https://me.example/1\nInfringing content URL: ${g}ben/two/blob/main/2.md Original content URL: ${g}me/own`,
    ['ana/one', 'ben/two'],
  ],
  [
    "counter: the claimant's repository",
    `I am submitting this counter notice about ${g}ana/one and ${g}ana/two. The claimant's repository ${g}them/own was created later than mine. The removal is due to a mistake.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'retraction: a notice that is kept',
    `Please disregard our takedown notice concerning ${g}ana/one. We keep our notice regarding ${g}ben/two.`,
    ['ana/one'],
  ],
  [
    'retraction: a commit as its reason',
    `We retract the notice. The owner of ${g}ana/one has removed our code, see ${g}ana/one/commit/abc.`,
    ['ana/one'],
  ],
  [
    'the original, a line below its address',
    `${g}ana/one\n\nis infringing on our copyright\n\n${g}me/own\n\nis the original. Please remove the former.`,
    ['ana/one'],
  ],
  [
    'two sentences',
    `The infringing repository is https://github.com/ana/one\nThe original repository is https://github.com/me/own`,
    ['ana/one'],
  ],
  [
    'original and copy, behind the addresses',
    `https://github.com/me/own is the original, https://github.com/ana/one the copy. Please remove the copy.`,
    ['ana/one'],
  ],
  [
    'developers of the work',
    `We are the developers of the app at https://github.com/me/own/. Please delete https://github.com/ana/one/ as it is a rebranded version.`,
    ['ana/one'],
  ],
  [
    'signs in names of files',
    `Affected: https://github.com/ana/one/blob/main/file%20with%20space.pdf and https://github.com/ana/one/blob/main/f(1).pdf`,
    ['ana/one'],
  ],
  [
    'items with letters',
    `Dear Sirs,\n\nWe act for the publisher of "The Salt Road". Two repositories carry scans of it:\n\n   (a)  ${g}ana/salt\n   (b)  ${g}ben/road-scans\n\nThe authorised edition can be bought at https://press.example/salt. Kindly remove the scans.`,
    ['ana/salt', 'ben/road-scans'],
  ],
  [
    'my repository, labelled',
    `Repository owner: ana\nRepository URL: ${g}ana/one\nFiles: ${g}ana/one/blob/main/a.js, ${g}ana/one/blob/main/b.js\nMy repository URL: ${g}me/own\nInfringement: my headers were removed.`,
    ['ana/one'],
  ],
  [
    'where the work can be downloaded',
    `I'm the creator of a font. It can be downloaded from ${g}me/font. The following people host it without a licence:\n\n${g}ana/fonts\n${g}ben/site\n`,
    ['ana/fonts', 'ben/site'],
  ],
  [
    'where the original and the copies are',
    `Takedown request\n================\n\nWork: the "Blue" icon set\nWhere the original is: ${g}me/blue\nWhere the copies are:\n  ${g}ana/blue\n  ${g}ben/azure\n`,
    ['ana/blue', 'ben/azure'],
  ],
  [
    'no objection',
    `Please take action against ${g}ana/one. Background: the code is a decompilation of our client. We do not object to ${g}ana/other.`,
    ['ana/one'],
  ],
  [
    'taken verbatim from the work',
    `The code in ${g}ana/one/tree/main/lib is taken verbatim from ${g}me/own/tree/main/lib. It should be removed or our notice restored.`,
    ['ana/one'],
  ],
  [
    'a list for reference',
    `Infringing repositories (3):\n${g}ana/one\n${g}ben/two\n${g}cy/three\nNon-infringing, for reference (1):\n${g}dee/four`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  [
    'the upstream',
    `FYI our upstream is ${g}me/own. We demand the removal of ${g}ana/one, ${g}ben/two & ${g}cy/three.`,
    ['ana/one', 'ben/two', 'cy/three'],
  ],
  [
    'lines of CSV',
    `The attached list:\r\n"1","https://github.com/ana/one","stolen"\r\n"2","https://github.com/ben/two","stolen"\r\nPlease remove.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'addresses repeated in angle brackets',
    `Remove these:\nhttps://github.com/ana/one  <https://github.com/ana/one>\nhttps://github.com/ben/two  <https://github.com/ben/two>`,
    ['ana/one', 'ben/two'],
  ],
  [
    'an address rewritten by a mail filter',
    `Remove these stolen files: <https://urldefense.example/v2/url?u=https-3A__github.com_ana_one> https://github.com/ana/one`,
    ['ana/one'],
  ],
  [
    'copies of a book in German',
    `Bitte entfernen Sie diese Kopien meines Buches:\n– ${g}ana/one\n– ${g}ben/two\nDas Original gibt es hier: ${g}me/own`,
    ['ana/one', 'ben/two'],
  ],
  [
    'a list, and what it was copied from',
    `• ${g}ana/one\n• ${g}ben/two\n\nare unlawful copies of\n\n• ${g}me/own\n\nPlease remove them.`,
    ['ana/one', 'ben/two'],
  ],
  ['infringed and infringing', `Infringed work: ${g}me/own\nInfringing work: ${g}ana/one`, ['ana/one']],
  [
    'a folder of the repository',
    `The repository (${g}ana/one) includes our font files (see ${g}ana/one/tree/main/fonts), sold at https://fonts.example/x. Please remove.`,
    ['ana/one'],
  ],
  [
    'what was dealt with',
    `We have received your answer. ${g}ana/one was dealt with, thank you. ${g}ben/two is still there; please remove it.`,
    ['ben/two'],
  ],
  [
    'numbered headings',
    `1) URL of the infringing material\n${g}ana/one\n\n2) URL of the original material\n${g}me/own\n\n3) My contact\nJo, jo@me.example`,
    ['ana/one'],
  ],
  [
    'datasets and the licensed one',
    `Our copyrighted dataset was uploaded to https://huggingface.co/datasets/ana/x and mirrored at https://huggingface.co/datasets/ben/x. The licensed version lives at https://huggingface.co/datasets/me/x. Please remove the former two.`,
    ['huggingface.co/datasets/ana/x', 'huggingface.co/datasets/ben/x'],
  ],
  [
    'no capitals',
    `please delete github.com/ana/one and github.com/ana/two, they're mine`,
    ['ana/one', 'ana/two'],
  ],
  [
    'short sentences',
    `Hello! ${g}ana/one. That's the link. It's pirated. Original link: ${g}me/own. Bye`,
    ['ana/one'],
  ],
  [
    'counter: what was not copied from',
    `I hereby dispute the removal of:\n1. ${g}ana/one\n2. ${g}ana/two\nwhich was made by mistake. I never copied anything from ${g}them/own. Please restore my repositories.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'counter: an alleged original',
    `Disabled content: ${g}ana/one\nAlleged original: ${g}them/own\nThe material was removed as a result of a mistake. I consent to the jurisdiction of the court.`,
    ['ana/one'],
  ],
  [
    'retraction: a table',
    `We withdraw the DMCA notice of 4 May. Affected repositories:\n\n| Repository |\n|---|\n| ${g}ana/one |\n| ${g}ben/two |\n\nOur own repository ${g}me/own stays as it is.`,
    ['ana/one', 'ben/two'],
  ],
  [
    'forks of something private',
    `Two forks of my private project exist: ${g}ana/p and ${g}ben/p. Both infringe.`,
    ['ana/p', 'ben/p'],
  ],
  [
    'a repository with its site',
    `Identification of the infringing material: the whole of https://github.com/ana/one, including\nhttps://github.com/ana/one/releases and its GitHub Pages site https://ana.github.io/one/.`,
    ['ana/one'],
  ],
  [
    'accounts and repositories in brackets',
    `The user has created several accounts (https://github.com/ana, https://github.com/ana2) and repositories (https://github.com/ana/one, https://github.com/ana2/one), all infringing.`,
    ['ana/one', 'ana2/one'],
  ],
  [
    'four labels',
    `Copyright holder: Me Ltd (https://github.com/me)\nWork: Widget (https://github.com/me/widget)\nInfringer: ana (https://github.com/ana)\nInfringement: https://github.com/ana/widget`,
    ['ana/widget'],
  ],
  [
    'rights in the work in German',
    `Das Repository ${g}ana/one verletzt meine Rechte an ${g}me/own. Ich verlange die Löschung.`,
    ['ana/one'],
  ],
  [
    'counter: what does not infringe',
    `I am submitting a counter notice. My repositories, which do not infringe anything, are: ${g}ana/one and ${g}ana/two. They were removed by mistake.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'counter: an original work',
    `Counter notice. ${g}ana/one is my original work and ${g}ana/two does not infringe. Both were removed as a result of a mistake or misidentification.`,
    ['ana/one', 'ana/two'],
  ],
  [
    'retraction: what does not infringe after all',
    `Retraction: we retract our notice. These do not infringe after all:\n\n- ${g}ana/one\n- ${g}ben/two`,
    ['ana/one', 'ben/two'],
  ],
]

describe('a letter is about what a person would say it is about,', () => {
  it.each(WORDINGS)('%s', (_, letter, places) => {
    expect(placesIn(letter)).toEqual(places)
  })
})
