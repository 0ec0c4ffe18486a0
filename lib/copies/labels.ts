/** Hours in which an address is confirmed; days after which somebody who was not heard of is forgotten. */
export const CONFIRM_HOURS = 72
export const KEPT_DAYS = 730
