// Everything here improves pages that already work without it.
import 'bootstrap-italia/dist/plugins/init.js'
import { closeOnEscape } from './disclosure.js'
import { countClicks } from './clicks.js'
import { completeWords } from './completion.js'
import { enableCopyLink } from './copy-link.js'
import { enablePrint } from './print.js'
import { followFilters } from './filters.js'
import { followRating } from './rating.js'
import { followReading } from './page-index.js'
import { makeMenuButton } from './menu.js'
import { prove } from './proposing/proof.js'
import { resume } from './proposing/resume.js'
import { hintSimilar } from './proposing/similar.js'
import { dismissTerms } from './terms.js'

const each = (selector, improve) => document.querySelectorAll(selector).forEach(improve)

each('[data-bs-toggle="navbarcollapsible"]', makeMenuButton)
each('details[data-disclosure]', closeOnEscape)
each('input[data-complete]', completeWords)
each('[data-copy-link]', enableCopyLink)
countClicks()
each('[data-print]', enablePrint)
each('form[data-live-filters]', followFilters)
each('form[data-rating]', followRating)
each('[data-page-index]', followReading)
each('form[data-fragment]', resume)
each('form[data-proof]', prove)
each('form[data-similar]', hintSimilar)
dismissTerms()
