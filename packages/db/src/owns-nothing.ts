import type { Database } from './database.ts'
import { StartError } from './start-error.ts'

/** Refuses a login that could walk around the row policies: they bind only a role that owns nothing. */
export async function assertOwnsNothing(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ login: string; reason: 'superuser' | 'bypassrls' | 'owner' | 'creator' }>(`
    with mine as (select * from pg_roles where pg_has_role(current_user, oid, 'member'))
    select current_user as login, reason from (
      select 'superuser' as reason where exists (select 1 from mine where rolsuper)
      union all select 'bypassrls' where exists (select 1 from mine where rolbypassrls)
      union all select 'owner' where exists (
        select 1 from pg_class c join mine on mine.oid = c.relowner
        union all select 1 from pg_proc p join mine on mine.oid = p.proowner
        union all select 1 from pg_database d join mine on mine.oid = d.datdba where d.datname = current_database())
      union all select 'creator' where has_schema_privilege('public', 'create')
        or has_database_privilege(current_database(), 'create, temporary')
        or exists (select 1 from mine where rolcreaterole)) as found
    limit 1`)
  const found = rows[0]
  if (!found) return
  const why = reasons[found.reason]
  throw new StartError('program-too-strong', {
    zh: `数据库登录名 ${found.login} ${why.zh}，行级安全策略对它无效。请改用只属于 lianban_app 组的登录名。`,
    en: `The database login ${found.login} ${why.en}, so row policies do not bind it. Use a login that is only a member of lianban_app.`,
  })
}

const reasons = {
  superuser: { zh: '是超级用户', en: 'is a superuser' },
  bypassrls: { zh: '可以绕过行级安全', en: 'may bypass row-level security' },
  owner: { zh: '拥有表、函数或数据库', en: 'owns tables, functions or the database' },
  creator: {
    zh: '可以建表、建临时表或建角色（请收回 PUBLIC 的 CREATE 与 TEMPORARY 权限）',
    en: 'may create tables, temporary tables or roles (revoke create and temporary from public)',
  },
} as const
