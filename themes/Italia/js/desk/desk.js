// The back office with script: text is kept while it is typed, Markdown has a toolbar, rows come and go in place.
// Every form works without it.
import { improveRows } from './rows.js'
import { keepTyped } from './keeping.js'
import { improveMarkdown } from './markdown.js'
import { countLetters } from './letters.js'
import { filterBoxes } from './boxes.js'
import { offerMore } from './references.js'
import { chooseMedia } from './media.js'
import { offerPreview } from './preview.js'
import { followSchedule } from './schedule.js'
import { chooseAll } from './choosing.js'
import './library.js'
import { arrange } from './arrange.js'
import { pickColour } from './colour.js'
import { offerPasskeys } from './passkeys.js'

for (const form of document.querySelectorAll('form[data-editor], form[data-form]')) {
  const texts = JSON.parse(form.dataset.texts)
  const improve = (root) => improveFields(root, form, texts)
  improveRows(form, improve)
  improve(form)
  if (form.dataset.keep) {
    let draw = () => {}
    const keep = keepTyped(form, texts, () => draw())
    draw = offerPreview(form, texts, keep)
    followSchedule(form)
  }
}
if (innerWidth < 992) document.querySelectorAll('[data-closed-when-narrow]').forEach((menu) => (menu.open = false))
document.querySelectorAll('[data-choose-all]').forEach(chooseAll)
document.querySelectorAll('form[data-arrange]').forEach(arrange)
document.querySelectorAll('form[data-colour]').forEach(pickColour)
offerPasskeys()
document.getElementById('errori')?.focus()

function improveFields(root, form, texts) {
  root.querySelectorAll('[data-count]').forEach((input) => countLetters(input, texts))
  root.querySelectorAll('[data-filter-boxes]').forEach((list) => filterBoxes(list, texts))
  if (!form.dataset.keep) return
  root.querySelectorAll('textarea[data-markdown]').forEach((area) => improveMarkdown(area, form, texts))
  root.querySelectorAll('input[data-more]').forEach((input) => offerMore(input, form))
  root.querySelectorAll('[data-media]').forEach((pair) => chooseMedia(pair, form, texts))
}
