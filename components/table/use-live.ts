'use client'

import { useSyncExternalStore } from 'react'

/** Whether scripts run: false on the server and for the first picture in the browser, which has to be the same. */
export const useLive = (): boolean => useSyncExternalStore(nothing, onClient, onServer)

const nothing = () => () => undefined
const onClient = () => true
const onServer = () => false
