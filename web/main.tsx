import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App } from './app/App.tsx'
import { watchInstallPrompt } from './app/install-prompt.ts'
import { reloadOnStaleChunk } from './app/stale-chunk.ts'
import { openDatabase } from './store/database.ts'
import { StoreProvider } from './store/react.tsx'
import './ui/tokens.css'
import './ui/base.css'

// The policy allows no eval, which zod would otherwise try.
z.config({ jitless: true })
reloadOnStaleChunk()
watchInstallPrompt()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <StoreProvider db={openDatabase()}>
      <App />
    </StoreProvider>
  </StrictMode>,
)
