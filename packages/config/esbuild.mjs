import { build } from 'esbuild';

await build({
  entryPoints: ['src/index.ts', 'src/names.ts'],
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'neutral',
  format: 'esm',
  target: 'es2022',
  sourcemap: true,
});
