import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { backgroundEnginePlugin } from './scripts/build/background-engine.ts'
import { firstLoad } from './scripts/build/first-load.ts'
import { precompressPlugin } from './scripts/build/precompress.ts'
import { noteSourcesPlugin } from './scripts/build/source-hash.ts'
import { workerAssetsPlugin } from './scripts/build/worker-assets.ts'

// Marks every file name of a build, so that a test can have two builds of one source that share no file.
const mark = process.env['OWNIT_BUILD_MARK'] ?? ''
const named = (ending: string) => `assets/[name]-[hash]${mark}${ending}`

const first = firstLoad(/web\/main\.tsx$/, /lucide-react.*\/icons\//)

/** Small parts of the design system that nearly every lazy screen has some of. */
const CONTROLS =
  /web\/ui\/(?:ConfirmDialog|EmptyState|Field|Fold|Menu|NumberField|Progress|Segmented|SelectField|Sheet|Switch|Tabs|TextArea|TextField|calendar-ticks|date-text|number-text|period-text|save-file|sheet-history|split-basis|top-layer|use-back-closes)\.(?:tsx?|module\.css)$/

const resolve = {
  alias: [
    // Its own choice is the build for browsers of 2015: 1.7 KiB more, gzipped, in the first load.
    { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
    // React has had it itself since 18; the router brings the stand-in for older ones.
    { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
  ],
}

export default defineConfig({
  root: 'web',
  resolve,
  plugins: [
    react(),
    first.plugin,
    backgroundEnginePlugin('service-worker/background-engine.ts', { entryFileNames: named('.js'), resolve }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      // web/public/manifest.webmanifest: a file, so development serves it too.
      manifest: false,
      injectManifest: {
        // Registered as a classic script: not every browser of the target takes a module.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/icon-192.png'],
      },
    }),
    precompressPlugin(),
    workerAssetsPlugin(),
    noteSourcesPlugin(),
  ],
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: named('.js'), chunkFileNames: named('.js') } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Every browser of that target has it, and the polyfill is code in the first load.
    modulePreload: {
      polyfill: false,
      // Only for a screen, because somebody waits for it. For what comes by itself, a link for each of its files would be
      // a long task beside the first picture, and their names are bytes in the first load.
      resolveDependencies: (file, files) => (/Page-[^/]*$/.test(file) ? files : []),
    },
    // A data: URL would be one more thing the page's policy has to allow.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: named('.js'),
        chunkFileNames: named('.js'),
        assetFileNames: named('[extname]'),
        codeSplitting: {
          groups: [
            { name: 'first', test: first.includes, priority: 2 },
            // The first load names every file that a lazy screen needs: a file each for a dozen icons and small controls
            // costs it more than they weigh.
            { name: 'icons', test: /lucide-react.*\/icons\//, priority: 1 },
            { name: 'controls', test: CONTROLS, priority: 1 },
          ],
        },
      },
    },
  },
})
