import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { transactAnew, type Tx } from '@/db/client'
import type { Actor, Member, Visitor } from '@/lib/auth/actor'
import { requireMember } from '@/lib/auth/session'
import { errorView } from '@/lib/http/error-view'
import { formObject, typedValues } from '@/lib/http/form-object'
import type { FormState } from '@/lib/http/form-state'
import { countAttempt, type Limit } from '@/lib/http/rate-limit'
import { currentVisitor } from '@/lib/http/visitor'

type Options<Input, View, Who extends Actor> = {
  /** What is slow, as a look into files is, and must not happen in the transaction. */
  before?: (actor: Who, input: Input) => Promise<Input>
  /** `member` (default): signed in. `visitor`: anybody; then `limit` is counted per network. */
  as?: Who['kind']
  limit?: Limit
  /** What is said beyond it, where the usual words do not help. */
  tooMany?: () => string
  message?: (view: View) => string
  /**
   * The field that was wrong, and is said to be by `message`, though what came of it is kept: a code that was tried is counted. The page stays
   * as it is: made anew it would have no field for a code that holds no more.
   */
  wrong?: (view: View) => string | undefined
  revalidate?: (input: Input) => string[]
  /** Asked when what the verb did is committed. Nothing: the form stays, and says `message`. */
  redirectTo?: Redirect<View, Who>
}

type Before<Input> = (actor: Actor, input: Input) => Promise<Input>
type Redirect<View, Who> = (view: View, actor: Who) => string | undefined | Promise<string | undefined>

/** A verb: one function over one transaction. */
export type Verb<Input, View, Who extends Actor> = (tx: Tx, actor: Who, input: Input) => Promise<View>

type Action = (previous: FormState, form: FormData) => Promise<FormState>

/** Who → parse → transaction → verb → what the screen is told. Every server action of the product is made here. */
export function formAction<S extends z.ZodType, View>(
  schema: S,
  verb: Verb<z.output<S>, View, Visitor>,
  options: Options<z.output<S>, View, Visitor> & { as: 'visitor' },
): Action
export function formAction<S extends z.ZodType, View>(
  schema: S,
  verb: Verb<z.output<S>, View, Member>,
  options?: Options<z.output<S>, View, Member>,
): Action
export function formAction<S extends z.ZodType, View>(
  schema: S,
  verb: Verb<z.output<S>, View, never>,
  options: Options<z.output<S>, View, Member> | Options<z.output<S>, View, Visitor> = {},
): Action {
  const run = verb as Verb<z.output<S>, View, Actor>
  const before = options.before as Before<z.output<S>> | undefined
  const redirectTo = options.redirectTo as Redirect<View, Actor> | undefined
  return async (_previous, form) => {
    let actor: Actor
    let view: View
    let input: z.output<S>
    try {
      actor =
        options.as === 'visitor'
          ? await limitedVisitor(options.limit, options.tooMany?.())
          : await requireMember()
      input = await schema.parseAsync(formObject(form))
      const located = (await before?.(actor, input)) ?? input
      view = await transactAnew((tx) => run(tx, actor, located))
    } catch (error) {
      const { message, fields } = errorView(error)
      return { ok: false, message, fieldErrors: fields, values: typedValues(form) }
    }
    const message = options.message?.(view)
    const wrong = options.wrong?.(view)
    if (wrong !== undefined && message)
      return { ok: false, message, fieldErrors: { [wrong]: [message] }, values: typedValues(form) }
    for (const path of options.revalidate?.(input) ?? []) revalidatePath(path)
    const to = await redirectTo?.(view, actor)
    if (to !== undefined) redirect(to)
    return { ok: true, data: view, message }
  }
}

async function limitedVisitor(limit: Limit | undefined, message?: string): Promise<Visitor> {
  const visitor = await currentVisitor()
  if (limit) await countAttempt(limit, visitor.network, message)
  return visitor
}
