import { nestedReferences } from '../../generator/plan/nested-references.ts'

it('finds the secrets that are a part of a variable, and that Ansible does not keep itself', () => {
  const secret = (setting: string) => ({ reference: { env: 'SECRET', setting } })
  const found = nestedReferences({
    whole: secret('extra_vars.whole'),
    text: { value: 'x' },
    list: { list: [{ value: 1 }, secret('extra_vars.list.1')] },
    deep: { mapping: { a: { list: [{ mapping: { b: secret('extra_vars.deep.a.0.b') } }] } } },
    kept: { mapping: { a: { reference: { ansible_var: 'vault_a', setting: 'extra_vars.kept.a' } } } },
  })
  expect(found).toEqual(['extra_vars.list.1', 'extra_vars.deep.a.0.b'])
})
