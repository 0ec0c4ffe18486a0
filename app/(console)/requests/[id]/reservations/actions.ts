'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { askForReservations, askInput } from '@/lib/reservations/record'

export const askForReservationsAction = formAction(askInput, askForReservations, {
  message: () => say('reservations.asked'),
})
