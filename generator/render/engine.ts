import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { templatesDirectory } from './templates-directory.ts'

const compiled = new Map<string, Handlebars.TemplateDelegate>()

/** Fills in a template of `templates/`. Values are inserted unchanged: the view quotes them for their reader. */
export function fill(template: string, view: object): string {
  let render = compiled.get(template)
  if (!render) {
    render = Handlebars.compile(textOf(template), { noEscape: true, strict: true })
    compiled.set(template, render)
  }
  return render(view)
}

/** The same for HTML, with values escaped. */
export function fillHtml(template: string, view: object): string {
  return Handlebars.compile(textOf(template), { strict: true })(view)
}

function textOf(template: string): string {
  return readFileSync(new URL(`${template}.hbs`, templatesDirectory), 'utf8')
}
