import * as z from 'zod/mini'

// The page's policy allows no eval, which zod tries for speed when the first object is checked: trying alone is reported.
// Whatever parses with zod in a page or a worker imports this first.
z.config({ jitless: true })
