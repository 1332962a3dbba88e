import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type Bundle = { readonly html: string; readonly js: string; readonly css: string };

const ENTRY = fileURLToPath(new URL('./page/main.tsx', import.meta.url));
const SHELL = new URL('./page/index.html', import.meta.url);

/** The page's script and style, built in memory at the first request; undefined when the page is not there. */
export function pageBundle(): () => Promise<Bundle | undefined> {
  let built: Promise<Bundle | undefined> | undefined;
  return () => {
    built ??= build().catch((error: unknown) => {
      built = undefined; // whoever is at work on the page reloads until it builds
      throw error;
    });
    return built;
  };
}

async function build(): Promise<Bundle | undefined> {
  const html = await readFile(SHELL, 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  // Loaded late: an app that only talks to the sandbox should not wait for the bundler.
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.png': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'silent',
  });
  const find = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { html, js: find('.js'), css: find('.css') };
}
