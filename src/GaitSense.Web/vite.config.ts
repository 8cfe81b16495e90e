import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

// What the page says before the walk's part is loaded. It comes from the one catalogue (GaitSense.Training), there is no second one.
const before = ['page.', 'answer.', 'ask.', 'face.', 'after.', 'advice.', 'weeks.', 'question.heavier', 'gate.heavier'];

function catalogue(): Plugin {
  const name = /^virtual:texts-(en|de)$/;
  return {
    name: 'catalogue',
    resolveId: id => (name.test(id) ? `\0${id}` : null),
    load(id) {
      const language = name.exec(id.replace('\0', ''))?.[1];
      if (!id.startsWith('\0virtual:texts-') || language === undefined) return null;
      const file = fileURLToPath(new URL(`../GaitSense.Training/Texts/Data/${language}.json`, import.meta.url));
      this.addWatchFile(file);
      const { walker } = JSON.parse(readFileSync(file, 'utf8')) as { walker: Record<string, string> };
      return `export default ${JSON.stringify(Object.fromEntries(Object.entries(walker).filter(([key]) => before.some(b => key.startsWith(b)))))}`;
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [catalogue()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the page's policy allows no data in scripts or styles
    chunkSizeWarningLimit: 150,
  },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
