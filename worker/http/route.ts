// From a contract to a route: read what comes in by its shapes, check the policy, call one act, send what it returns.
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { Body, Endpoint, Output, Params, Query } from '../../schema/api/endpoint.ts';
import type { ProblemCode } from '../../schema/api/problem.ts';
import { languageOf } from '../../schema/words/language.ts';
import { interfaceOf, isTongue } from '../../schema/words/tongues.ts';
import { readJson } from './body.ts';
import type { Call, Env, StaffCall } from './context.ts';
import { slowFlood } from './flood.ts';
import { authorize } from './policy.ts';
import { Refusal } from './refusal.ts';

export type App = Hono<{ Bindings: Env }>;
type AppContext = Context<{ Bindings: Env }>;

export interface Input<E> {
  params: Params<E>;
  query: Query<E>;
  body: Body<E>;
}

/** What an act may answer with: the contract's output, or a ready answer (a stream, a cookie). */
type Answer<E> = Promise<Output<E> | Response> | (Output<E> extends undefined ? Promise<void> : never);

export const callOf = (c: AppContext): Call => ({
  db: c.env.DB,
  origin: c.env.ORIGIN,
  now: Date.now(),
  language: languageOf(c.req.header('accept-language')),
});

/** A residents' page asks in its own language and in no other. */
function tongueOf(c: AppContext): Pick<Call, 'tongue' | 'language'> | undefined {
  const tongue = c.req.header('accept-language') ?? '';
  return isTongue(tongue) ? { tongue, language: interfaceOf(tongue) } : undefined;
}

/** A route for signed-in staff: session and branch are checked by the endpoint's policy before the act runs. */
export function route<E extends Endpoint>(
  app: App,
  endpoint: E,
  act: (call: StaffCall, input: Input<E>, c: AppContext) => Answer<E>,
): void {
  const { policy } = endpoint;
  if (policy.who === 'anyone' || policy.who === 'holder')
    throw new Error(`${endpoint.id} is a public endpoint`);
  app.on(endpoint.method, endpoint.path, async (c) => {
    const call = callOf(c);
    const params = readParams(endpoint, c);
    const actor = await authorize(c, call, policy, c.req.param(), endpoint.id);
    const input = await readInput(endpoint, c, params);
    return send(endpoint, c, await act({ ...call, actor }, input, c));
  });
}

/** Nobody who holds a letter or a ballot hears these. */
const guessed: ReadonlySet<ProblemCode> = new Set(['letter-unknown', 'ballot-wrong', 'rating-link']);

/** A route for residents and for holders of a secret: no session is read; a flood of sends is slowed. */
export function publicRoute<E extends Endpoint>(
  app: App,
  endpoint: E,
  act: (call: Call, input: Input<E>, c: AppContext) => Answer<E>,
): void {
  if (endpoint.policy.who === 'staff' || endpoint.policy.who === 'role')
    throw new Error(`${endpoint.id} is not a public endpoint`);
  app.on(endpoint.method, endpoint.path, async (c) => {
    const call = { ...callOf(c), ...tongueOf(c) };
    if (c.req.method !== 'GET' && !endpoint.ownPace) slowFlood(c, call.now);
    const input = await readInput(endpoint, c, readParams(endpoint, c));
    try {
      return send(endpoint, c, await act(call, input, c));
    } catch (thrown) {
      if (endpoint.ownPace && thrown instanceof Refusal && guessed.has(thrown.code)) slowFlood(c, call.now);
      throw thrown;
    }
  });
}

const plainId = /^[a-zA-Z0-9_-]{1,64}$/;

function readParams(endpoint: Endpoint, c: AppContext): unknown {
  const { params } = endpoint.io();
  const given: Record<string, string> = c.req.param();
  if (params) return parse(params, given, 'not-found');
  // Without a shape of their own, parameters are ids; anything else names nothing that exists.
  if (!Object.values(given).every((value) => plainId.test(value))) throw new Refusal('not-found');
  return given;
}

async function readInput<E extends Endpoint>(endpoint: E, c: AppContext, params: unknown): Promise<Input<E>> {
  const { query, body } = endpoint.io();
  const input = {
    params,
    query: query ? parse(query, c.req.query()) : undefined,
    body: body ? parse(body, await readJson(c.req.raw, endpoint.bodyLimit)) : undefined,
  };
  // The shapes have just been checked at run time; this is where unknown data becomes the contract's types.
  return input as Input<E>;
}

function parse(shape: z.ZodMiniType, value: unknown, code: 'bad-input' | 'not-found' = 'bad-input'): unknown {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
    where: issue.path.map(String).join('.'),
    code: issue.code ?? 'custom',
    message: issue.message,
  }));
  throw new Refusal(code, { where: issues[0]?.where || '—' }, { issues });
}

function send(endpoint: Endpoint, c: AppContext, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  if (answer === undefined) return c.body(null, 204);
  if (endpoint.cache) c.header('cache-control', endpoint.cache);
  return c.json(answer as object);
}
