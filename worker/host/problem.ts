// The few answers that the front gives itself: problem+json for programs, one plain sentence for people.
import type { IncomingMessage, ServerResponse } from 'node:http';

const problems = {
  400: {
    code: 'bad_request',
    title: '请求无法识别',
    detail: '请求无法识别。The request could not be read.',
  },
  404: {
    code: 'not_found',
    title: '没有这个地址',
    detail: '没有这个地址。There is nothing at this address.',
  },
  413: {
    code: 'too_large',
    title: '内容太大',
    detail: '一次最多提交 2 MB。At most 2 MB can be sent at once.',
  },
  503: {
    code: 'worker_away',
    title: '服务正在恢复',
    detail:
      '服务正在恢复，请过几秒再试，已填写的内容不会丢失。The service is coming back; please try again in a few seconds.',
  },
} as const;

export function problem(
  request: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof problems,
): void {
  if (response.headersSent || response.destroyed) return;
  const { code, title, detail } = problems[status];
  const headers: Record<string, string> = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  const forPeople = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '');
  if (status === 503) headers['retry-after'] = '3';
  if (status === 503 && forPeople) headers.refresh = '3';
  if (forPeople) {
    response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1><p>${detail}</p>`);
    return;
  }
  response.writeHead(status, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify({ type: 'about:blank', status, code, title, detail }));
}
