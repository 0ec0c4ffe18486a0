/** Asking for something to be taken out: the public forms, confirmation, the private page of a request. What is longer is below `takedowns/`. */
import { attestations } from './takedowns/attestations'
import { check } from './takedowns/check'
import { confirm } from './takedowns/confirm'
import { errors } from './takedowns/errors'
import { form } from './takedowns/form'
import { forms } from './takedowns/forms'
import { input } from './takedowns/input'
import { reading } from './takedowns/reading'
import { redress } from './takedowns/redress'
import { result } from './takedowns/result'
import { seen } from './takedowns/seen'
import { steps } from './takedowns/steps'
import { target } from './takedowns/target'
import { track } from './takedowns/track'

export const takedowns = {
  title: 'Ask for something to be taken out',
  description:
    'Personal data, your own work, illegal content: ask for it to be taken out of a dataset. No account is needed.',
  question: 'What would you like to ask?',
  lead: 'Anybody can ask for something to be taken out of a dataset. It costs nothing and needs no account. A person decides, and tells you why.',
  how: {
    title: 'How it works',
    say: 'You say where it is and what you ask for. The form takes about five minutes.',
    confirm: 'You confirm your e-mail address with a link we send you. Until then nobody reads the request.',
    decide: 'A program finds the items you have named. People decide about each of them.',
    outcome: 'You get the outcome with its reasons, and can follow everything on a private page.',
  },
  term: {
    title: 'How long it takes',
    law: 'one month, as the law says',
    promise: '{n, plural, one {# working day} other {# working days}}, our own promise',
  },
  public: {
    title: 'What is public',
    text: 'The public log records that a request about a dataset was made, and when. Once it is answered, a redacted notice about it may appear in <register>the register</register>: never who made it or their words. Your name, your address and your words are encrypted, read only by those who answer the request, and erased a year after you sent them, or later, when nothing of your request is open and its answer cannot be contested any more.',
  },
  forms,
  attestations,
  form,
  /** Who reads a request that is not restricted: the same words wherever it is said, and what `readsWho` lets them read. */
  readers: {
    who: 'Your name, your address and what you write are read by the leads of the dataset. An administrator reads them only where a second person has to agree to the answer, and in letters to you that have not left yet.',
    maintainers:
      'The maintainers of the dataset, who publish it, see what the request is about, but neither your name nor your address.',
    maintainersOfPlaces:
      'The maintainers of the dataset, who publish it, see which items, links and sites the request is about, but neither your name nor your address, and not the names, passages and numbers you have us look for.',
  },
  seen,
  check,
  target,
  reading,
  sent: {
    title: 'Check your mail',
    text: 'We have your request and have sent a link to the address you gave. Open it within {n, plural, one {# hour} other {# hours}} and press the button there. Until then nobody reads the request; if you do nothing, it is erased.',
    again: 'send the request again',
  },
  confirm,
  track,
  steps,
  /** What became of what was named: on the private page in the language of its reader, in letters in English. */
  outcome: {
    actioned: 'We have done what you asked for with everything we found.',
    partially_actioned: 'We have done part of what you asked for. The reasons are given for each item.',
    no_action:
      'We have not changed the dataset. The reasons are given for each item, and so is what you can do.',
  },
  follows: {
    nothing: 'Nothing changes in the next release.',
    change:
      'The next release shows the change. Copies that others made of earlier releases are out of our reach.',
    forATime:
      'The next release shows the change. What is left out stays stored, and is used for nothing else, as long as the restriction lasts. We write to you before it ends (GDPR Art. 18(3)). Copies that others made of earlier releases are out of our reach.',
    standing:
      'The next release shows the change. A standing rule also keeps what comes from the same source out of later revisions; when it comes back in one, we write to you, as long as we have your address: for a year from your request, longer while something of it is open. Copies that others made of earlier releases are out of our reach.',
  },
  keptOutByRules:
    '{n, plural, one {One text that you named is} other {# texts that you named are}} kept out by a standing rule about where {n, plural, one {it comes} other {they come}} from, and by no decision about a text. Somebody who did not make that rule has looked at your complaint, and the rule stays: it holds for all that comes from there, so no single text can be let through. What you can do instead: if the rule was made because you asked for it, take that request back on its page. If it was made because of a copyright notice, send a counter-notice, which can end it. Otherwise send a request under “Something else” and say why the rule should end for all that it keeps out.',
  redress,
  result,
  input,
  errors,
} as const
