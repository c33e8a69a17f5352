// First, so that every component's own style comes after them and wins.
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { ConnectionNotice } from './app/ConnectionNotice.tsx'
import { ErrorBoundary } from './app/ErrorBoundary.tsx'
import { watchInstallPrompt } from './app/install-prompt.ts'
import { prefetchPage } from './app/pages.ts'
import { reloadOnStaleChunk } from './app/stale-chunk.ts'
import { trustOwnScripts } from './app/trusted-types.ts'
import { openDatabase } from './store/database.ts'
import { StoreProvider } from './store/react.tsx'

trustOwnScripts()
reloadOnStaleChunk()
watchInstallPrompt()
prefetchPage(location.pathname)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ConnectionNotice />
    <ErrorBoundary>
      <StoreProvider db={openDatabase()}>
        <App />
      </StoreProvider>
    </ErrorBoundary>
  </StrictMode>,
)
