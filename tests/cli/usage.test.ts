import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandLine } from './commandLine.ts'

const commands = ['read', 'import', 'undo', 'outcomes', 'publish', 'sample', 'migrate', 'serve']

describe('kith', () => {
  let kith: CommandLine
  let survey: string
  beforeAll(async () => {
    kith = await CommandLine.open()
    survey = await kith.file('survey.csv', 'code,UCLA_1,UCLA_2,UCLA_3\na,1,2,3\n')
  })
  afterAll(async () => {
    await kith?.close()
  })

  it('tells what it can do, and ends well where that was asked', async () => {
    const { status, stdout, stderr } = await kith.run('--help')
    expect(status).toBe(0)
    expect(stdout).toBe('')
    for (const name of commands) expect(stderr).toContain(`kith ${name}`)
    expect((await kith.run()).status).toBe(2)
  })

  it.each(commands)('explains %s without doing it', async (name) => {
    const { status, stdout, stderr } = await kith.run(name, '--help')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toContain(`Usage: kith ${name}`)
  })

  it.each([
    ['a command that there is not', ['tabulate'], 'tabulate'],
    ['the name of something that every object has', ['constructor'], 'constructor'],
    ['an option that there is not', ['import', 'survey.csv', '--colour', 'red'], '--colour'],
    ['an option without its value', ['outcomes', '--program'], '--program'],
    ['no file', ['import'], 'file'],
    ['no file to read', ['read'], 'file'],
    ['two files to read', ['read', 'one.csv', 'two.csv'], 'one file'],
    ['a wave that there is not', ['import', 'survey.csv', '--wave', 'later'], '--wave'],
    ['no program', ['outcomes'], '--program'],
    ['an audience that there is not', ['outcomes', '--program', 'P', '--audience', 'world'], '--audience'],
    ['an upload that is no id', ['undo', 'the-last-one'], 'id'],
    ['an option of migrate that there is not', ['migrate', '--down'], '--down'],
    ['an option of serve that there is not', ['serve', '--colour', 'red'], '--colour']
  ])('calls it wrong usage to give %s', async (_, args, named) => {
    const { status, stdout, stderr } = await kith.run(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(named)
  })

  it.each([
    ['a file that is not there', () => ['read', 'absent.csv'], 'absent.csv'],
    ['a file to import that is not there', () => ['import', 'absent.csv', '--program', 'P', '--create'], 'absent.csv'],
    ['a mapping that is not there', () => ['import', survey, '--mapping', 'absent.json'], 'absent.json'],
    ['an organisation that is not there', () => ['import', survey, '--organisation', 'Nobody'], 'Nobody'],
    ['to import into nothing where nothing may be made', () => ['import', survey, '--program', 'P'], '--create'],
    ['a program where there is no organisation', () => ['outcomes', '--program', 'Nothing'], 'organisation'],
    ['an upload that is not there', () => ['undo', '00000000-0000-4000-8000-000000000000'], '00000000-0000-4000-8000']
  ])('refuses %s, with the reason', async (_, args, named) => {
    const { status, stdout, stderr } = await kith.run(...args())
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('refuses a program that an organisation does not have, by its name', async () => {
    await kith.json('import', survey, '--wave', 'before', '--program', 'Calls', '--create')
    const { status, stderr } = await kith.run('outcomes', '--program', 'Choir')
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'There is no program "Choir".\n' })
  })

  it('refuses a program that does not exist where nothing may be made', async () => {
    const { status, document } = await kith.json('import', survey, '--wave', 'before', '--program', 'Choir')
    expect(status).toBe(1)
    expect(document).toMatchObject({ status: 'refused', problems: [{ code: 'unknown-program' }] })
  })

  it('publishes nothing to be shared yet, and says so', async () => {
    const { status, stderr } = await kith.run('outcomes', '--program', 'Calls', '--audience', 'shared')
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing has been published of "Calls" for shared.')
  })

  it('asks which organisation where there are several', async () => {
    await kith.json(
      ...['import', survey, '--wave', 'before', '--program', 'Calls', '--organisation', 'A second one', '--create']
    )
    const { status, stderr } = await kith.run('outcomes', '--program', 'Calls')
    expect(status).toBe(1)
    expect(stderr).toContain('A second one')
  })
})
