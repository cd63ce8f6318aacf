// Bundles the proxy into the one file that process.argv[2] names:
// the same byte for byte from whatever folder it is built.
const path = require('node:path');
const { BannerPlugin, DefinePlugin, rspack } = require('@rspack/core');

const target = path.resolve(process.argv[2]);
const compiler = rspack({
  target: 'node20',
  mode: 'production',
  context: __dirname,
  entry: './node_modules/configurable-http-proxy/bin/configurable-http-proxy',
  output: {
    path: path.dirname(target),
    filename: path.basename(target),
    library: { type: 'commonjs2' }
  },
  optimization: { minimize: false, moduleIds: 'named', chunkIds: 'named' },
  // Its program's name has no ending that would say what it is.
  module: { rules: [{ test: /bin[\\/]configurable-http-proxy$/, type: 'javascript/auto' }] },
  plugins: [
    // Where the bundle is, not where it was built: the proxy has files of its own beside it.
    new DefinePlugin({ 'import.meta.url': 'URL_OF_THE_BUNDLE' }),
    new BannerPlugin({
      banner: 'const URL_OF_THE_BUNDLE = require("node:url").pathToFileURL(__filename).href;',
      raw: true
    })
  ],
  node: { __dirname: false, __filename: false }
});
compiler.run((error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString());
    process.exit(1);
  }
});
