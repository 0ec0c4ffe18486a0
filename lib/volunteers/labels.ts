/** Hours in which an address is confirmed; days in which a lead answers; days the words are kept after that. */
export const CONFIRM_HOURS = 72
export const ANSWER_DAYS = 60
export const KEPT_DAYS = 90

export type ApplicationState = 'sent' | 'waiting' | 'accepted' | 'declined' | 'lapsed'
