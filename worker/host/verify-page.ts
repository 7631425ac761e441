// Bundles the verify page into one file that needs nothing else: script and style stand in it, and its own policy, by their
// hashes, lets it run them and open no connection.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { supported, tsconfigRaw } from './bundle.ts';
import { assetsDir, root } from './paths.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export async function buildVerifyPage(): Promise<void> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['web/verify/main.tsx'],
    outdir: 'verify',
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome87', 'safari14'],
    supported,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw,
    logLevel: 'warning',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  // A script that says </script> would end early.
  const script = textOf('.js').replaceAll('</script', '<\\/script').trim();
  const style = textOf('.css').trim();
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  await writeFile(
    `${assetsDir}/verify.html`,
    `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>自己验票</title>
<style>${style}</style>
<body></body>
<script>${script}</script>
</html>
`,
  );
}
