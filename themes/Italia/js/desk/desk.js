// The back office with script: text is kept while it is typed, Markdown has a toolbar, rows come and go in place.
// Every form works without it.
import { improveRows } from './rows.js'
import { keepTyped } from './keeping.js'
import { improveMarkdown } from './markdown.js'
import { countLetters } from './letters.js'
import { filterBoxes } from './boxes.js'
import { offerMore } from './references.js'
import { chooseMedia } from './media.js'
import { followSchedule } from './schedule.js'

const form = document.querySelector('form[data-editor]')
if (form) {
  const texts = JSON.parse(form.dataset.texts)
  improveRows(form, (row) => improve(row, texts))
  improve(form, texts)
  followSchedule(form)
  keepTyped(form, texts)
}
document.getElementById('errori')?.focus()

function improve(root, texts) {
  root.querySelectorAll('textarea[data-markdown]').forEach((area) => improveMarkdown(area, form, texts))
  root.querySelectorAll('[data-count]').forEach((input) => countLetters(input, texts))
  root.querySelectorAll('[data-filter-boxes]').forEach((list) => filterBoxes(list, texts))
  root.querySelectorAll('input[data-more]').forEach((input) => offerMore(input, form))
  root.querySelectorAll('[data-media]').forEach((pair) => chooseMedia(pair, form, texts))
}
