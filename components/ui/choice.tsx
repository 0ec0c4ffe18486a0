import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx'
import { FieldErrors, FieldHint } from './field'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'size'> & {
  label: ReactNode
  hint?: ReactNode
  size?: 'md' | 'lg'
}

export function Checkbox(props: ChoiceProps) {
  return <Choice type="checkbox" {...props} />
}

export function Radio(props: ChoiceProps) {
  return <Choice type="radio" {...props} />
}

function Choice({
  type,
  label,
  hint,
  size = 'md',
  id,
  className,
  ...rest
}: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const own = useId()
  const inputId = id ?? own
  const hintId = hint ? `${inputId}-hint` : undefined
  const describedBy = [hintId, rest['aria-describedby']].filter(Boolean).join(' ') || undefined
  return (
    <div className={cx('flex items-start gap-3', size === 'lg' ? 'py-1 text-lg' : 'text-sm', className)}>
      <input
        {...rest}
        type={type}
        id={inputId}
        aria-describedby={describedBy}
        className={cx('shrink-0 accent-accent', size === 'lg' ? 'mt-0.5 size-6' : 'mt-0.5 size-4')}
      />
      <div>
        <label htmlFor={inputId} className={cx('text-ink', hint && 'font-medium')}>
          {label}
        </label>
        {hintId ? (
          <FieldHint id={hintId} size={size}>
            {hint}
          </FieldHint>
        ) : null}
      </div>
    </div>
  )
}

/** A question with its choices; `describedBy`/`errors` as in Field. */
export function ChoiceGroup({
  legend,
  hint,
  errors,
  id,
  size = 'md',
  children,
}: {
  id: string
  legend: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  size?: 'md' | 'lg'
  children: ReactNode
}) {
  const described = [hint ? `${id}-hint` : '', errors?.length ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={cx('flex min-w-0 flex-col gap-2', errors?.length && 'border-s-4 border-bad ps-3')}
    >
      <legend className={cx('mb-1 font-medium text-ink', size === 'lg' ? 'text-lg' : 'text-sm')}>
        {legend}
      </legend>
      {hint ? (
        <FieldHint id={`${id}-hint`} size={size}>
          {hint}
        </FieldHint>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} size={size} />
      {children}
    </fieldset>
  )
}
