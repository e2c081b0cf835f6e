import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import { defineConfig, type Plugin } from 'vite';

const compress = promisify(brotliCompress);
const worthwhile = /\.(js|css|svg|html)$/;

/** Lays a Brotli-compressed copy beside every text: the service compresses nothing itself. */
function brotli(): Plugin {
  let folder = '';
  return {
    name: 'brotli',
    apply: 'build',
    configResolved: (config) => { folder = config.build.outDir; },
    async closeBundle() {
      const found = await readdir(folder, { recursive: true });
      await Promise.all(found.filter((name) => worthwhile.test(name)).map(async (name) => {
        const file = join(folder, name);
        await writeFile(`${file}.br`, await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }));
    },
  };
}

export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/studio/' : '/',
  build: {
    // Where the project file takes it from.
    outDir: '../obj/studio',
    emptyOutDir: true,
    target: 'es2022',
    // Files of their own for everything: the page's policy lets in no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    assetsDir: '.',
    reportCompressedSize: false,
  },
  plugins: [brotli()],
  // For who builds the studio: `npm run dev` beside a running service.
  server: { proxy: { '/api': 'http://127.0.0.1:7071', '/openapi': 'http://127.0.0.1:7071' } },
}));
