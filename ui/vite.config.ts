import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const page = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: {
    // WebKitGTK of Debian 12 and later.
    target: 'safari16.4',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        citizen: page('citizen'),
        staff: page('staff'),
        board: page('board'),
        tablet: page('tablet'),
      },
    },
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'] },
});
