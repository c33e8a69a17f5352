import { resolve } from 'node:path'
import { build, type Plugin, type UserConfig } from 'vite'

/**
 * Builds what the service worker runs in the background as one classic script of its own: with the database in it, it is many
 * times the service worker, which fetches it as it is installed and evaluates it only when the browser asks for a run.
 * Before the service worker is built, which lists it.
 */
export function backgroundEnginePlugin(
  entry: string,
  { entryFileNames, resolve: resolving }: { readonly entryFileNames: string; readonly resolve: UserConfig['resolve'] },
): Plugin {
  let root = ''
  let outDir = ''
  return {
    name: 'ownit:background-engine',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: 'error',
          ...(resolving === undefined ? {} : { resolve: resolving }),
          build: {
            outDir,
            emptyOutDir: false,
            target: 'es2022',
            reportCompressedSize: false,
            rolldownOptions: { input: resolve(root, entry), output: { format: 'iife', entryFileNames } },
          },
        })
      },
    },
  }
}
