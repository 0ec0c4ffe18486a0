/** What a reviewer reads of the checks they answered. */
export const checks = {
  title: {
    right: 'That was a check, and your answer is as expected',
    other: 'That was a check: another answer was expected',
    retired: 'That was a check, which has been taken back',
  },
  standing: {
    share:
      'Of your last {judged, plural, one {check} other {# checks}}, {passed, plural, one {# was} other {# were}} as expected.',
    follows: {
      few: 'From fewer than {least} nothing follows.',
      warned:
        'That is fewer than this dataset asks for. Look at the policy again and take your time; its leads are glad to be asked.',
      held: 'Until there are more, another reviewer is asked beside each of your votes. Checks come more often meanwhile, and those you know again after {days} days, so that this passes soon: with {n, plural, one {one more answer} other {# more answers in a row}} as expected. Only you and the leads know of it.',
    },
  },
} as const
