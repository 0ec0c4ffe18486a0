/** Why something cannot be done any more. */
export const errors = {
  datasets: 'Links lead into more than {max, number} datasets. Send the rest as a second request.',
  dataset: 'Choose a dataset.',
  targets: 'We could not read where it is.',
  file: 'We could not read your file.',
  alreadyDone: 'This was already done.',
  expired: 'The time to confirm this request has passed. Please send it again.',
  unconfirmed: 'This request has not been confirmed yet.',
  closed: 'This request is closed.',
  onHold: 'This request is on hold. Nothing goes on until it is released.',
  notNow: 'This is not possible at this stage of the request.',
  contested: 'You contested this outcome before, and it was decided.',
  nothingToContest: 'No decision is left to look at again. Send a new request and say what was missed.',
  nothingToDecide: 'There is nothing left to decide in this request.',
} as const
