import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** For pages: a query's `not_found` becomes the 404 page; every other error stays what it is. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
