// The one way from these pages to the Worker. Types come from the contract and nothing of it is loaded: its shapes and
// their library would weigh more than a page.
import type { Body, Endpoint, Output } from '../../schema/api/endpoint.ts';
import type { ProblemCode } from '../../schema/api/problem.ts';
import { ApiProblem } from '../ui/problem.ts';
import { language } from '../ui/words/language.ts';
import { t } from '../ui/words/ui.ts';

interface Asked<E> {
  method?: 'GET' | 'POST' | 'PUT';
  body?: Body<E>;
  /** nothing that tells who asks goes along: for ballots */
  alone?: true;
}

/** @throws ApiProblem for every refusal, and with code `offline` when nothing answered */
export async function ask<E extends Endpoint>(path: string, asked: Asked<E> = {}): Promise<Output<E>> {
  const { method = 'GET', body, alone } = asked;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language() };
  if (method !== 'GET') headers['content-type'] = 'application/json';
  const response = await fetch(path, {
    method,
    headers,
    credentials: alone ? 'omit' : 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem('offline', 0, t('offline'), {});
  });
  const told: unknown = await response.json().catch(() => null);
  if (response.ok) return told as Output<E>;
  const details: { code?: ProblemCode; title?: string } = typeof told === 'object' && told ? told : {};
  throw new ApiProblem(details.code ?? 'internal', response.status, details.title ?? t('unreadable'), {
    ...details,
  });
}
