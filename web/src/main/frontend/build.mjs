// Bundles the portal's scripts and styles into the folder that the war serves under /app.
import { build } from 'esbuild';

const outdir = process.argv[2] ?? '../../../target/frontend/app';
const common = {
  bundle: true,
  minify: true,
  outdir,
  target: ['es2021'],
  legalComments: 'eof',
  logLevel: 'warning',
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'dataurl' },
  assetNames: 'fonts/[name]',
};

await build({
  ...common,
  format: 'iife',
  entryPoints: {
    theme: 'src/theme.js',
    app: 'src/app.js',
    diagram: 'src/diagram.js',
    'dot-worker': 'src/dot-worker.js',
    'dash-dot': 'css/dash-dot.css',
  },
});
