/** Finding the right form: two questions in plain words. */
export const intake = {
  router: {
    title: 'What happened?',
    what: {
      me: {
        label: 'Something about me is in there',
        hint: 'My name with an address, a picture, a message, something private.',
      },
      work: { label: 'Something I made is in there', hint: 'A text, a picture, code, a data set.' },
      harm: {
        label: 'There is something illegal or hateful in there',
        hint: 'Hate, threats, intimate images, abuse of a child.',
      },
      removed: { label: 'Something of mine was taken out', hint: 'And I think it was a mistake.' },
      asked: {
        label: 'I have already asked for something',
        hint: 'I want to see where it stands, contest it or take it back.',
      },
      court: { label: 'A court has decided about it', hint: 'I have an order.' },
      other: { label: 'Something else', hint: 'I tell you in my own words.' },
    },
    then: {
      me: {
        title: 'What should happen?',
        answers: {
          erase: 'Take it out',
          correct: 'Correct it',
          know: 'Tell me what is there',
          object: 'Do not use it any more',
          pause: 'Keep it, but do not use it until something is settled',
          sale: 'Do not sell it or pass it on (California)',
          likeness: 'My name, face or voice is used for something I never allowed',
          intimate: 'It is an intimate image of me',
        },
      },
      work: {
        title: 'What is it about?',
        answers: {
          copy: 'It was copied without permission',
          train: 'It should not be used to train AI',
          terms: 'I published it, and its licence or access terms are broken',
        },
      },
      harm: {
        title: 'What is it?',
        answers: {
          hate: 'Hate, threats or harassment',
          intimate: 'An intimate image, shown without consent',
          child: 'Sexual abuse of a child',
          illegal: 'Something else that is illegal',
        },
      },
      removed: {
        title: 'Why was it taken out?',
        answers: {
          counter: 'Because of a copyright notice',
          author: 'For another reason, or I do not know why',
          maintain: 'Because of a decision about my dataset',
        },
      },
      asked: {
        title: 'What would you like?',
        answers: {
          follow: 'See where it stands, or add what was asked for',
          contest: 'Contest the outcome',
          back: 'Take back all or part of it',
        },
      },
    },
    told: {
      follow: {
        title: 'The page of your request',
        text: 'In the mail “We have received your request” there is a private link. Behind it you see where the request stands, answer what we asked, withdraw it or contest the outcome. If you have lost it, have it sent again below.',
      },
      contest: {
        title: 'Contest the outcome',
        text: 'Open the private link in the mail “We have received your request”. Below the outcome there is a form: people who had no part in the decision look again. You have six months.',
      },
      maintain: {
        title: 'Contest a decision about your dataset',
        text: 'Sign in and open the case: there you say what was overlooked, and people who had no part in the decision look again. If somebody claimed a copyright in what you published, a counter-notice is the quicker way.',
      },
    },
    link: {
      title: 'Have the link sent again',
      text: 'It goes to the address with which you asked, and to no other. Whoever reported something without an address has the link alone: it stands nowhere else.',
      reference: 'The number of your request',
      referenceHint: 'Eight letters and digits, like 7K3M-Q2ZD. It is in every letter we sent you.',
      email: 'The e-mail address with which you asked',
      action: 'Send it again',
      sending: 'Sending…',
      asked:
        'If there is such a request with this address, the link is on its way to it. An address gets few letters a day.',
    },
    again: 'Start again',
    signIn: 'Sign in',
    counter: 'Send a counter-notice',
    all: 'Or choose the form yourself',
    step: 'Question {n} of 2',
  },
} as const
