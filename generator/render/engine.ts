import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { templatesDirectory } from './templates-directory.ts'

const compiled = new Map<string, Handlebars.TemplateDelegate>()

/** A template of `templates/`, filled in. Values are put in as they are: the view quotes them for their reader. */
export function fill(template: string, view: object): string {
  let render = compiled.get(template)
  if (!render) {
    const text = readFileSync(new URL(`${template}.hbs`, templatesDirectory), 'utf8')
    render = Handlebars.compile(text, { noEscape: true, strict: true })
    compiled.set(template, render)
  }
  return render(view)
}
