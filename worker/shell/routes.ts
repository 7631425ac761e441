// The empty pages that the staff's, the leader's and the print programs start in. They hold no data.
import { assets } from '#assets';
import { htmlResponse } from '../http/html.ts';
import type { App } from '../http/route.ts';

const shell = (title: string, files: { js: string; css: string }) => `<!doctype html>
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
<noscript><p>这个页面要打开 JavaScript 才能用。居民填写的页面不需要。</p></noscript>
</body>
</html>
`;

export function shellRoutes(app: App): void {
  const at = (paths: readonly string[], title: string, files: { js: string; css: string }) => {
    for (const path of paths) app.get(path, (c) => htmlResponse(c, shell(title, files)));
  };
  at(['/staff', '/staff/*'], '邻里 · 工作台', assets.staff);
  at(['/board', '/board/*', '/s', '/p'], '邻里 · 看板', assets.board);
  at(['/print/*'], '邻里 · 打印', assets.print);
}
