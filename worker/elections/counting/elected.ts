// Who was elected, out of stored results, as SQL: by name of a contest `c`, as JSON; and how many in the rounds before it.
export const electedNames = `(SELECT json_group_array(s.value ->> '$.name') FROM json_each(c.result, '$.posts[0].standings') s
  WHERE EXISTS (SELECT 1 FROM json_each(c.result, '$.posts[0].elected') w WHERE w.value = s.value ->> '$.person'))`;
export const filledBefore = `(SELECT coalesce(sum(json_array_length(p.result, '$.posts[0].elected')), 0) FROM contest p
  WHERE p.election = c.election AND p.unit = c.unit AND p.round < c.round AND p.state IN ('counted', 'announced'))`;
