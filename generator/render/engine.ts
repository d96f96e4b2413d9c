import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { templatesDirectory } from './templates-directory.ts'

const compiled = new Map<string, Handlebars.TemplateDelegate>()

/** A template of `templates/`, filled in. Values are put in as they are: the view quotes them for their reader. */
export function fill(template: string, view: object): string {
  let render = compiled.get(template)
  if (!render) {
    render = Handlebars.compile(textOf(template), { noEscape: true, strict: true })
    compiled.set(template, render)
  }
  return render(view)
}

/** A text of the operator's own, filled in; what it names and the view lacks is an error. */
export function fillOwn(text: string, view: object): string {
  return Handlebars.compile(text, { noEscape: true, strict: true })(view)
}

/** The same for a page of HTML, in which values are text. */
export function fillHtml(template: string, view: object): string {
  return Handlebars.compile(textOf(template), { strict: true })(view)
}

function textOf(template: string): string {
  return readFileSync(new URL(`${template}.hbs`, templatesDirectory), 'utf8')
}
