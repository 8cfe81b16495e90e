import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

// What the pages say comes from the one catalogue (GaitSense.Training), there is no second one: the walker's page has all that walkers read, the desk its own texts of those for clinicians.
type Catalogue = Record<'walker' | 'clinician', Record<string, string>>;

function catalogue(): Plugin {
  const name = /^virtual:texts-(desk-)?(en|de)$/;
  return {
    name: 'catalogue',
    resolveId: id => (name.test(id) ? `\0${id}` : null),
    load(id) {
      const [, desk, language] = name.exec(id.replace('\0', '')) ?? [];
      if (!id.startsWith('\0virtual:texts-') || language === undefined) return null;
      const file = fileURLToPath(new URL(`../GaitSense.Training/Texts/Data/${language}.json`, import.meta.url));
      this.addWatchFile(file);
      const { walker, clinician } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
      const taken = desk ? Object.fromEntries(Object.entries(clinician).filter(([key]) => /^(desk|note)\./.test(key))) : walker;
      return `export default ${JSON.stringify(taken)}`;
    },
  };
}

// Two pages, built one after the other: each has files of its own, so that neither grows with the other, and the list that a phone keeps has none of the desk's (`--mode desk`).
export default defineConfig(({ mode }) => {
  const isDesk = mode === 'desk', prefix = isDesk ? 'assets/desk-' : 'assets/';
  return {
    base: './',
    plugins: [catalogue()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the pages' policies allow no data in scripts or styles
      chunkSizeWarningLimit: 150,
      emptyOutDir: !isDesk,
      copyPublicDir: !isDesk,
      rollupOptions: {
        ...(isDesk ? { input: 'desk.html' } : {}),
        output: { entryFileNames: `${prefix}[name]-[hash].js`, chunkFileNames: `${prefix}[name]-[hash].js`, assetFileNames: `${prefix}[name]-[hash][extname]` },
      },
    },
    test: { include: ['test/**/*.test.ts'] },
  } as ReturnType<Parameters<typeof defineConfig>[0] & (() => object)>;
});
