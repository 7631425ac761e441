// Who was elected, by name, out of the stored result of a contest `c`: JSON, as SQL.
export const electedNames = `(SELECT json_group_array(s.value ->> '$.name') FROM json_each(c.result, '$.posts[0].standings') s
  WHERE EXISTS (SELECT 1 FROM json_each(c.result, '$.posts[0].elected') w WHERE w.value = s.value ->> '$.person'))`;
