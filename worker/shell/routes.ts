// The empty pages that the programs of staff, of leaders, of the printer and of elections start in. They hold no data.
import { assets } from '#assets';
import { markDevice } from '../fill/device.ts';
import { htmlResponse } from '../http/html.ts';
import type { App } from '../http/route.ts';

const officeOnly = '这个页面要打开 JavaScript 才能用。居民填写的页面不需要。';
const electorsToo = '这个页面要打开 JavaScript 才能用。也可以打电话或到社区问，投纸票。';

const shell = (title: string, files: { js: string; css: string }, without: string) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${files.css}">
<script type="module" src="${files.js}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p>${without}</p></noscript>
</body>
</html>
`;

export function shellRoutes(app: App): void {
  const at = (paths: readonly string[], title: string, files: { js: string; css: string }) => {
    for (const path of paths) app.get(path, (c) => htmlResponse(c, shell(title, files, officeOnly)));
  };
  at(['/staff', '/staff/*'], '邻里 · 工作台', assets.staff);
  at(['/board', '/board/*', '/s', '/p', '/i/*'], '邻里 · 看板', assets.board);
  at(['/print/*'], '邻里 · 打印', assets.print);
  const election = shell('邻里 · 推选', assets.vote, electorsToo);
  // Who nominates is told apart by device; where ballots are handed out and cast, nothing marks one.
  app.get('/e/*', (c) => {
    markDevice(c);
    return htmlResponse(c, election);
  });
  for (const path of ['/v', '/t', '/o', '/m']) app.get(path, (c) => htmlResponse(c, election));
}
