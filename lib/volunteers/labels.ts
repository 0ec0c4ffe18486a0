/** Hours in which an address is confirmed; days in which a lead answers; days the words are kept after that. */
export const CONFIRM_HOURS = 72
export const ANSWER_DAYS = 60
export const KEPT_DAYS = 90

export type ApplicationState = 'sent' | 'waiting' | 'accepted' | 'declined' | 'lapsed'

/** As whoever sent it reads it. */
export const STATE: Readonly<Record<ApplicationState, string>> = {
  sent: 'Waits for you to confirm your address',
  waiting: 'Waits for a lead’s answer',
  accepted: 'Accepted',
  declined: 'Declined',
  lapsed: 'Ended without an answer',
}
