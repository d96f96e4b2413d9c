import Handlebars from 'handlebars'
import { readTemplate } from './read-template.ts'

const compiled = new Map<string, Handlebars.TemplateDelegate>()

/** A template of `templates/`, filled in. Values are put in as they are: the view quotes them for their reader. */
export function fill(template: string, view: object): string {
  let render = compiled.get(template)
  if (!render) {
    render = Handlebars.compile(readTemplate(`${template}.hbs`), { noEscape: true, strict: true })
    compiled.set(template, render)
  }
  return render(view)
}
