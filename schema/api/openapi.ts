// The OpenAPI 3.1 file, made from the contract at build time.
import * as z from 'zod/mini';
import { definitionShape } from '../form/definition.ts';
import { conditionShape, expressionShape } from '../logic/shapes.ts';
import type { Endpoint, Policy } from './endpoint.ts';
import { endpoints } from './index.ts';
import { problems } from './problem.ts';

/** Shapes that many endpoints share: written once, under components. */
const named = z.registry<{ id: string }>();
named.add(definitionShape(), { id: 'Definition' });
named.add(conditionShape(), { id: 'Condition' });
named.add(expressionShape(), { id: 'Expression' });

const components: Record<string, unknown> = {};

function jsonSchema(shape: z.ZodMiniType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const made = z.toJSONSchema(shape, { io, unrepresentable: 'any', metadata: named });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs, ...schema }: z.core.JSONSchema.BaseSchema = JSON.parse(text);
  Object.assign(components, $defs);
  return schema;
}

function who(policy: Policy): string {
  if (policy.who === 'anyone') return 'Anyone.';
  if (policy.who === 'holder') return 'Whoever holds the secret in the body.';
  if (policy.who === 'staff') return 'Signed-in staff, within their own branches.';
  return `Staff with a role at the ${policy.of}'s unit or above: ${policy.roles.join(', ')}.`;
}

function parameters(endpoint: Endpoint) {
  const { query } = endpoint.io();
  const inPath = [...endpoint.path.matchAll(/:([a-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked: z.core.JSONSchema.BaseSchema = query ? jsonSchema(query, 'input') : {};
  const inQuery = Object.entries(asked.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: asked.required?.includes(name) ?? false,
    schema,
  }));
  return [...inPath, ...inQuery];
}

function operation(endpoint: Endpoint) {
  const { body, output } = endpoint.io();
  const content = output
    ? { 'application/json': { schema: jsonSchema(output, 'output') } }
    : Object.fromEntries((endpoint.media ?? []).map((type) => [type, { schema: { type: 'string' } }]));
  const answers = Object.keys(content).length > 0;
  return {
    operationId: endpoint.id,
    summary: endpoint.says,
    description: who(endpoint.policy),
    ...(endpoint.policy.who === 'staff' || endpoint.policy.who === 'role'
      ? { security: [{ session: [] }] }
      : {}),
    parameters: parameters(endpoint),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(body, 'input') } },
          },
        }
      : endpoint.octets
        ? {
            requestBody: {
              required: true,
              content: {
                'application/octet-stream': {
                  schema: { type: 'string', format: 'binary', maxLength: endpoint.octets },
                },
              },
            },
          }
        : {}),
    responses: {
      [answers ? '200' : '204']: { description: endpoint.says, ...(answers ? { content } : {}) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** The document as a JSON value. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:([a-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '邻里 Linli',
      version: '1',
      description: 'Forms, ballots and scorecards for the neighbourhood.',
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-linli' } },
      responses: {
        Problem: {
          description: 'A refusal: a stable code and a sentence (RFC 9457).',
          content: {
            'application/problem+json': {
              schema: {
                type: 'object',
                required: ['type', 'code', 'status', 'title'],
                properties: {
                  type: { type: 'string' },
                  code: { type: 'string', enum: Object.keys(problems) },
                  status: { type: 'integer' },
                  title: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  };
}
