import { recipesIn } from './shell-scripts.ts'

const justfile = `# List the recipes
default:
    @just --list

# Show one
show $name *$more:
    #!/usr/bin/env bash
    echo "$name"

    echo end
`

it('finds the recipes that are scripts, as their shell reads them', () => {
  expect(recipesIn(justfile)).toEqual([{ name: 'show', text: '#!/usr/bin/env bash\necho "$name"\n\necho end\n' }])
})
