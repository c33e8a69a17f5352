import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from './config.ts'

describe('config', () => {
  it('listens on this machine only, port 8787, data in ./data, open to new accounts, when nothing is set', () => {
    expect(readConfig({}, '/home/ownit')).toEqual({
      ok: true,
      value: {
        port: 8787,
        host: '127.0.0.1',
        dataDir: '/home/ownit/data',
        webDir: '/home/ownit/web/dist',
        databaseUrl: undefined,
        migrationUrl: undefined,
        redis: undefined,
        signUp: { kind: 'open' },
        authSecret: undefined,
        origins: new Set(),
        quotaBytes: 64 * 1024 * 1024,
        pushKeys: undefined,
        pushContact: undefined,
        pushHosts: [],
        jobsSecret: undefined,
        coach: undefined,
        metrics: undefined,
      },
    })
  })

  it('takes PORT, HOST and DATA_DIR', () => {
    const config = readConfig({ PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/var/lib/ownit' }, '/home/ownit')
    expect(config).toMatchObject({ ok: true, value: { port: 0, host: '0.0.0.0', dataDir: '/var/lib/ownit' } })
  })

  it('offers metrics where METRICS_PORT is set, to this machine only unless METRICS_HOST says otherwise', () => {
    expect(readConfig({ METRICS_PORT: '9464' }, '/')).toMatchObject({
      value: { metrics: { port: 9464, host: '127.0.0.1' } },
    })
    expect(readConfig({ METRICS_PORT: '9464', METRICS_HOST: '::' }, '/')).toMatchObject({
      value: { metrics: { port: 9464, host: '::' } },
    })
    expect(readConfig({ METRICS_HOST: '::' }, '/')).toMatchObject({ value: { metrics: undefined } })
  })

  it('takes what accounts and synchronisation need', () => {
    const env = {
      DATABASE_URL: 'postgres://ownit:secret@db/ownit',
      MIGRATION_DATABASE_URL: 'postgresql://owner:secret@db/ownit',
      SIGNUP: 'code:tea-and-biscuits',
      AUTH_SECRET: 's'.repeat(32),
      ORIGIN: 'https://ownit.example/, https://www.ownit.example:8443',
      QUOTA_MIB: '2',
    }
    expect(readConfig(env, '/')).toMatchObject({
      ok: true,
      value: {
        databaseUrl: env.DATABASE_URL,
        migrationUrl: env.MIGRATION_DATABASE_URL,
        signUp: { kind: 'code', code: 'tea-and-biscuits' },
        authSecret: env.AUTH_SECRET,
        origins: new Set(['https://ownit.example', 'https://www.ownit.example:8443']),
        quotaBytes: 2 * 1024 * 1024,
      },
    })
    expect(readConfig({ SIGNUP: 'closed' }, '/')).toMatchObject({ ok: true, value: { signUp: { kind: 'closed' } } })
  })

  it('takes what waking devices needs, and is reached where the app is unless PUSH_CONTACT says otherwise', () => {
    const env = { PUSH_HOSTS: 'push.example.org, .example.net', JOBS_SECRET: 's'.repeat(32), PUSH_KEYS: 'd.p' }
    expect(readConfig({ ...env, ORIGIN: 'http://a.example,https://b.example' }, '/')).toMatchObject({
      value: {
        pushKeys: 'd.p',
        pushHosts: ['push.example.org', '.example.net'],
        jobsSecret: env.JOBS_SECRET,
        pushContact: 'https://b.example',
      },
    })
    const contact = { ORIGIN: 'https://b.example', PUSH_CONTACT: 'mailto:me@example.org' }
    expect(readConfig(contact, '/')).toMatchObject({ value: { pushContact: contact.PUSH_CONTACT } })
  })

  it("takes an agent at Letta, in the cloud with a key or on a server of one's own without", () => {
    const limits = { turns: 50, tokens: 200_000, serverTokens: 2_000_000 }
    expect(
      readConfig({ COACH: 'letta', LETTA_MODEL: 'a/b', LETTA_API_KEY: 'key', COACH_WEB_SEARCH: 'on' }, '/'),
    ).toMatchObject({
      value: {
        coach: {
          service: { kind: 'letta', baseUrl: 'https://api.letta.com', apiKey: 'key', model: 'a/b', webSearch: true },
          name: 'a/b',
          where: 'api.letta.com',
          limits,
        },
      },
    })
    const own = { COACH: 'letta', LETTA_MODEL: 'a/b', LETTA_BASE_URL: 'http://letta:8283', COACH_NAME: 'Our coach' }
    expect(readConfig(own, '/')).toMatchObject({
      value: { coach: { service: { apiKey: null, webSearch: false }, name: 'Our coach', where: 'letta:8283' } },
    })
  })

  it('takes any service that speaks like OpenAI, and budgets', () => {
    const env = { COACH: 'openai', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'llama3.2' }
    const budgets = { COACH_TURNS_A_DAY: '5', COACH_TOKENS_A_DAY: '6', COACH_SERVER_TOKENS_A_DAY: '0' }
    expect(readConfig({ ...env, ...budgets }, '/')).toMatchObject({
      value: {
        coach: {
          service: { kind: 'openai', baseUrl: env.OPENAI_BASE_URL, apiKey: null, model: 'llama3.2' },
          where: '127.0.0.1:11434',
          limits: { turns: 5, tokens: 6, serverTokens: 0 },
        },
      },
    })
  })

  it.each([
    [{ COACH: 'letta' }, ['LETTA_MODEL', 'LETTA_API_KEY']],
    [{ COACH: 'letta', LETTA_BASE_URL: 'https://api.letta.com/', LETTA_MODEL: 'a/b' }, ['LETTA_API_KEY']],
    [{ COACH: 'openai' }, ['OPENAI_BASE_URL', 'OPENAI_MODEL']],
    [{ COACH: 'openai', OPENAI_BASE_URL: 'http://a', OPENAI_MODEL: 'm', COACH_WEB_SEARCH: 'on' }, ['COACH_WEB_SEARCH']],
  ])('says of an agent what is missing, or does not go together: %j', (env, names) => {
    const config = readConfig(env, '/')
    expect(config.ok ? [] : config.failure.map((line) => line.split(' ')[0])).toEqual(names)
  })

  it('has no agent where settings of one stand without COACH', () => {
    const env = { LETTA_MODEL: 'a/b', LETTA_API_KEY: 'k', OPENAI_BASE_URL: 'http://a', OPENAI_MODEL: 'm' }
    for (const COACH of [undefined, ''])
      expect(readConfig({ ...env, ...(COACH === undefined ? {} : { COACH }) }, '/')).toMatchObject({
        value: { coach: undefined },
      })
  })

  it('takes a Redis by its address and its token, and not by one of them', () => {
    const env = { UPSTASH_REDIS_REST_URL: 'https://eu1.example.org', UPSTASH_REDIS_REST_TOKEN: 'a token' }
    expect(readConfig(env, '/')).toMatchObject({
      value: { redis: { url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN } },
    })
    for (const [name, other] of [
      ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
      ['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_REDIS_REST_URL'],
    ] as const)
      expect(readConfig({ [name]: env[name] }, '/')).toEqual({
        ok: false,
        failure: [`${other} must be set as well: Redis has an address and a token`],
      })
  })

  it.each([
    ['COACH', 'gpt'],
    ['LETTA_BASE_URL', 'letta:8283'],
    ['OPENAI_BASE_URL', 'https://user:pass@example.org/v1'],
    ['OPENAI_API_KEY', 'two\nlines'],
    ['COACH_TURNS_A_DAY', '-1'],
    ['COACH_WEB_SEARCH', 'yes'],
    ['PUSH_CONTACT', 'me@example.org'],
    ['PUSH_HOSTS', 'localhost'],
    ['PUSH_HOSTS', '10.0.0.1'],
    ['JOBS_SECRET', 'too short'],
    ['DATABASE_URL', 'mysql://db/ownit'],
    ['MIGRATION_DATABASE_URL', 'db.ownit'],
    ['SIGNUP', 'code:abc'],
    ['SIGNUP', 'perhaps'],
    ['AUTH_SECRET', 'too short'],
    ['ORIGIN', 'my.server'],
    ['ORIGIN', 'https://ownit.example/app'],
    ['QUOTA_MIB', '-3'],
    ['QUOTA_MIB', '1.5'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', ''],
    ['HOST', 'http://localhost'],
    ['METRICS_PORT', '70000'],
    ['METRICS_HOST', 'a b'],
    ['DATA_DIR', '  '],
  ])('names %s when it is %j, without repeating the value', (name, value) => {
    const config = readConfig({ [name]: value }, '/home/ownit')
    expect(config.ok).toBe(false)
    if (config.ok) return
    expect(config.failure).toHaveLength(1)
    expect(config.failure[0]).toMatch(new RegExp(`^${name} must be `))
    if (value.trim() !== '') expect(config.failure[0]).not.toContain(value)
  })

  it('names every variable that is wrong at once', () => {
    const config = readConfig({ PORT: 'x', HOST: 'a b' }, '/')
    expect(config).toMatchObject({
      ok: false,
      failure: [expect.stringMatching(/^PORT/), expect.stringMatching(/^HOST/)],
    })
  })

  it('has all of its variables in .env.example, and what stands there as the default is what holds when nothing is set', async () => {
    const example = await readFile(join(import.meta.dirname, '../.env.example'), 'utf8')
    const named = new Map(
      [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    )
    expect([...named.keys()]).toEqual(expect.arrayContaining([...SETTINGS]))
    const defaults = ['PORT', 'HOST', 'DATA_DIR', 'WEB_DIR', 'SIGNUP', 'QUOTA_MIB', 'COACH', 'LETTA_BASE_URL']
    for (const each of ['TURNS', 'TOKENS', 'SERVER_TOKENS']) defaults.push(`COACH_${each}_A_DAY`)
    const env = Object.fromEntries(defaults.map((name) => [name, named.get(name)]))
    expect(readConfig(env, '/home/ownit')).toEqual(readConfig({}, '/home/ownit'))
  })
})
