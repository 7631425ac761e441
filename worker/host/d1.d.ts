// The names of D1 as the Worker's files know them, for Node code (and tests) that work on the same database.
// Only these: the rest of the Workers' globals would clash with Node's.
declare type D1Database = import('@cloudflare/workers-types').D1Database;
declare type D1DatabaseSession = import('@cloudflare/workers-types').D1DatabaseSession;
declare type D1PreparedStatement = import('@cloudflare/workers-types').D1PreparedStatement;
declare type D1Result<T = unknown> = import('@cloudflare/workers-types').D1Result<T>;
declare type D1Meta = import('@cloudflare/workers-types').D1Meta;
declare type R2Bucket = import('@cloudflare/workers-types').R2Bucket;
