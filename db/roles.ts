import 'server-only'
import { createHmac } from 'node:crypto'
import postgres from 'postgres'

/** The roles of the running product. winnow_owner owns the tables and cannot log in; nobody else may change them. */
export const RUNNING_ROLES = ['winnow_app', 'winnow_sequencer'] as const
export type RunningRole = (typeof RUNNING_ROLES)[number]

/** The same server and database as `adminUrl`, as a role of the running product. Derived, so that nothing has to be stored. */
export function roleUrl(adminUrl: string, role: RunningRole, key: string): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = createHmac('sha256', key).update(`winnow/v1/role/${role}`).digest('base64url')
  return url.href
}

/** Creates what is missing, mends passwords, and lets the owner own. Idempotent. `admin` is one connection. */
export async function ensureRoles(admin: postgres.Sql, adminUrl: string, key: string): Promise<void> {
  await refuseOtherKey(admin, key)
  await createRole(admin, 'winnow_owner', 'NOLOGIN')
  for (const role of RUNNING_ROLES) {
    await createRole(admin, role, 'LOGIN')
    const url = roleUrl(adminUrl, role, key)
    if (await canLogIn(url)) continue
    // DDL takes no parameters; the password is base64url, so quoting cannot be escaped from.
    await admin.unsafe(`ALTER ROLE ${role} LOGIN PASSWORD '${new URL(url).password}'`)
  }
  const [{ name, me, owner } = { name: '', me: '', owner: false }] = await admin<
    { name: string; me: string; owner: boolean }[]
  >`
    select current_database() as name, current_user as me, pg_has_role(current_user, 'winnow_owner', 'SET') as owner`
  if (!owner) await admin`GRANT winnow_owner TO ${admin(me)}`
  await admin`GRANT CREATE, CONNECT ON DATABASE ${admin(name)} TO winnow_owner`
  await admin`GRANT CONNECT ON DATABASE ${admin(name)} TO winnow_app, winnow_sequencer`
  await admin`REVOKE CREATE ON SCHEMA public FROM PUBLIC`
  await admin`GRANT CREATE, USAGE ON SCHEMA public TO winnow_owner`
  await admin.unsafe(`COMMENT ON ROLE winnow_app IS '${keyCheck(key)}'`)
}

/**
 * The server's roles remember which key they were made with. A start with another key would write rows that only that
 * key opens; and two instances on one server, with two keys, would change each other's passwords.
 */
async function refuseOtherKey(admin: postgres.Sql, key: string): Promise<void> {
  const [role] = await admin<{ made: string | null }[]>`
    select shobj_description(oid, 'pg_authid') as made from pg_roles where rolname = 'winnow_app'`
  if (!role?.made || role.made === keyCheck(key)) return
  throw new Error(
    'WINNOW_KEY is not the key that the Winnow on this Postgres server was set up with; with another key its personal data and openings cannot be read. A second instance needs a server of its own.',
  )
}

async function createRole(admin: postgres.Sql, role: string, login: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  const [found] = await admin`select 1 from pg_roles where rolname = ${role}`
  if (found) return
  // Two databases of one server may be migrated at once: roles are the server's, the lock is the database's.
  await admin.unsafe(`DO $$ BEGIN
    CREATE ROLE ${role} ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`)
}

async function canLogIn(url: string): Promise<boolean> {
  const probe = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    await probe`select 1`
    return true
  } catch (error) {
    // invalid_authorization_specification, invalid_password, insufficient_privilege (no CONNECT yet)
    if (error instanceof postgres.PostgresError && ['28000', '28P01', '42501'].includes(error.code))
      return false
    throw error
  } finally {
    await probe.end()
  }
}

const keyCheck = (key: string) =>
  `Winnow, key ${createHmac('sha256', key).update('winnow/v1/key-check').digest('base64url').slice(0, 16)}`
